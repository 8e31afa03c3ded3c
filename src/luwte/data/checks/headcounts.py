# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Checks of the children whom people counted on earlier days."""

from collections.abc import Iterator

from luwte.data.raw import error
from luwte.data.tables import Check, Tables
from luwte.model.findings import Finding
from luwte.model.places import EMERGENCY_RECEPTION
from luwte.words import N_

TABLE = "headcounts"

AHEAD = error(
    "headcount_ahead",
    N_("The count of {day} is not of an earlier day than {reference}, and the tables tell who is there then."),
    N_("Leave the line out, or correct the day."),
)
MORE_ALONE = error(
    "headcount_more_alone",
    N_("Of {children} children {amv} came alone; a part cannot be more than the whole."),
    N_("Correct one of the two numbers."),
)
NO_EMERGENCY = error(
    "headcount_no_emergency",
    N_("Children are counted here in emergency reception only, not at {site}."),
    N_("Give emergency, crisis_emergency or temporary_municipal, or leave the line out."),
)
KINDS = (AHEAD, MORE_ALONE, NO_EMERGENCY)


def counted_before(tables: Tables) -> Iterator[Finding]:
    """A count is of a day before the one that the tables describe."""
    reference = tables.data.reference_date
    for at, count in enumerate(tables.data.headcounts):
        if reference is not None and count.on >= reference:
            days = {"day": count.on.isoformat(), "reference": reference.isoformat()}
            yield tables.finding(AHEAD, TABLE, at, "on", **days)


def part_of_the_whole(tables: Tables) -> Iterator[Finding]:
    """Children who came alone are among the children."""
    for at, count in enumerate(tables.data.headcounts):
        if count.amv is not None and count.amv > count.children:
            yield tables.finding(MORE_ALONE, TABLE, at, "amv", children=count.children, amv=count.amv)


def in_emergency_reception(tables: Tables) -> Iterator[Finding]:
    """Only what is phased out is counted."""
    for at, count in enumerate(tables.data.headcounts):
        if count.kind not in EMERGENCY_RECEPTION:
            yield tables.finding(NO_EMERGENCY, TABLE, at, "kind", site=count.kind.value)


CHECKS: tuple[Check, ...] = (counted_before, part_of_the_whole, in_emergency_reception)
