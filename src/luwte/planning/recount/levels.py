# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Terms and levels of a whole answer, counted again and held against what the answer says of itself."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from luwte.model.findings import Finding, FindingKind
from luwte.model.people import Household, Phase
from luwte.model.places import PlaceGroup
from luwte.planning.recount import breaches, terms_of_children, terms_of_voice
from luwte.planning.recount.answer import Answer, Placed
from luwte.planning.recount.question import Valued
from luwte.planning.recount.situation import Situation
from luwte.planning.recount.terms_of_voice import weight_of_all, wish_weight
from luwte.planning.recount.voices import municipality_to_be_near, wish_counts

THOUSANDTHS = 1000
HOUSEHOLD_TERMS = {**terms_of_children.TERMS, **terms_of_voice.TERMS}
GAP_ROUNDING = Decimal("0.000001")  # a gap is stated rounded
CHILDREN_GROUPS = (PlaceGroup.FAMILY, PlaceGroup.AMV)


def terms_of_placed(situation: Situation, placed: Placed) -> Mapping[str, int]:
    """Every term of a household that has a place, in thousandths, nought left out."""
    counted = {name: term(situation, placed) for name, term in HOUSEHOLD_TERMS.items()}
    return {name: value for name, value in counted.items() if value}


def terms_of_unplaced(situation: Situation, household: Household) -> Mapping[str, int]:
    """Every term of a household without a place: its wish, nearness and region count as not met (17, 18, 35)."""
    values, members = situation.question.values.term, situation.members[household.key]
    linked = situation.question.dataset.municipality.get(household.linked_municipality or "")
    has_region = household.phase is Phase.PERMIT and linked is not None
    near = municipality_to_be_near(situation, household)
    counted = {
        "unplaced": members.size * values["unplaced"].weight,
        "unplaced_protected": members.protected * values["unplaced_protected"].weight,
        "wish_not_met": wish_weight(situation, household) if wish_counts(household) else 0,
        "not_near": weight_of_all(situation, household, "not_near") if near is not None else 0,
        "not_linked_region": weight_of_all(situation, household, "not_linked_region") if has_region else 0,
    }
    return {name: value for name, value in counted.items() if value}


def terms_of_locations(answer: Answer) -> Mapping[str, int]:
    """People above the places of locations that need not be left: children (26) and adults (34)."""
    situation, counted = answer.situation, Counter[str]()
    for location in situation.question.dataset.locations:
        if not location.is_open(situation.question.on) or situation.must_leave(location):
            continue
        over = answer.after[location.key].over(location)
        counted["over_places_children"] += sum(over[group] for group in CHILDREN_GROUPS)
        counted["over_places_adults"] += over[PlaceGroup.ADULT]
    values = situation.question.values.term
    return {name: people * values[name].weight for name, people in counted.items()}


def differences(answer: Answer, stated: Mapping[str, Decimal], levels: Sequence[Valued]) -> Iterator[Finding]:
    """Every term of every household, every total and every level that is not what the recount finds."""
    totals: Counter[str] = Counter(terms_of_locations(answer))
    recounted = _terms_by_household(answer)
    for proposal in answer.proposals:
        own = recounted.get(proposal.household, {})
        totals.update(own)
        for name in _named(own, proposal.terms):
            yield from _differs(breaches.TERM, own.get(name, 0), proposal.terms.get(name), name, proposal.household)
    for name in _named(totals, stated):
        yield from _differs(breaches.TOTAL, totals[name], stated.get(name), name)
    yield from _levels(answer, totals, levels)


def _terms_by_household(answer: Answer) -> Mapping[str, Mapping[str, int]]:
    placed = {p.household.key: terms_of_placed(answer.situation, p) for p in answer.placed}
    return placed | {h.key: terms_of_unplaced(answer.situation, h) for h in answer.unplaced}


def _named(one: Mapping[str, int], other: Mapping[str, Decimal]) -> list[str]:
    return sorted({*one, *other})


def _differs(
    kind: FindingKind, counted: int, stated: Decimal | None, term: str, household: str = ""
) -> Iterator[Finding]:
    if (stated or Decimal(0)) * THOUSANDTHS != counted:
        params = {
            "household": household,
            "term": term,
            "stated": str(stated or 0),
            "recounted": str(Decimal(counted) / THOUSANDTHS),
        }
        yield Finding(kind, household, params=params)


def _levels(answer: Answer, totals: Mapping[str, int], levels: Sequence[Valued]) -> Iterator[Finding]:
    values = answer.situation.question.values.term
    for level in sorted({term.level for term in values.values()}):
        value = Decimal(sum(totals.get(name, 0) for name, term in values.items() if term.level == level)) / THOUSANDTHS
        stated = [one for one in levels if one.level == level]
        if len(stated) != 1 or stated[0].value != value:
            shown = ", ".join(str(one.value) for one in stated) or "-"
            yield Finding(
                breaches.LEVEL, str(level), params={"level": str(level), "stated": shown, "recounted": str(value)}
            )
        for one in stated:
            if not _bound_holds(one):
                numbers = {"value": str(one.value), "bound": str(one.bound), "gap": str(one.gap)}
                yield Finding(breaches.BOUND, str(level), params={"level": str(level), **numbers})


def _bound_holds(level: Valued) -> bool:
    gap = (level.value - level.bound) / max(Decimal(1), abs(level.bound))
    return level.bound <= level.value and abs(gap - level.gap) <= GAP_ROUNDING
