# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people say that a regime does to children: each writer one statement of each regime, which all may read.

    state(actor, Regime.REPEALED, Said(dutch="...", sources="..."), reason)

The ministry, inspectors and partners write; what they wrote before is kept. Luwte itself never writes one.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from django.http import Http404

from luwte.data.raw import error
from luwte.law.regimes import Regime
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor, Role
from luwte_web.accounts.policy import can_somewhere
from luwte_web.registry.days import describe_today, today
from luwte_web.registry.editing import Seen, refuse, same_as, unexplained
from luwte_web.registry.models import RegimeStatement
from luwte_web.registry.refusals import refusal, there
from luwte_web.registry.services import change, correct, know, withdraw

WRITERS: Mapping[Role, Action] = {
    Role.MINISTRY: Action.DECIDE_DISTRIBUTION,
    Role.INSPECTOR: Action.INSPECT_LOCATION,
    Role.PARTNER: Action.HAND_IN_EVIDENCE,
}
NO_WORDS = error(
    "regime_no_words", N_("Nothing is said."), N_("Write in Dutch, in English or in both what it does to children.")
)
NO_SOURCES = error(
    "regime_no_sources",
    N_("It is not said where this comes from."),
    N_("Name what it rests on; if it is your own judgement, say that."),
)
NOTHING_NEW = error(
    "regime_nothing_new",
    N_("This stands there already."),
    N_("Change what is not so any more, or go back without saving."),
)
KINDS = (NO_WORDS, NO_SOURCES, NOTHING_NEW)


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a regime, for whom, and what it rests on."""

    dutch: str = ""
    english: str = ""
    sources: str = ""
    organisation: str = ""


def writes_as(actor: Actor) -> Role | None:
    """The role in which the actor writes statements; None where there is none."""
    held = {membership.role for membership in actor.roles}
    return next((role for role, action in WRITERS.items() if role in held and can_somewhere(actor, action)), None)


def statements(regime: Regime) -> list[RegimeStatement]:
    """What is said of a regime now, oldest first; written to be read by everybody."""
    return list(RegimeStatement.objects.known().filter(regime=regime).order_by("line"))


def own_statement(actor: Actor, regime: Regime) -> RegimeStatement | None:
    """What the actor says of a regime now."""
    return RegimeStatement.objects.known().filter(regime=regime, known_by__actor=actor.key).first()


def state(actor: Actor, regime: Regime, said: Said, reason: str, seen: Seen = ()) -> None:
    """Say what a regime does to children, or say it anew; `seen` is the mark of the version that was looked at.

    Raises Http404 to whom may not write, ChangedSince where the same writer said otherwise since, and ChangeRefused.
    """
    role = _role(actor)
    wrong = [] if said.dutch.strip() or said.english.strip() else [refusal(NO_WORDS, regime)]
    wrong += [] if said.sources.strip() else [refusal(NO_SOURCES, regime)]
    refuse([*unexplained(reason, regime), *wrong])
    facts = {name: words.strip() for name, words in asdict(said).items()}
    with change(actor, reason.strip(), about=f"regime:{regime}") as made:
        known = own_statement(actor, regime)
        if known is None:
            know(made, RegimeStatement(regime=regime, role=role, date=today(), **facts))
        else:
            same_as(seen, regime, known)
            if all(getattr(known, name) == words for name, words in facts.items()):
                refuse([refusal(NOTHING_NEW, regime)])
            correct(made, known, role=role, date=today(), **facts)
        describe_today(made)


def take_back(actor: Actor, regime: Regime, reason: str) -> None:
    """Say no more what was said of a regime; it stays known that it was said. Errors as of `state`."""
    _role(actor)
    refuse(unexplained(reason, regime))
    with change(actor, reason.strip(), about=f"regime:{regime}") as made:
        withdraw(made, there(own_statement(actor, regime), regime))


def _role(actor: Actor) -> Role:
    role = writes_as(actor)
    if role is None:
        raise Http404
    return role
