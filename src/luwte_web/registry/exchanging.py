# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How a province writes down that municipalities exchange a part of their numbers, and how it takes that back.

    agree(actor, "PV26", Exchange("GM0344", "GM0307", 40, 5, tuesday), reason, seen)

What the Act does not allow is refused with its article; what was agreed before stays in sight.
"""

from collections.abc import Iterator
from dataclasses import asdict

from django.db.models import Q, QuerySet

from luwte.data.checks.municipal import OTHER_PROVINCE
from luwte.data.raw import error
from luwte.law import distribute, latest_cycle_published
from luwte.law.exchange import MORE_THAN_ITS_NUMBER, exchanged
from luwte.model.findings import Finding, InputRefused
from luwte.model.pledges import Exchange
from luwte.words import N_
from luwte_web import bridge
from luwte_web.accounts.actions import Action, Kind
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import demand
from luwte_web.accounts.things import Thing
from luwte_web.audit.acts import Act
from luwte_web.registry import models
from luwte_web.registry.cycle_steps import still_ahead
from luwte_web.registry.days import describe_today, today
from luwte_web.registry.editing import CHANGED_SINCE, Seen, mark, placeless, refuse, unexplained
from luwte_web.registry.models.municipalities import provinces
from luwte_web.registry.refusals import refusal, there
from luwte_web.registry.selectors import records
from luwte_web.registry.services import change, know, withdraw
from luwte_web.registry.soundness import faults_among

NOT_HERE = error(
    "exchange_not_here",
    N_("{municipality} does not lie in this province."),
    N_("Exchange inside the province only (Act art. 4(1))."),
    "Act art. 4(1)",
)
KINDS = (NOT_HERE,)


def province_thing(province: str) -> Thing:
    """A province as the policy sees it."""
    return Thing(Kind.PROVINCE, province=province)


def exchanges_in(province: str) -> QuerySet[models.Exchange]:
    """What is known now of the exchanges of a province, each with the change by which it is known."""
    codes = [code for code, of in provinces().items() if of == province]
    known = models.Exchange.objects.known().select_related("known_by").order_by("agreed_on", "line")
    return known.filter(Q(giver__in=codes) | Q(taker__in=codes))


def agree(actor: Actor, province: str, exchange: Exchange, reason: str, seen: Seen) -> None:
    """Write down an exchange; `seen` are the marks of the exchanges of the province that were looked at.

    Raises Http404 to whom may not do it, and ChangeRefused with all that would be wrong, also where somebody agreed
    or took back another one since.
    """
    demand(actor, Action.AGREE_EXCHANGE, province_thing(province))
    refuse([*unexplained(reason, province), *_not_here(province, exchange), *_ahead(exchange)])
    with change(actor, reason.strip(), act=Act.DECIDE, about=f"province:{province}") as made:
        _same_as(seen, province)
        before = placeless(_faults(province))
        know(made, models.Exchange(**asdict(exchange)))
        refuse([fault for fault in _faults(province) if placeless([fault])[0] not in before])
        describe_today(made)


def take_back(actor: Actor, province: str, line: int, reason: str, seen: Seen) -> None:
    """Say that an exchange holds no more, by its line; what was agreed stays on record.

    Raises as `agree` does; what the taker handed on would then be refused as more than its number.
    """
    demand(actor, Action.AGREE_EXCHANGE, province_thing(province))
    refuse(unexplained(reason, province))
    with change(actor, reason.strip(), act=Act.DECIDE, about=f"province:{province}") as made:
        _same_as(seen, province)
        before = placeless(_faults(province))
        withdraw(made, there(exchanges_in(province).filter(line=line).first(), province))
        refuse([fault for fault in _faults(province) if placeless([fault])[0] not in before])
        describe_today(made)


def _not_here(province: str, exchange: Exchange) -> Iterator[Finding]:
    """What the Act has against an exchange with who lies elsewhere."""
    of = provinces()
    ends = (exchange.giver, exchange.taker)
    if all(code in of for code in ends) and of[exchange.giver] != of[exchange.taker]:
        yield refusal(OTHER_PROVINCE, province, giver=exchange.giver, taker=exchange.taker)
    else:
        yield from (refusal(NOT_HERE, province, municipality=code) for code in ends if of.get(code) != province)


def _ahead(exchange: Exchange) -> list[Finding]:
    return still_ahead(exchange.agreed_on) if exchange.agreed_on else []


def _same_as(seen: Seen, province: str) -> None:
    """Refuse where the exchanges of the province are not those that were looked at."""
    if {mark(row) for row in exchanges_in(province)} != set(seen):
        refuse([refusal(CHANGED_SINCE, province)])


def _faults(province: str) -> list[Finding]:
    """What reading would find wrong with the exchanges of a province, and what goes beyond somebody's number."""
    own = exchanges_in(province)
    return [*faults_among("exchanges", line__in=own.values("line")), *_beyond_their_number(province)]


def _beyond_their_number(province: str) -> list[Finding]:
    dataset = bridge.dataset_of_records({"municipalities": records("municipalities")})
    tasks = distribute(dataset.municipalities, cycle=latest_cycle_published(today()))
    numbers = {one.municipality: one.indicative for one in tasks.municipalities}
    agreed = records("exchanges", line__in=exchanges_in(province).values("line"))
    try:
        exchanged(numbers, agreed, {one.municipality: one.province_code for one in tasks.municipalities})
    except InputRefused as refused:
        return [one for one in refused.findings if one.kind is MORE_THAN_ITS_NUMBER]
    return []
