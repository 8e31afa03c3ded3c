# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people state of a location, who wrote it down and on which day, and what they based it on."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from itertools import takewhile
from typing import Any

from luwte.words import N_
from luwte_web.pages.locations import Fact
from luwte_web.pages.reader import UNKNOWN, Reader
from luwte_web.registry.models import LocationFacts

STATEMENTS: Mapping[str, str] = {
    "coa_category": N_("COA's own category"),
    "term_long_enough": N_("It can stay long enough"),
    "permit_feasible": N_("A permit is feasible"),
    "regional_support": N_("The region supports it"),
    "intake_stopped_on": N_("Intake"),
}
STOPPED, OPEN = N_("stopped from {day}"), N_("not stopped")
SAID = N_("{answer}, written down on {day} by {who}: {reason}")


def stated(reader: Reader, key: str) -> Iterator[Fact]:
    """Each statement with who wrote it down, when and why, as far as the registry knows."""
    versions = LocationFacts.objects.filter(location__key=key).select_related("known_by").order_by("-id")
    rows = list(versions)
    for name, title in STATEMENTS.items():
        yield Fact(reader.text(title), _said(reader, rows, name))


def _said(reader: Reader, newest_first: Sequence[LocationFacts], name: str) -> str:
    """What holds now, with the change that made it so; nobody said what was never anything else than empty."""
    value = getattr(newest_first[0], name)
    same = list(takewhile(lambda version: getattr(version, name) == value, newest_first))
    answer = _answer(reader, name, value)
    if value is None and len(same) == len(newest_first):
        return answer
    made = same[-1].known_by
    day = reader.day(made.moment.date())
    return reader.text(SAID, answer=answer, day=day, who=made.actor, reason=made.reason)


def _answer(reader: Reader, name: str, value: Any) -> str:
    match value:
        case None:
            return reader.text(OPEN if name == "intake_stopped_on" else UNKNOWN)
        case StrEnum():
            return reader.name(value)
        case date():
            return reader.text(STOPPED, day=reader.day(value))
    return reader.yes(value)
