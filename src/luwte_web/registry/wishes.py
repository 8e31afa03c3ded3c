# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a household asks for, in whose voice and when; and what came of it, when and why."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from luwte.data.raw import error
from luwte.model.people import WishBy, WishKind
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.registry.editing import Seen, editing
from luwte_web.registry.models import Answer, HouseholdFacts, WishAnswer
from luwte_web.registry.refusals import ChangeRefused, refusal
from luwte_web.registry.services import correct, know

NO_WISH = error(
    "wish_none", N_("Household {household} has no wish to answer."), N_("Write down the wish first, and whose it is.")
)
KINDS = (NO_WISH,)
HEARD = ("wish_kind", "wish", "wish_by", "wish_on")


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish as it was heard; `place` is the code of a municipality or province where the kind needs one."""

    kind: WishKind
    by: WishBy | None
    on: date
    place: str = ""


def hear(actor: Actor, key: str, wish: Wish, reason: str, seen: Seen = ()) -> None:
    """Write down a wish. The one before it stays known, with what came of it."""
    with editing(actor, Action.RECORD_VIEW, key, reason, seen) as edit:
        facts = {"wish_kind": wish.kind, "wish": wish.place, "wish_by": wish.by, "wish_on": wish.on}
        correct(edit.made, edit.facts, **facts)


def answer(actor: Actor, key: str, given: Answer, on: date, why: str, seen: Seen = ()) -> None:
    """Write down what came of a wish. One that is withdrawn is asked for no more; others stand as they were heard."""
    action = Action.RECORD_VIEW if given is Answer.WITHDRAWN else Action.WRITE_PERSON
    with editing(actor, action, key, why, seen) as edit:
        facts = edit.facts
        if facts.wish_kind is None:
            raise ChangeRefused(refusal(NO_WISH, key, household=key))
        heard = {name: getattr(facts, name) for name in ("household", *HEARD)}
        know(edit.made, WishAnswer(**heard, answer=given, on=on, why=why.strip()))
        if given is Answer.WITHDRAWN:
            correct(edit.made, facts, wish_kind=None, wish="", wish_by=None, wish_on=None)


def unanswered(households: "QuerySet[HouseholdFacts]") -> "QuerySet[HouseholdFacts]":
    """Those of the households whose wish has no answer."""
    same_day = Q(wish_on=OuterRef("wish_on")) | Q(wish_on=None)
    same = {name: OuterRef(name) for name in ("household", "wish_kind", "wish")}
    answers = WishAnswer.objects.known().filter(same_day, **same)
    return households.filter(~Exists(answers), wish_kind__isnull=False)


def answers_of(key: str) -> list[WishAnswer]:
    """What came of the wishes of a household, the last first."""
    return list(WishAnswer.objects.known().filter(household__key=key).order_by("-on", "-id"))
