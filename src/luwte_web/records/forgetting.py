# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Forget a household whose term is over: everything that is kept about it goes, in one transaction, or nothing.

Versions go through the door of retention; what others were told of it is said again without it. The log keeps its
lines, which tell of nobody then, and stays whole.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from luwte.data.raw import error
from luwte.model.findings import Finding
from luwte.model.people import HouseholdGroup
from luwte.words import N_
from luwte_web.accounts.actors import Actor
from luwte_web.audit import services as audit
from luwte_web.audit.models import Line
from luwte_web.audit.tokens import known
from luwte_web.records import plans
from luwte_web.records.plans import Stored
from luwte_web.records.record import About
from luwte_web.records.terms import Due, Term, Terms
from luwte_web.registry.days import today
from luwte_web.registry.editing import refuse, unexplained
from luwte_web.registry.models import (
    Change,
    DatasetFacts,
    Departure,
    Forgetting,
    Household,
    HouseholdFacts,
    Move,
    Person,
    Version,
)
from luwte_web.registry.reach import Reach, kinds
from luwte_web.registry.refusals import refusal, there
from luwte_web.registry.services import change, correct, withdraw

STILL_HERE = error(
    "forget_still_here",
    N_("Household {household} lives in reception, and its record is needed."),
    N_("Write down first that it left, on its page."),
)
TOO_EARLY = error(
    "forget_too_early",
    N_("The record of household {household} is kept until {day} at least."),
    N_("Wait for that day. Where it must go earlier by right, say so with --early and give the reason."),
)
KINDS = (STILL_HERE, TOO_EARLY)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What forgetting a household would do: versions by table, its persons, who names it, and stored plans that do."""

    about: About
    due: Due
    term: Term
    left: date | None
    versions: Mapping[str, int]
    mentions: int
    stored: tuple[Stored, ...]


def outlook(key: str, terms: Terms) -> Outlook:
    """Look at what would go. Nothing is written."""
    household = there(Household.objects.filter(key=key).first(), key)
    reach, left = Reach.of(household), _left(household)
    last = HouseholdFacts.objects.filter(household=household).order_by("id").last()
    term = terms.of(last.group if last else HouseholdGroup.FAMILY)
    found = {versions.model._meta.model_name or "": versions.count() for versions in reach.versions()}
    return Outlook(
        about=About(household),
        due=term.due(left, today()),
        term=term,
        left=left,
        versions={table: count for table, count in found.items() if count},
        mentions=sum(versions.count() for _, versions in reach.mentions()),
        stored=tuple(plans.naming(key)),
    )


def forget(
    actor: Actor, key: str, terms: Terms, reason: str, *, early: bool = False, with_plans: bool = False
) -> Outlook:
    """Forget a household for good; what was forgotten. Raises ChangeRefused where it is here or its term is not over.

    Stored plans and tables that name it go only `with_plans`, and only where nobody else's decisions stand on them.
    """
    refuse(unexplained(reason, key))
    with change(actor, reason.strip()) as made:
        seen = outlook(key, terms)
        refuse(_wrong(seen, early))
        reach, names = Reach.of(seen.about.household), seen.about.things
        _say_without(made, reach)
        _delete(reach)
        if with_plans:
            plans.delete(list(seen.stored))
        for name in names:
            audit.forget(actor, name, reason.strip())
    return seen


def _wrong(seen: Outlook, early: bool) -> list[Finding]:
    key = seen.about.household.key
    if seen.left is None:
        return [refusal(STILL_HERE, key, household=key)]
    if seen.due is Due.NOT_YET and not early:
        return [refusal(TOO_EARLY, key, household=key, day=seen.term.day(seen.left, seen.term.may))]
    return []


def _left(household: Household) -> date | None:
    """The day on which it left; of one that is in the tables no more for another reason, the day of that change."""
    facts = HouseholdFacts.objects.filter(household=household)
    if facts.known().exists():
        return None
    departure = Departure.objects.known().filter(household=household).first()
    if departure:
        return departure.on
    last = facts.select_related("superseded_by").order_by("superseded_by").last()
    return last.superseded_by.moment.date() if last and last.superseded_by else date.min


def _say_without(made: Change, reach: Reach) -> None:
    """Take the household out of what is known of others: now by a change, and before as if it had never been named."""
    for column, versions in reach.mentions():
        for version in versions.filter(superseded_by=None):
            if versions.model is HouseholdFacts:
                correct(made, version, **{column: None})
            else:
                withdraw(made, version)


def _delete(reach: Reach) -> None:
    """Delete through the door of retention, which is shut again before this transaction ends."""
    door = Forgetting.objects.create()
    touched, about = _changes(reach), _changes_about(reach.household)
    for column, versions in reach.mentions():
        for version in versions:
            _without(version, column)
    for versions in reach.versions():
        versions.order_by().delete()
    Move.objects.filter(pk__in=reach.moves).delete()
    Person.objects.filter(pk__in=reach.persons).delete()
    reach.household.delete()
    door.delete()
    _drop_reasons(touched, about)


def _without(version: Version, column: str) -> None:
    """A version about others, written once more without the household; a tie that was only to it is gone."""
    number = version.pk
    type(version).objects.filter(pk=number).delete()
    if isinstance(version, HouseholdFacts):
        version.pk = number
        setattr(version, column, None)
        version.save(force_insert=True)


def _changes(reach: Reach) -> set[int]:
    """The changes by which something of the household became known, or known no more."""
    pairs = [versions.values_list("known_by", "superseded_by") for versions in reach.versions()]
    return {number for rows in pairs for pair in rows for number in pair if number}


def _changes_about(household: Household) -> set[int]:
    """The changes that the log tells to be about the household, also where others were touched by them."""
    name = known(f"household:{household.key}")
    lines = Line.objects.filter(kind=name.kind, thing=name.thing) if name else Line.objects.none()
    return {line.told["change"] for line in lines if line.told and "change" in line.told}


def _drop_reasons(touched: set[int], about: set[int]) -> None:
    """Reasons of changes that were about the household, or about nobody else, go with it."""
    others: set[int] = set()
    for kind in kinds():
        if kind is not DatasetFacts:  # it says the day of each change
            rows = kind.objects.filter(Q(known_by__in=touched) | Q(superseded_by__in=touched))
            others.update(number for pair in rows.values_list("known_by", "superseded_by") for number in pair if number)
    Change.objects.filter(pk__in=about | (touched - others)).update(reason="")
