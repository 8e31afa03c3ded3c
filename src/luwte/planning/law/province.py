# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The provincial table of a day from a dataset, and what one exchange more would do to it.

An exchange is tried by asking the same of tables with one exchange more; nothing is computed in a second way.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date

from luwte.law.counting import Verdict, count_realised, initiatives
from luwte.law.cycle import Step, StepSeen, calendar
from luwte.law.exchange import exchanged
from luwte.law.tasks import ProvinceTask, Tasks
from luwte.model.dataset import Dataset
from luwte.model.places import LocationKind
from luwte.model.pledges import Exchange, OfferStatus
from luwte.planning.law.course import course_in, statuses_in
from luwte.planning.law.provincial import AtTheTable, ProvincialTable
from luwte.planning.law.reports import answered_in, beside_open
from luwte.planning.shares import agreed_by, standing

SETTLED = (OfferStatus.REFUSED, OfferStatus.REALISED)


def province_named(tasks: Tasks, said: str) -> ProvinceTask | None:
    """The province with this code or name, however it is written; None where there is none."""
    wanted = said.strip().casefold()
    called = {name.casefold(): one for one in tasks.provinces for name in (one.province_code, one.province)}
    return called.get(wanted)


def provincial_table(dataset: Dataset, tasks: Tasks, province: ProvinceTask, on: date) -> ProvincialTable:
    """The table of a province on a day; exchanges that the Act does not allow raise `InputRefused`."""
    own = {one.municipality for one in tasks.municipalities if one.province_code == province.province_code}
    exchanges = _exchanges(dataset, own, on)
    judged = tuple(one for one in initiatives(dataset.offers, dataset.locations, on) if one.offer.municipality in own)
    rows = tuple(_rows(dataset, tasks, own, exchanges, on))
    step = _report(dataset, tasks, on)
    return ProvincialTable(province, tasks.cycle, on, rows, exchanges, judged, step, tasks.need_amv)


def with_exchange(
    dataset: Dataset, tasks: Tasks, province: ProvinceTask, on: date, exchange: Exchange
) -> ProvincialTable:
    """The same table with one exchange more; one that the Act does not allow raises `InputRefused`."""
    asked = replace(exchange, agreed_on=on)
    return provincial_table(replace(dataset, exchanges=(*dataset.exchanges, asked)), tasks, province, on)


def _exchanges(dataset: Dataset, own: Set[str], on: date) -> tuple[Exchange, ...]:
    """The exchanges that touch a province in the order in which they were agreed, those without a day first."""
    touching = (one for one in agreed_by(dataset, on) if own & {one.giver, one.taker})
    return tuple(sorted(touching, key=lambda one: one.agreed_on or date.min))


def _rows(
    dataset: Dataset, tasks: Tasks, own: Set[str], exchanges: Sequence[Exchange], on: date
) -> Iterator[AtTheTable]:
    agreed = _agreed(tasks, exchanges)
    state, answered = standing(dataset, tasks, on), answered_in(dataset, on)
    net_amv: Counter[str] = Counter()
    for one in exchanges:
        net_amv[one.taker] += one.amv_places
        net_amv[one.giver] -= one.amv_places
    viable, other, viable_amv = _offered(dataset, on)
    durable = count_realised(dataset.locations, dataset.offers, on).by_municipality
    there_amv = _amv_there(dataset, on)
    held = statuses_in(dataset, tasks.cycle, on) if tasks.cycle else {}
    for task in tasks.municipalities:
        if (code := task.municipality) in own:
            yield AtTheTable(
                municipality=code,
                name=task.name,
                indicative=task.indicative,
                indicative_amv=task.indicative_amv,
                agreed=agreed[code],
                exchanged_amv=net_amv[code],
                answered=code in answered,
                realised=state.realised.get(code, 0),
                viable=viable[code],
                other=other[code],
                realised_amv=there_amv[code],
                viable_amv=viable_amv[code],
                durable=durable.get(code, {}).get(Verdict.YES, 0),
                durable_unsure=durable.get(code, {}).get(Verdict.UNKNOWN, 0),
                binding=state.binding.get(code),
                held=held[code][-1] if code in held else None,
            )


def _agreed(tasks: Tasks, exchanges: Sequence[Exchange]) -> Mapping[str, int]:
    numbers = {one.municipality: one.indicative for one in tasks.municipalities}
    return exchanged(numbers, exchanges, {one.municipality: one.province_code for one in tasks.municipalities})


def _offered(dataset: Dataset, on: date) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Beside what is open, by municipality: what is viable, what is offered otherwise, and of the viable the amv."""
    viable, other, viable_amv = Counter[str](), Counter[str](), Counter[str]()
    for one in beside_open(dataset, on):
        offer = one.offer
        if one.verdict is Verdict.YES:
            viable[offer.municipality] += offer.places
            viable_amv[offer.municipality] += offer.amv_places
        elif offer.status not in SETTLED:
            other[offer.municipality] += offer.places
    return viable, other, viable_amv


def _amv_there(dataset: Dataset, on: date) -> Counter[str]:
    """Places for unaccompanied minors that are open; crisis emergency reception realises nothing."""
    places: Counter[str] = Counter()
    for site in dataset.locations:
        if site.is_open(on) and site.kind is not LocationKind.CRISIS_EMERGENCY:
            places[site.municipality] += site.amv_places
    return places


def _report(dataset: Dataset, tasks: Tasks, on: date) -> StepSeen | None:
    """How the step of the commissioner's report stands (Act 4(2)); without a cycle there is none."""
    if tasks.cycle is None:
        return None
    steps = calendar(course_in(dataset, tasks.cycle), on)
    return next(seen for seen in steps if seen.rule.step is Step.REPORT)
