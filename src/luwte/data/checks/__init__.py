# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Checks over tables: does what one table says hold together with the others, and with sense?

Every check is one function that takes the `Tables` as read and yields findings; its kind and norm stand beside it.
"""

from luwte.data.checks import (
    calendars,
    cycles,
    groups,
    headcounts,
    locations,
    moves,
    municipal,
    participation,
    persons,
    references,
    residence,
    selfchecks,
    sites,
    stays,
    units,
    wishes,
)
from luwte.data.tables import Check
from luwte.model.findings import FindingKind

AREAS = (
    references, municipal, locations, units, groups, residence, wishes, persons, stays, moves, calendars, participation,
    headcounts, selfchecks, cycles, sites,
)  # fmt: skip
CHECKS: tuple[Check, ...] = tuple(check for area in AREAS for check in area.CHECKS)
KINDS: tuple[FindingKind, ...] = tuple(kind for area in AREAS for kind in area.KINDS)
