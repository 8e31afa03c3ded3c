# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How a municipality says of itself how it stands: all of its answers of one day at once, or none of them.

    check(actor, "GM0344", "policy officer", {"MUN-102": Says(Answer.NOT_MET)}, reason)

What was answered earlier the same day by the same role is said anew; what is left open stays as it was.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from django.http import Http404

from luwte.data.raw import error
from luwte.model.quality import Answer
from luwte.quality.catalogue import Profile, load_catalogue
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import demand
from luwte_web.registry.days import describe_today, today
from luwte_web.registry.editing import CHANGED_SINCE, Seen, mark, placeless, refuse, same_as, unexplained
from luwte_web.registry.models import Change, SelfCheck
from luwte_web.registry.refusals import refusal
from luwte_web.registry.selectors import municipality_thing
from luwte_web.registry.services import change, correct, know
from luwte_web.registry.soundness import faults_of

NOTHING_ANSWERED = error(
    "selfcheck_nothing_answered",
    N_("Nothing is answered that is not known already."),
    N_("Answer at least one question, or go back without saving."),
)
NOBODY = error(
    "selfcheck_nobody", N_("It is not filled in who answers."), N_("Fill in a role, such as policy officer; no name.")
)
KINDS = (NOTHING_ANSWERED, NOBODY)


@dataclass(frozen=True, slots=True)
class Says:
    """What is said of one norm, and what is agreed about a gap; `owner` is a role."""

    answer: Answer
    value: str = ""
    note: str = ""
    action: str = ""
    owner: str = ""
    due: date | None = None


def check(
    actor: Actor, municipality: str, respondent: str, says: Mapping[str, Says], reason: str, seen: Seen = ()
) -> None:
    """Write down what a municipality says of itself today, by norm; `seen` are the marks of the answers looked at.

    Raises Http404 to whom may not do it and for what is no norm for municipalities, ChangedSince where somebody else
    changed one of these answers since, and ChangeRefused with all that would be wrong.
    """
    demand(actor, Action.CHECK_ONESELF, municipality_thing(municipality))
    if not says.keys() <= {norm.id for norm in load_catalogue().profile(Profile.MUNICIPAL, today())}:
        raise Http404
    nobody = [] if respondent.strip() else [refusal(NOBODY, municipality)]
    refuse([*unexplained(reason, municipality), *nobody])
    with change(actor, reason.strip(), about=f"municipality:{municipality}") as made:
        known = {row.indicator: row for row in said_today(municipality) if row.respondent == respondent.strip()}
        touched = [known[norm] for norm in says if norm in known]
        same_as(seen, municipality, *touched)
        refuse([refusal(CHANGED_SINCE, municipality)] if any(mark(row) not in seen for row in touched) else [])
        before = placeless(faults_of(municipality))
        about = {"municipality": municipality, "respondent": respondent.strip(), "date": today()}
        written = [_write(made, known.get(norm), about | {"indicator": norm}, said) for norm, said in says.items()]
        if not any(written):
            refuse([refusal(NOTHING_ANSWERED, municipality)])
        refuse([fault for fault in faults_of(municipality) if placeless([fault])[0] not in before])
        describe_today(made)


def said_today(municipality: str) -> list[SelfCheck]:
    """What the municipality said of itself today, whoever answered."""
    return list(SelfCheck.objects.known().filter(municipality=municipality, date=today()).select_related("known_by"))


def _write(made: Change, known: SelfCheck | None, about: Mapping[str, object], said: Says) -> bool:
    """Write one answer; whether it says something that was not known."""
    facts = asdict(said)
    if known is None:
        know(made, SelfCheck(**about, **facts))
        return True
    if all(getattr(known, name) == value for name, value in facts.items()):
        return False
    correct(made, known, **facts)
    return True
