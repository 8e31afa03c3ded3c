# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""School days: whether a move on the date falls outside the school holidays of the region it starts from."""

from collections.abc import Mapping
from datetime import date

from luwte.data.national import holiday_regions
from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, FindingKind, Severity
from luwte.model.periods import Holiday, SchoolRegion
from luwte.words import N_

NO_CALENDAR = FindingKind(
    code="placement.no_holiday_calendar",
    severity=Severity.WARNING,
    what=N_("The school holiday calendar of region {region} does not cover {date}."),
    mend=N_("Moves during school weeks are not weighed there. Add the holidays of that school year to holidays.csv."),
)
KINDS = (NO_CALENDAR,)


def days_in_term(dataset: Dataset, on: date) -> tuple[Mapping[str, bool], tuple[Finding, ...]]:
    """Per municipality code: is the date a day outside the school holidays there?

    False, with a finding per region, where the calendar does not reach around the date.
    """
    in_term: dict[SchoolRegion, bool] = {}
    findings = []
    for region in SchoolRegion:
        calendar = [holiday for holiday in dataset.holidays if holiday.region is region]
        if _covers(calendar, on):
            in_term[region] = not any(holiday.first_day <= on <= holiday.last_day for holiday in calendar)
        else:
            findings.append(Finding(NO_CALENDAR, region, params={"region": region, "date": on.isoformat()}))
    regions = holiday_regions()
    known = {m.code: regions[m.code].region for m in dataset.municipalities if m.code in regions}
    return {code: in_term.get(region, False) for code, region in known.items()}, tuple(findings)


def _covers(calendar: list[Holiday], on: date) -> bool:
    return bool(calendar) and min(h.first_day for h in calendar) <= on <= max(h.last_day for h in calendar)
