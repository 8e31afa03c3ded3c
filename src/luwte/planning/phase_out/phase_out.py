# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The phase-out as one account: what was, at what pace it goes, what a chosen day takes, and site by site.

found = phase_out(dataset, date(2026, 11, 16), until=date(2027, 7, 1), policy=load_policy())
found.pace[0].last_leaves
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from luwte.model.dataset import Dataset
from luwte.model.exact import to_digits
from luwte.model.findings import Finding
from luwte.model.receipt import Receipt, software
from luwte.placement import Policy
from luwte.planning.assessing import children_at, ranked
from luwte.planning.outputs import CriticalRow
from luwte.planning.phase_out.parts import By, standing_of
from luwte.planning.phase_out.places import places_rows
from luwte.planning.phase_out.quarters import flows_by, quarter_row, sites_rows
from luwte.planning.phase_out.rows import MeasureRow, PaceRow, PlacesRow, QuarterRow, SiteRow, SitesRow
from luwte.planning.phase_out.sites import measure_rows, site_rows
from luwte.planning.place import question_for
from luwte.planning.recount.situation import Situation
from luwte.planning.suitability import judged_by
from luwte.quality.phase_out.findings import counted_too_low
from luwte.quality.phase_out.flows import Flow
from luwte.quality.phase_out.nights import Slept, Went, nights
from luwte.quality.phase_out.pace import LOOKED_BACK, Asked, Outlook, Pace, outlook
from luwte.quality.phase_out.quarters import stretches

SHOWN = 8  # whole quarters: two years
THOUSANDTHS = Decimal("0.001")


@dataclass(frozen=True)
class Ahead:
    """What a chosen day takes, beside what is known to happen until then. Children."""

    asked: Asked
    turning_eighteen: int
    at_closing_sites: int
    closing_sites: int


@dataclass(frozen=True)
class PhaseOut:
    """The account of one day. `flows` are of all sites together; `outlooks` look back over some quarters each."""

    on: date
    children: int
    flows: tuple[Flow, ...]
    quarters: tuple[QuarterRow, ...]
    sites_by_quarter: tuple[SitesRow, ...]
    outlooks: tuple[Outlook, ...]
    ahead: Ahead
    places: tuple[PlacesRow, ...]
    sites: tuple[SiteRow, ...]
    measures: tuple[MeasureRow, ...]
    critical: tuple[CriticalRow, ...]
    findings: tuple[Finding, ...]
    receipt: Receipt

    @property
    def pace(self) -> tuple[PaceRow, ...]:
        """The outlooks as rows."""
        return tuple(map(_pace_row, self.outlooks))


def phase_out(dataset: Dataset, on: date, *, until: date, policy: Policy) -> PhaseOut:
    """Count, look ahead and lay the sites beside each other, as the tables stand on a day; nothing is decided."""
    slept = tuple(nights(dataset))
    over, standing = tuple(stretches(on, SHOWN)), standing_of(dataset)
    by = {each: flows_by(dataset, slept, over, standing, each) for each in By}
    whole, situation = by[By.ALL], Situation(question_for(dataset, on, policy, ()))
    looked_back = (outlook(whole, quarters) for quarters in LOOKED_BACK)
    return PhaseOut(
        on=on,
        children=whole[-1].end,
        flows=whole,
        quarters=tuple(quarter_row(each, flow) for each, found in by.items() for flow in found),
        sites_by_quarter=tuple(sites_rows(dataset, over, standing)),
        outlooks=tuple(seen for seen in looked_back if seen is not None),
        ahead=_ahead(slept, whole[-1].end, on, until),
        places=tuple(places_rows(situation, until)),
        sites=tuple(site_rows(dataset, slept, standing(on))),
        measures=tuple(measure_rows(dataset, standing(on))),
        critical=tuple(row for row in ranked(standing(on).assessed, children_at(situation, on)) if row.children),
        findings=tuple(counted_too_low(dataset.headcounts, slept)),
        receipt=Receipt(software(), dataset.content_hash, on, judged_by(dataset), seed=dataset.seed),
    )


def _ahead(slept: tuple[Slept, ...], children: int, on: date, until: date) -> Ahead:
    here = [stay for stay in slept if stay.on(on)]
    closing = [stay for stay in here if stay.location.closes is not None and stay.location.closes <= until]
    return Ahead(
        asked=Asked(children, on, until),
        turning_eighteen=sum(stay.went is Went.EIGHTEEN and stay.until <= until for stay in here),
        at_closing_sites=len(closing),
        closing_sites=len({stay.location.key for stay in closing}),
    )


def _pace_row(seen: Outlook) -> PaceRow:
    pace = seen.pace
    return PaceRow(
        quarters=seen.quarters,
        since=pace.since,
        days=pace.days,
        fell=pace.fell,
        a_day=to_digits(pace.a_day, THOUSANDTHS),
        is_floor=pace.is_floor,
        children=pace.children,
        days_left=pace.days_left,
        last_leaves=pace.last_leaves,
        best_last_leaves=_leaves(seen.best),
        worst_last_leaves=_leaves(seen.worst),
        has_band=seen.best is not None,
    )


def _leaves(pace: Pace | None) -> date | None:
    return pace.last_leaves if pace else None
