# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Do holidays, assessments, improvements and commitments come in an order of days that can be?"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from luwte.data.raw import at, error, warning
from luwte.data.tables import Check, Tables
from luwte.model.findings import Finding
from luwte.model.periods import Holiday, SchoolRegion
from luwte.model.pledges import CommitmentState
from luwte.words import N_

LONGEST_HOLIDAY = 60  # days; the summer holiday is six weeks

HOLIDAY_ENDS = error(
    "holiday_ends_first", N_("The holiday ends before it begins ({begins})."), N_("Correct one of the days.")
)
HOLIDAY_OVERLAP = error(
    "holiday_overlap",
    N_("The holiday overlaps with the one of row {other} in the same region."),
    N_("Correct the days."),
)
HOLIDAY_LONG = warning("holiday_long", N_("The holiday lasts {days} days."), N_("Check the year of both days."))
NO_REGION = warning(
    "holiday_no_region",
    N_("The calendar has no holidays for region {region}, so that moves there count as outside the holidays."),
    N_("Add them, or remove the table to use the bundled calendar."),
)
ASSESSED_AHEAD = error("assessment_ahead", N_("The answer would be given after {date}."), N_("Correct the day."))
DONE_AHEAD = error(
    "improvement_ahead",
    N_("The action would be done after {date}."),
    N_("Correct the day; what is planned stands in due."),
)
DUE_FIRST = error(
    "commitment_due_first",
    N_("The commitment would be due before it was made ({made})."),
    N_("Correct one of the days."),
)
REPORTED_FIRST = error(
    "commitment_reported_first", N_("The report would precede the commitment ({made})."), N_("Correct one of the days.")
)
NO_EVIDENCE = warning(
    "commitment_no_evidence", N_("The commitment is called met and nothing shows it."), N_("Fill in the evidence.")
)


def holidays_come_in_order(tables: Tables) -> Iterator[Finding]:
    """A holiday ends after it begins, lasts no longer than holidays do, and overlaps with none of its region."""
    if "holidays" in tables.data.bundled:
        return
    by_region: defaultdict[SchoolRegion, list[tuple[int, Holiday]]] = defaultdict(list)
    for i, holiday in enumerate(tables.data.holidays):
        days = (holiday.last_day - holiday.first_day).days + 1
        if days <= 0:
            yield tables.finding(HOLIDAY_ENDS, "holidays", i, "last_day", begins=holiday.first_day)
        else:
            by_region[holiday.region].append((i, holiday))
        if days > LONGEST_HOLIDAY:
            yield tables.finding(HOLIDAY_LONG, "holidays", i, "last_day", days=days)
    for holidays in by_region.values():
        holidays.sort(key=lambda entry: entry[1].first_day)
        for (before, earlier), (after, later) in pairwise(holidays):
            if later.first_day <= earlier.last_day:
                other = tables.sheets["holidays"].place(before, "first_day").row
                yield tables.finding(HOLIDAY_OVERLAP, "holidays", after, "first_day", other=other)


def every_region_has_holidays(tables: Tables) -> Iterator[Finding]:
    """A calendar of one's own covers the three regions."""
    sheet = tables.sheets.get("holidays")
    there = {holiday.region for holiday in tables.data.holidays}
    if sheet and sheet.records and "holidays" not in tables.data.bundled:
        yield from (at(NO_REGION, sheet.file, region=region) for region in SchoolRegion if region not in there)


def answers_and_actions_have_been(tables: Tables) -> Iterator[Finding]:
    """What is answered or done was so on or before the reference date."""
    on = tables.data.reference_date
    if on is None:
        return
    for i, assessment in enumerate(tables.data.assessments):
        if assessment.date > on:
            yield tables.finding(ASSESSED_AHEAD, "assessments", i, "date", subject=assessment.location, date=on)
    for i, improvement in enumerate(tables.data.improvements):
        if improvement.done_on and improvement.done_on > on:
            yield tables.finding(DONE_AHEAD, "improvements", i, "done_on", subject=improvement.location, date=on)


def commitments_hold_together(tables: Tables) -> Iterator[Finding]:
    """A commitment is due and reported after it was made, and what is met has evidence."""
    for i, commitment in enumerate(tables.data.commitments):
        made = commitment.made_on
        if made and commitment.due and commitment.due < made:
            yield tables.finding(DUE_FIRST, "commitments", i, "due", subject=commitment.key, made=made)
        if made and commitment.reported_on and commitment.reported_on < made:
            yield tables.finding(REPORTED_FIRST, "commitments", i, "reported_on", subject=commitment.key, made=made)
        if commitment.state is CommitmentState.MET and not commitment.evidence:
            yield tables.finding(NO_EVIDENCE, "commitments", i, "evidence", subject=commitment.key)


CHECKS: tuple[Check, ...] = (
    holidays_come_in_order,
    every_region_has_holidays,
    answers_and_actions_have_been,
    commitments_hold_together,
)
KINDS = (
    HOLIDAY_ENDS, HOLIDAY_OVERLAP, HOLIDAY_LONG, NO_REGION, ASSESSED_AHEAD, DONE_AHEAD, DUE_FIRST, REPORTED_FIRST,
    NO_EVIDENCE,
)  # fmt: skip
