# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The phase-out of emergency reception: how it goes, at what pace it ends, what a chosen day takes, site by site."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from luwte.planning.phase_out import PhaseOut
from luwte.planning.phase_out import phase_out as account_of
from luwte.planning.phase_out.parts import By
from luwte.quality.phase_out.targets import CHILDREN_A_QUARTER, LAST_DAY, NO_NEW_CHILDREN
from luwte.reporting.phase_out import BY, asked_for, grounds, headline
from luwte_web.accounts.actions import Action
from luwte_web.accounts.policy import can_somewhere
from luwte_web.pages import few
from luwte_web.pages.answers import Asked, Page, page
from luwte_web.pages.country import country_of
from luwte_web.pages.phase_out_sites import conditions_table, critical_table, measures_table
from luwte_web.pages.phase_out_tables import (
    FIRST_PROVINCES,
    first_provinces_table,
    now_table,
    places_table,
    quarters_table,
    sites_by_quarter_table,
)
from luwte_web.pages.reader import Reader

ACCOUNTS_IN_MEMORY = 8
SHOWN = 12  # rows of a long table on the page; the download has them all


@dataclass(frozen=True, slots=True)
class Told:
    """What one look back says: over what, the answer, and how it follows."""

    title: str
    answer: str
    grounds: tuple[str, ...]


@page
def phase_out(asked: Asked) -> Page:
    """The whole account; `?until=` chooses the day."""
    country, reader = asked.country, asked.reader
    until = _until(asked)
    found = account(country.address, until)
    exact = country.dataset.synthetic or can_somewhere(asked.actor, Action.READ_PERSON)
    details = [by for by in By if by is not By.ALL]
    tables = (
        now_table(reader, found, By.KIND, exact=exact),
        now_table(reader, found, By.FITNESS, exact=exact),
        quarters_table(reader, found, By.ALL, exact=exact),
        *(quarters_table(reader, found, by, exact=exact) for by in details),
        sites_by_quarter_table(reader, found),
        places_table(reader, found, exact=exact),
        first_provinces_table(country, reader),
        critical_table(country, reader, found, exact=exact).part(0, SHOWN),
        conditions_table(country, reader, found, exact=exact).part(0, SHOWN),
        measures_table(country, reader, found).part(0, SHOWN),
    )
    context = {
        "found": found,
        "until": until,
        "exact": exact,
        "fewest": few.FEWEST,
        "children": _children(found, reader, exact=exact),
        "told": list(_told(found, reader)) if exact or found.children >= few.FEWEST else [],
        "asked_for": list(asked_for(found.ahead, reader.words, fewest=1 if exact else few.FEWEST)),
        "details": [(f"quarters-{by}", reader.text(BY[by])) for by in details],
        "target": CHILDREN_A_QUARTER,
        "motion": NO_NEW_CHILDREN,
        "motion_mark": reader.name(NO_NEW_CHILDREN.mark),
        "example": next((row.location for row in found.critical), "L"),
        "number": FIRST_PROVINCES,
    }
    return Page("phase_out.html", reader.text("The end of emergency reception"), context, tables)


@lru_cache(maxsize=ACCOUNTS_IN_MEMORY)
def account(address: str, until: date) -> PhaseOut:
    """The account of a stored plan's tables; counting takes seconds, so that the last few are kept."""
    country = country_of(address)
    return account_of(country.dataset, country.on, until=until, policy=country.policy)


def _until(asked: Asked) -> date:
    """The day that is asked for; anything that is no day is the usual one."""
    try:
        return date.fromisoformat(asked.query.get("until", ""))
    except ValueError:
        return LAST_DAY


def _children(found: PhaseOut, reader: Reader, *, exact: bool) -> str:
    return reader.number(found.children) if exact else few.told(found.children, reader)


def _told(found: PhaseOut, reader: Reader) -> Iterator[Told]:
    for seen in found.outlooks:
        title = reader.text("Seen over {quarters} quarters", quarters=seen.quarters)
        yield Told(title, headline(seen.pace, reader.words), tuple(grounds(seen, reader.words)))
