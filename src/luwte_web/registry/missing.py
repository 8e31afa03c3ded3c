# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A child is missing: it is reported, somebody is alerted, things are done, and the child is found.

Nothing of it waits for anything else: a report needs the child and the day, and all else can follow.
"""

from dataclasses import dataclass
from datetime import date

from luwte.data.cells import LONGEST_TEXT
from luwte.data.raw import error
from luwte.model.findings import Finding
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.registry.days import today
from luwte_web.registry.editing import editing, refuse
from luwte_web.registry.models import Disappearance, PersonFacts
from luwte_web.registry.refusals import ChangeRefused, refusal
from luwte_web.registry.services import correct, know

AHEAD = error("missing_ahead", N_("The day {date} is still to come."), N_("Fill in the day on which it was so."))
ALREADY = error(
    "missing_already", N_("{person} is reported missing already."), N_("Add what was done to the report that is open.")
)
NOT_MISSING = error(
    "missing_not", N_("{person} is not missing by any open report."), N_("Look at the household again.")
)
BEFORE = error(
    "missing_found_before", N_("Found on {date}, but reported missing later."), N_("Correct the day of finding.")
)
TOO_LONG = error(
    "missing_too_long", N_("The report is full."), N_("Write down the rest where your organisation keeps it.")
)
KINDS = (AHEAD, ALREADY, NOT_MISSING, BEFORE, TOO_LONG)


@dataclass(frozen=True, slots=True)
class Alert:
    """Who was alerted, and on which day."""

    who: str = ""
    on: date | None = None


NOBODY_YET = Alert()


def report(actor: Actor, person: str, on: date, reason: str, alert: Alert = NOBODY_YET, done: str = "") -> None:
    """Report a child missing since a day, with who was alerted and what was done as far as that is known."""
    with editing(actor, Action.REPORT_MISSING, household_of(person), reason) as edit:
        refuse([*_ahead(on, alert.on), *([refusal(ALREADY, person=person)] if _open(person) else [])])
        known = PersonFacts.objects.known().select_related("person").get(person__key=person)
        missing = Disappearance(person=known.person, reported_on=on, reported_by=actor.key)
        missing.alerted, missing.alerted_on, missing.done = alert.who, alert.on, _line(done)
        know(edit.made, missing)


def follow(actor: Actor, person: str, reason: str, alert: Alert = NOBODY_YET, done: str = "") -> None:
    """Add to an open report who was alerted, and what was done today."""
    with editing(actor, Action.REPORT_MISSING, household_of(person), reason) as edit:
        missing = _present(person)
        written = "\n".join(filter(None, (missing.done, _line(done))))
        refuse([*_ahead(alert.on), *([refusal(TOO_LONG)] if len(written) > LONGEST_TEXT else [])])
        correct(
            edit.made,
            missing,
            done=written,
            alerted=alert.who or missing.alerted,
            alerted_on=alert.on or missing.alerted_on,
        )


def found(actor: Actor, person: str, on: date, reason: str) -> None:
    """Write down that a child was found; the report is closed and stays."""
    with editing(actor, Action.REPORT_MISSING, household_of(person), reason) as edit:
        missing = _present(person)
        too_early = [refusal(BEFORE, date=on)] if on < missing.reported_on else []
        refuse([*_ahead(on), *too_early])
        correct(edit.made, missing, found_on=on)


def household_of(person: str) -> str:
    """The key of the household of a person; of a person who is not there, no household's."""
    known = PersonFacts.objects.known().filter(person__key=person).values_list("household__key", flat=True)
    return known.first() or ""


def _open(person: str) -> Disappearance | None:
    return Disappearance.objects.known().filter(person__key=person, found_on=None).first()


def _present(person: str) -> Disappearance:
    missing = _open(person)
    if missing is None:
        raise ChangeRefused(refusal(NOT_MISSING, person=person))
    return missing


def _ahead(*days: date | None) -> list[Finding]:
    return [refusal(AHEAD, date=day) for day in days if day and day > today()]


def _line(done: str) -> str:
    return f"{today():%Y-%m-%d}: {done.strip()}" if done.strip() else ""
