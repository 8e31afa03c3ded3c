# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Under which conditions a site can be refused or become regular reception: what is met, and what a person decides.

Nothing here decides. Gates follow from assessments; that the term is long enough, a permit feasible and the region
behind it are statements by people, as the layer `convertible` asks them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from luwte.model.dataset import Dataset
from luwte.model.places import Location, PlaceGroup
from luwte.model.quality import Improvement
from luwte.planning.phase_out.parts import Standing
from luwte.planning.phase_out.rows import MeasureRow, SiteRow
from luwte.planning.suitability import GROUPS_OF_CHILDREN
from luwte.quality.assess import Assessed
from luwte.quality.phase_out.nights import Slept


def site_rows(dataset: Dataset, slept: Iterable[Slept], standing: Standing) -> Iterator[SiteRow]:
    """Every site of emergency reception and group of children who live there, in the order of the tables."""
    there = Counter((stay.location.key, stay.group) for stay in slept if stay.on(standing.on))
    waiting: defaultdict[str, list[Improvement]] = defaultdict(list)
    for action in dataset.improvements:
        if _waits(action, standing):
            waiting[action.location].append(action)
    for site in standing.sites:
        for group in PlaceGroup:
            if group in GROUPS_OF_CHILDREN and there[site.key, group]:
                yield _row(site, group, there[site.key, group], standing, waiting[site.key])


def measure_rows(dataset: Dataset, standing: Standing) -> Iterator[MeasureRow]:
    """What is agreed for sites that are open and not done yet, what is due first in front."""
    sites = {site.key for site in standing.sites if site.is_open(standing.on)}
    waiting = [action for action in dataset.improvements if action.location in sites and _waits(action, standing)]
    waiting.sort(key=lambda action: (action.due is None, action.due, action.location, action.indicator))
    for action in waiting:
        late = action.due is not None and action.due < standing.on
        yield MeasureRow(action.location, action.indicator, action.action, action.owner, action.due, action.cost, late)


def _row(
    site: Location, group: PlaceGroup, children: int, standing: Standing, waiting: Sequence[Improvement]
) -> SiteRow:
    known = standing.assessed.get((site.key, group))
    return SiteRow(
        location=site.key,
        group=group,
        kind=site.kind,
        children=children,
        layer=standing.layer(site, group),
        coa_category=site.coa_category,
        fit=standing.fitness(site, group),
        gates_met=_gates_met(known),
        failed_gates=tuple(gate.norm.id for gate in known.failed_gates) if known else (),
        open_gates=len(known.unanswered_gates) if known else 0,
        term_long_enough=site.term_long_enough,
        permit_feasible=site.permit_feasible,
        regional_support=site.regional_support,
        closes=site.closes,
        intake_stopped_on=site.intake_stopped_on,
        measures=len(waiting),
        next_due=min((each.due for each in waiting if each.due), default=None),
    )


def _gates_met(known: Assessed | None) -> bool | None:
    """No gate may fail, and none may be open; None while nobody can tell."""
    if known is None or not known.gates:
        return None
    if known.failed_gates or known.below_floor:
        return False
    return None if known.unanswered_gates else True


def _waits(action: Improvement, standing: Standing) -> bool:
    return action.done_on is None or action.done_on > standing.on
