# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What must be said beside a count: what the text leaves open, and what counts today and is gone soon."""

from collections.abc import Iterator

from luwte.law.counting.count import Counting
from luwte.law.counting.durable import FiveYearsFrom, years_after
from luwte.law.counting.verdicts import Verdict
from luwte.model.findings import Finding, FindingKind, Severity
from luwte.words import N_

CYCLE_YEARS = 2  # Act 2(1)

READING = FindingKind(
    "law.five_years_from",
    Severity.NOTE,
    N_("The Decree does not say from which day the five years run. Counted from {reading}: {sum} places count."),
    N_("Look at the other reading as well (--five-years-from), and decide which one you use."),
    norm="Decree 1.1",
    codes={
        "reading": {
            FiveYearsFrom.OPENING: N_("the opening of the site"),
            FiveYearsFrom.COUNTING: N_("the day of counting"),
        }
    },
)
SPECIAL_NATURE = FindingKind(
    "law.special_nature_known",
    Severity.NOTE,
    N_("Of places of a special nature the tables know only those for unaccompanied minors."),
    N_("Other places with special guidance are counted as regular ones; judge them yourself."),
    norm="Decree 1.1",
)
CLOSES_SOON = FindingKind(
    "law.counts_and_closes",
    Severity.WARNING,
    N_("{places} places of {key} count, and close on {closes}, within the two years."),
    N_("Judge whether they should be counted: the need of the two years is not met by them."),
    norm="Act 2(3)",
)
KINDS = (READING, SPECIAL_NATURE, CLOSES_SOON)


def notes(counting: Counting) -> Iterator[Finding]:
    """The reading with its outcome, what special places are known, and what counts and closes within two years."""
    yield Finding(READING, params={"reading": counting.reading.value, "sum": str(counting.sum(Verdict.YES))})
    yield Finding(SPECIAL_NATURE)
    horizon = years_after(counting.on, CYCLE_YEARS)
    for one in counting.places:
        place, until = one.candidate, one.candidate.term.until
        if one.verdict is Verdict.YES and until is not None and until <= horizon:
            params = {"places": str(place.places), "key": place.key, "closes": until.isoformat()}
            yield Finding(CLOSES_SOON, place.municipality, params=params)
