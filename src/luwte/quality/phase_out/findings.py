# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people must know of the counts that the phase-out rests on."""

from collections.abc import Collection, Iterable, Iterator

from luwte.model.findings import Finding, FindingKind, Severity
from luwte.model.stays import Headcount
from luwte.quality.phase_out.nights import Slept
from luwte.words import N_

COUNT_TOO_LOW = FindingKind(
    "phase_out.count_too_low",
    Severity.WARNING,
    N_("On {day} people counted {counted} children at {kind}; of the children of now alone, {known} slept there then."),
    N_("Correct the count, or the stays."),
)
KINDS = (COUNT_TOO_LOW,)


def counted_too_low(headcounts: Iterable[Headcount], slept: Collection[Slept]) -> Iterator[Finding]:
    """Counts with fewer children than the tables still know of that day."""
    for count in headcounts:
        known = sum(stay.on(count.on) and stay.location.kind is count.kind for stay in slept)
        if count.children < known:
            said = {"day": count.on.isoformat(), "counted": str(count.children), "known": str(known)}
            yield Finding(COUNT_TOO_LOW, count.kind.value, params={**said, "kind": count.kind.value})
