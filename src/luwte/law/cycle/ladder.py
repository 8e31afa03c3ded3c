# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The status ladder of a municipality in a cycle: which step follows on which, and the article that says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from luwte.law.provisions import cited
from luwte.model.cycles import Status
from luwte.model.findings import Finding, FindingKind, InputRefused, Severity
from luwte.words import N_

FILE = Path(__file__).parent / "ladder.yaml"


STATUSES: Mapping[Status, str] = {
    Status.INDICATIVE: N_("has an indicative number"),
    Status.IN_CONSULTATION: N_("in consultation"),
    Status.AGREED: N_("agreed at the provincial table"),
    Status.NOT_AGREED: N_("not agreed at the provincial table"),
    Status.NAMED: N_("named in the decision"),
    Status.NOT_NAMED: N_("not named in the decision"),
    Status.REALISING: N_("realising, the term runs"),
    Status.REALISED: N_("realised"),
    Status.LATE_REPORTED: N_("late, and reported"),
    Status.LATE_UNREPORTED: N_("late, and not reported"),
    Status.SUPERVISION: N_("under general supervision"),
}
CODES = {"status": {status.value: text for status, text in STATUSES.items()}}
CODES |= {"origin": CODES["status"], "allowed": CODES["status"]}

NOT_THE_FIRST = FindingKind(
    "law.status_not_the_first",
    Severity.ERROR,
    N_("A municipality begins a cycle with an indicative number (Act 3(2)), and not as: {status}."),
    N_("Write down the indicative number first."),
    norm="Act 3(2)",
    codes=CODES,
)
NOT_FROM_THERE = FindingKind(
    "law.status_not_from_there",
    Severity.ERROR,
    N_("What is '{origin}' cannot become '{status}' ({article})."),
    N_("That can only follow on: {allowed}."),
    codes=CODES,
)
TERM_RUNS = FindingKind(
    "law.status_term_runs",
    Severity.ERROR,
    N_("'{status}' cannot be said on {day}: the term runs through {term} ({article})."),
    N_("Wait until the term is over, or correct the day."),
    codes=CODES,
)
TERM_UNKNOWN = FindingKind(
    "law.status_term_unknown",
    Severity.ERROR,
    N_("'{status}' cannot be said while nobody knows by which day the places should be there ({article})."),
    N_("Write down the day that the decision names."),
    codes=CODES,
)
STATUS_EARLIER_DAY = FindingKind(
    "law.status_earlier_day",
    Severity.ERROR,
    N_("'{status}' would begin on {day}, before the status that it follows on ({earlier})."),
    N_("Correct one of the two days."),
    codes=CODES,
)
KINDS = (NOT_THE_FIRST, NOT_FROM_THERE, TERM_RUNS, TERM_UNKNOWN, STATUS_EARLIER_DAY)


class Passage(BaseModel):
    """One way from a status to the next, with the provision behind it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    origin: Status
    to: Status
    provision: str
    term_over: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """A status that a municipality holds from a day on."""

    status: Status
    since: date


@cache
def passages() -> tuple[Passage, ...]:
    """All ways there are; a fault in the file raises `pydantic.ValidationError`, an unknown article `KeyError`."""
    read = tuple(map(Passage.model_validate, yaml.safe_load(FILE.read_text(encoding="utf-8"))))
    for passage in read:
        cited(passage.provision)
    return read


def onward(status: Status) -> tuple[Passage, ...]:
    """The ways that lead on from a status."""
    return tuple(passage for passage in passages() if passage.origin is status)


def with_status(
    history: Sequence[Held], status: Status, since: date, *, available_by: date | None = None
) -> tuple[Held, ...]:
    """The history of a municipality with one status more; what the Act does not allow raises `InputRefused`.

    `available_by` is the last day of the term of Act 7(1), where it is known.
    """
    refused = _first_refusal(status) if not history else _refusal(history[-1], status, since, available_by)
    if refused:
        raise InputRefused((refused,))
    return (*history, Held(status, since))


def _first_refusal(status: Status) -> Finding | None:
    return None if status is Status.INDICATIVE else Finding(NOT_THE_FIRST, params={"status": status.value})


def _refusal(held: Held, status: Status, since: date, available_by: date | None) -> Finding | None:
    ways = [passage for passage in passages() if passage.to is status]
    way = next((passage for passage in ways if passage.origin is held.status), None)
    if way is None:
        articles = ", ".join(dict.fromkeys(passage.provision for passage in ways)) or "Act 3(2)"
        allowed = ", ".join(passage.origin.value for passage in ways) or "-"
        params = {"origin": held.status.value, "status": status.value, "article": articles, "allowed": allowed}
        return Finding(NOT_FROM_THERE, params=params)
    said = {"status": status.value, "article": way.provision, "day": since.isoformat()}
    if since < held.since:
        return Finding(STATUS_EARLIER_DAY, params={**said, "earlier": held.since.isoformat()})
    if way.term_over and available_by is None:
        return Finding(TERM_UNKNOWN, params=said)
    if way.term_over and available_by and since <= available_by:
        return Finding(TERM_RUNS, params={**said, "term": available_by.isoformat()})
    return None
