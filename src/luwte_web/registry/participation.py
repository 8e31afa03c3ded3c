# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How somebody writes down what children of a location say, what there is for them to do, and who is there for them.

    write_down(actor, FeedbackFacts, "L12", {"date": monday, "through": Through.ROUND, "raised": "..."}, reason)

What is written is one transaction with one change, its reason and one line on the log, or it is nothing.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from django.db import IntegrityError
from django.db.models import Q, QuerySet

from luwte.model.periods import months_later
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import demand, visible
from luwte_web.registry.days import describe_today
from luwte_web.registry.editing import NO_REASON, Seen, placeless, refuse, same_as
from luwte_web.registry.models import Contact, FeedbackFacts, LocationFacts, ProgrammeFacts, Thing
from luwte_web.registry.refusals import ChangeRefused, refusal, there, told
from luwte_web.registry.selectors import location_thing
from luwte_web.registry.services import change, correct, know, next_line
from luwte_web.registry.soundness import faults_at

Noted = type[FeedbackFacts] | type[ProgrammeFacts] | type[Contact]
Row = TypeVar("Row", FeedbackFacts, ProgrammeFacts, Contact)
WRITING: Mapping[Noted, Action] = {
    FeedbackFacts: Action.HEAR_CHILDREN,
    ProgrammeFacts: Action.OFFER_PROGRAMME,
    Contact: Action.HEAR_CHILDREN,
}
LETTERS: Mapping[Noted, str] = {FeedbackFacts: "F", ProgrammeFacts: "W"}  # with which a new key begins
ANSWER_WITHIN = 1  # months in which children hear what came of what they said: EUAA 2018, ind. 3.3, at least monthly
MONEY_AHEAD = 3  # months before the money ends in which somebody can still find other money (chosen by us)


def write_down(
    actor: Actor, kind: Noted, location: str, facts: Mapping[str, Any], reason: str, line: int | None = None,
    seen: Seen = (),
) -> None:  # fmt: skip
    """Write down something new, or with its line say anew what was known; `seen` are the marks that were looked at.

    Raises Http404 to whom may not do it, ChangedSince where somebody else changed it since, and ChangeRefused with all
    that would be wrong; faults that were there before stop nobody.
    """
    demand(actor, WRITING[kind], location_thing(location))
    refuse([] if reason.strip() else [refusal(NO_REASON, location)])
    try:
        with change(actor, reason.strip(), about=f"location:{location}") as made:
            at = there(LocationFacts.objects.known().filter(location__key=location).first(), location)
            before = placeless(faults_at(location))
            if line is None:
                know(made, kind(location=at.location, **_own_key(kind), **facts))
            else:
                known = there(kind.objects.known().filter(location=at.location, line=line).first(), line)
                same_as(seen, location, known)
                correct(made, known, **facts)
            refuse([fault for fault in faults_at(location) if placeless([fault])[0] not in before])
            describe_today(made)
    except IntegrityError as refused:
        raise ChangeRefused(told(refused, location, household="", location=location, date="")) from None


def noted_at(kind: type[Row], location: str) -> "QuerySet[Row]":
    """What is known now of one location."""
    return kind.objects.known().filter(location__key=location)


def waiting(actor: Actor, on: date) -> "QuerySet[FeedbackFacts]":
    """What children raised over a month ago and were not told back about, the oldest first."""
    rows = visible(actor, FeedbackFacts.objects.known()).select_related("location__now")
    return rows.filter(told_back_on=None, date__lt=months_later(on, -ANSWER_WITHIN)).order_by("date", "id")


def ending(actor: Actor, on: date) -> "QuerySet[ProgrammeFacts]":
    """Programmes that run and whose money ends within three months or ended already, the first to end first."""
    rows = visible(actor, ProgrammeFacts.objects.known()).select_related("location__now")
    runs = Q(until=None) | Q(until__gt=on)
    return rows.filter(runs, funded_until__lte=months_later(on, MONEY_AHEAD)).order_by("funded_until", "id")


def _own_key(kind: Noted) -> dict[str, Thing]:
    """A key that nobody had yet, where lines of this kind have one."""
    if kind.thing is None:
        return {}
    things: type[Thing] = kind._meta.get_field(kind.thing).related_model  # type: ignore[assignment]
    number = next_line(kind) + 1
    while things.objects.filter(key=f"{LETTERS[kind]}{number}").exists():
        number += 1
    return {kind.thing: things.objects.create(key=f"{LETTERS[kind]}{number}")}
