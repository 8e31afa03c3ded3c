# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Does the history of stays hold together, and do households agree with it?"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from luwte.data.raw import error, warning
from luwte.data.tables import Check, Tables
from luwte.model.findings import Finding
from luwte.model.people import Household
from luwte.model.periods import lies_within
from luwte.model.stays import Stay
from luwte.words import N_

ENDS_FIRST = error("stay_ends_first", N_("The stay ends before it begins ({begins})."), N_("Correct one of the days."))
AHEAD = error(
    "stay_ahead",
    N_("The stay would begin after {date}."),
    N_("Correct the day; a move still to come belongs in the table moves."),
)
OVERLAP = error(
    "stay_overlap",
    N_("This stay of household {household} begins while the one of row {other} still lasts."),
    N_("Correct the days: a household lives in one place."),
)
NO_CURRENT = error(
    "stay_no_current",
    N_("Household {household} lives at {location}, but no stay there lasts on {date}."),
    N_("Add the stay, or correct the location."),
)
ELSEWHERE = error(
    "stay_elsewhere",
    N_("Household {household} lives elsewhere by its stays: at {other}."),
    N_("Correct the location of the household, or end the stay."),
)
SINCE_DIFFERS = error(
    "stay_since_differs", N_("By its stays household {household} arrived on {other}."), N_("Make both days the same.")
)
NO_SINCE = warning(
    "stay_no_since",
    N_("By its stays household {household} arrived on {other}; here the day is empty."),
    N_("Fill it in."),
)
FORCED_DIFFERS = error(
    "stay_forced_differs",
    N_("By its stays household {household} was forced to move {other} times."),
    N_("Make both numbers the same."),
)
CLOSED_THEN = warning(
    "stay_closed_then",
    N_("{location} was not open on all days of this stay of household {household}."),
    N_("Correct the days of the stay, or of the location."),
)


def stays_begin_before_they_end(tables: Tables) -> Iterator[Finding]:
    """A stay begins on or before the reference date and does not end before it begins."""
    on = tables.data.reference_date
    for i, stay in enumerate(tables.data.stays):
        if stay.until and stay.until < stay.since:
            yield tables.finding(ENDS_FIRST, "stays", i, "until", subject=stay.household, begins=stay.since)
        if on and stay.since > on:
            yield tables.finding(AHEAD, "stays", i, "from", subject=stay.household, date=on)


def stays_do_not_overlap(tables: Tables) -> Iterator[Finding]:
    """A household lives in one place at a time; the day of leaving may be the day of arrival elsewhere."""
    for household, history in tables.histories.items():
        for (before, earlier), (after, later) in pairwise(history):
            if later.since < (earlier.until or date.max):
                other = tables.sheets["stays"].place(before, "from").row
                yield tables.finding(
                    OVERLAP, "stays", after, "from", subject=household, household=household, other=other
                )


def households_agree_with_their_stays(tables: Tables) -> Iterator[Finding]:
    """Where a household has stays, its location and day of arrival are those of the stay that lasts."""
    on = tables.data.reference_date
    if on is None or "stays" not in tables.sheets:
        return
    broken = tables.sheets["stays"].left_out("household")
    histories = tables.histories
    for i, household in enumerate(tables.data.households):
        history = histories.get(household.key)
        if history and household.key not in broken:
            current = [stay for _, stay in history if lies_within(on, stay.since, stay.until)]
            yield from _compare(tables, i, household, current[-1] if current else None, on)


def _compare(tables: Tables, i: int, household: Household, current: Stay | None, on: date) -> Iterator[Finding]:
    about = {"subject": household.key, "household": household.key}
    if current is None:
        if household.location:
            yield tables.finding(NO_CURRENT, "households", i, "location", location=household.location, date=on, **about)
    elif current.location != household.location:
        yield tables.finding(ELSEWHERE, "households", i, "location", other=current.location, **about)
    elif household.since is None:
        yield tables.finding(NO_SINCE, "households", i, "since", other=current.since, **about)
    elif current.since != household.since:
        yield tables.finding(SINCE_DIFFERS, "households", i, "since", other=current.since, **about)


def forced_moves_agree_with_stays(tables: Tables) -> Iterator[Finding]:
    """A stated number of forced moves is that of the stays; where a stay does not say, it lies between."""
    if "stays" not in tables.sheets:
        return
    broken = tables.sheets["stays"].left_out("household")
    histories = tables.histories
    for i, household in enumerate(tables.data.households):
        stated = tables.sheets["households"].place(i, "forced_moves").value
        history = histories.get(household.key)
        if not stated or not history or household.key in broken:
            continue
        forced = sum(stay.forced is True for _, stay in history)
        unknown = sum(stay.forced is None for _, stay in history)
        if not forced <= household.forced_moves <= forced + unknown:
            other = str(forced) if not unknown else f"{forced}-{forced + unknown}"
            yield tables.finding(
                FORCED_DIFFERS,
                "households",
                i,
                "forced_moves",
                subject=household.key,
                household=household.key,
                other=other,
            )


def locations_were_open_then(tables: Tables) -> Iterator[Finding]:
    """A stay lies within the days on which its location was open."""
    for i, stay in enumerate(tables.data.stays):
        location = tables.data.location.get(stay.location)
        if location is None:
            continue
        too_early = location.opens is not None and stay.since < location.opens
        too_late = location.closes is not None and (stay.until or stay.since) > location.closes
        if too_early or too_late:
            yield tables.finding(
                CLOSED_THEN, "stays", i, "from" if too_early else "until",
                subject=stay.household, location=stay.location, household=stay.household,
            )  # fmt: skip


CHECKS: tuple[Check, ...] = (
    stays_begin_before_they_end,
    stays_do_not_overlap,
    households_agree_with_their_stays,
    forced_moves_agree_with_stays,
    locations_were_open_then,
)
KINDS = (
    ENDS_FIRST, AHEAD, OVERLAP, NO_CURRENT, ELSEWHERE, SINCE_DIFFERS, NO_SINCE, FORCED_DIFFERS, CLOSED_THEN,
)  # fmt: skip
