# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The national page: what the provinces report, what is short, and ways to divide it side by side; people choose."""

from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from luwte.law.parameters import cycle_of, cycles
from luwte.law.remainder import Division, Reported, shortfalls, side_by_side
from luwte.law.remainder.divide import SCOPES, WAYS
from luwte.model.describe import describe
from luwte.planning.law import reports
from luwte.reporting.law.cycle import became
from luwte_web.accounts.actions import Action
from luwte_web.accounts.policy import can
from luwte_web.pages.answers import Page
from luwte_web.pages.law.asked import AskedOfLaw, law_page
from luwte_web.pages.law.cycle import Choice, day_asked
from luwte_web.pages.law.cycle_seen import or_else
from luwte_web.pages.law.national_map import offered_map
from luwte_web.pages.law.national_tables import assigned_table, provinces_table, silent_table, ways_table
from luwte_web.pages.links import to
from luwte_web.pages.reader import Reader
from luwte_web.registry.days import today
from luwte_web.registry.deciding_distribution import decided

SHOWN = 12  # rows of a long table on the page; the download has them all


@law_page
def national(asked: AskedOfLaw) -> Page:
    """The whole page, on the day of the tables or an earlier one (`?on=`)."""
    reader, on, year = asked.reader, day_asked(asked), str(asked.cycle)
    nothing: tuple[Reported, ...] = ()
    reported, refused = or_else(lambda: reports(asked.dataset, asked.tasks, on), nothing)
    provinces, ways = shortfalls(reported), side_by_side(reported)
    short = [one.remainder for one in provinces if one.remainder]
    tables = (
        provinces_table(reader, provinces, asked.names),
        silent_table(reader, reported, asked.names).part(0, SHOWN),
        ways_table(reader, ways),
        assigned_table(reader, reported, ways, asked.names).part(0, SHOWN),
    )
    decides = asked.is_live and can(asked.actor, Action.DECIDE_DISTRIBUTION)
    context = {
        "cycle": asked.cycle,
        "on": on,
        "cycles": [Choice(str(one.cycle), to("national", cycle=str(one.cycle)), one.cycle == asked.cycle)
                   for one in cycles()],
        "refused": [describe(finding, reader.words) for finding in refused],
        "short": len(short),
        "remainder": sum(short),
        "published": list(became(cycle_of(asked.cycle), on, reader.words)),
        "drafts": [_draft(reader, one, year, on) for one in ways] if short else [],
        "choices": [_choice(reader, one, year) for one in ways] if short and decides else [],
        "decision": to("distribution_decision", cycle=year) if asked.is_live and decided(asked.cycle) else "",
        "map": offered_map(reported, asked.names, reader.words),
    }  # fmt: skip
    return Page("national.html", reader.text("The country"), context, tables)


def _draft(reader: Reader, way: Division, year: str, on: date) -> Choice:
    """The draft by one way as a document."""
    address = reverse("distribution_draft", args=[way.way.value, way.scope.value])
    return Choice(
        _title(reader, way), f"{address}?{urlencode({'cycle': year, 'decided_on': on.isoformat()})}", is_chosen=False
    )


def _choice(reader: Reader, way: Division, year: str) -> Choice:
    """The page on which the ministry decides by one way, or not."""
    asked = {"cycle": year, "way": way.way.value, "scope": way.scope.value, "decided_on": today().isoformat()}
    return Choice(_title(reader, way), to("distribution_decide", **asked), is_chosen=False)


def _title(reader: Reader, way: Division) -> str:
    return f"{reader.text(WAYS[way.way])}; {reader.text(SCOPES[way.scope])}"
