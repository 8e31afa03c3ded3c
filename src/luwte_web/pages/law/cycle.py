# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The page of a cycle: what was done when and how late, the five quantities, and how far municipalities are.

`?cycle=` chooses the cycle and `?on=` the day; so a cycle can be played from step to step, as it stood on each day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from luwte.law.estimate import Estimate, from_inflow, inflow_in_use
from luwte.law.parameters import cycles
from luwte.model.describe import describe
from luwte.reporting import estimated
from luwte.reporting.law import cycle as in_words
from luwte.reporting.paper import to_pdf
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.policy import can
from luwte_web.pages.answers import Page
from luwte_web.pages.law.asked import AskedOfLaw, asked_of_law, law_page
from luwte_web.pages.law.cycle_seen import CycleSeen, cycle_seen, paper_about
from luwte_web.pages.law.cycle_tables import (
    five_table,
    ladder_table,
    rungs_table,
    short_table,
    steps_table,
    versions_table,
)
from luwte_web.pages.law.estimate import coverage_table, listed_table
from luwte_web.pages.links import to
from luwte_web.registry.cycle_statuses import may_write

SHOWN = 12  # rows of a long table on the page; the download has them all
PDF_TYPE = "application/pdf"


@dataclass(frozen=True, slots=True)
class Choice:
    """A link to the same page about another cycle or day."""

    name: str
    link: str
    is_chosen: bool


@law_page
def cycle(asked: AskedOfLaw) -> Page:
    """The whole page."""
    reader, on = asked.reader, day_asked(asked)
    seen, found = cycle_seen(asked, on), expected()
    tables = (
        steps_table(reader, seen.steps),
        versions_table(reader, seen.steps),
        five_table(reader, seen.five),
        rungs_table(reader, seen.statuses, len(seen.rows)),
        short_table(reader, seen).part(0, SHOWN),
        ladder_table(reader, seen).part(0, SHOWN),
        listed_table("beside", estimated.beside(reader.words)),
        coverage_table(reader, found),
    )
    context = {
        "cycle": asked.cycle,
        "on": on,
        "said": list(in_words.sentences(seen.cycle, seen.steps, on, reader.words)),
        "refused": [describe(finding, reader.words) for finding in seen.refused],
        "cycles": [
            Choice(str(one.cycle), to("cycle", cycle=str(one.cycle)), one.cycle == asked.cycle) for one in cycles()
        ],
        "days": list(_days(asked, seen)),
        "expected": list(estimated.headline(found, reader.words)),
        "paper": to("cycle_paper", cycle=str(asked.cycle), on=on.isoformat()),
        "writes_steps": asked.is_live and can(asked.actor, Action.DECIDE_DISTRIBUTION),
        "writes_statuses": asked.is_live and may_write(asked.actor),
    }
    return Page("cycle.html", reader.text("Cycle {cycle}", cycle=asked.cycle), context, tables)


@require_safe
def cycle_paper(request: HttpRequest) -> HttpResponse:
    """The same as a document (PDF/UA-1)."""
    asked = asked_of_law(request)
    if asked is None:
        return render(request, "luwte/nothing_yet.html")
    seen, words = cycle_seen(asked, day_asked(asked)), asked.reader.words
    return pdf(to_pdf(paper_about(seen, words), words), f"cycle-{asked.cycle}-{seen.on.isoformat()}")


def pdf(content: bytes, name: str) -> HttpResponse:
    """A document to keep, by its name."""
    headers = {"Content-Disposition": f'attachment; filename="luwte-{name}.pdf"'}
    return HttpResponse(content, content_type=PDF_TYPE, headers=headers)


def day_asked(asked: AskedOfLaw) -> date:
    """The day in the address, no later than the day of the tables; that day where there is none."""
    return min(day_in(asked.query, "on") or asked.on, asked.on)


def day_in(query: QueryDict, name: str) -> date | None:
    """A day in the address; None for anything that is no day."""
    try:
        return date.fromisoformat(query.get(name, ""))
    except ValueError:
        return None


@cache
def expected() -> Estimate:
    """Our own estimate from inflow alone: what comes, and how well that was told before. No places follow from it."""
    return from_inflow(inflow_in_use())


def _days(asked: AskedOfLaw, seen: CycleSeen) -> Iterator[Choice]:
    """The days of the cycle that are over, and the day of the tables."""
    year = str(asked.cycle)
    for day in (one for one in seen.days if one < asked.on):
        yield Choice(asked.reader.day(day), to("cycle", cycle=year, on=day.isoformat()), day == seen.on)
    yield Choice(asked.reader.text(N_("the day of the tables")), to("cycle", cycle=year), seen.on == asked.on)
