# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Children and sites per quarter, as rows."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from luwte.model.dataset import Dataset
from luwte.model.places import EMERGENCY_RECEPTION, Location
from luwte.planning.phase_out.parts import CODES, By, Standing
from luwte.planning.phase_out.rows import QuarterRow, SitesRow
from luwte.planning.suitability import GROUPS_OF_CHILDREN
from luwte.quality.phase_out.flows import EVERYWHERE, Counted, Flow, flows
from luwte.quality.phase_out.nights import Came, Slept, Went
from luwte.quality.phase_out.quarters import Stretch

StandingOn = Callable[[date], Standing]


def flows_by(
    dataset: Dataset, slept: Sequence[Slept], over: Sequence[Stretch], standing: StandingOn, by: By
) -> tuple[Flow, ...]:
    """The children of every part over every quarter; counts by people are known for kinds, and for all together."""
    return tuple(flows(slept, over, CODES[by], lambda day: standing(day).part_of(by), _counted(dataset)))


def _counted(dataset: Dataset) -> Counted:
    """What people counted: each kind, and the whole on the days of which every kind was counted."""
    counts = {(count.on, count.kind.value): count.children for count in dataset.headcounts}
    kinds = [kind.value for kind in EMERGENCY_RECEPTION]
    whole = {
        (day, EVERYWHERE): sum(counts[day, kind] for kind in kinds)
        for day in {day for day, _ in counts}
        if all((day, kind) in counts for kind in kinds)
    }
    return counts | whole


def quarter_row(by: By, flow: Flow) -> QuarterRow:
    """One part in one quarter."""
    return QuarterRow(
        quarter=str(flow.stretch.quarter),
        last_day=flow.stretch.last,
        by=by,
        part=flow.part,
        before=flow.before,
        before_known=flow.before_known,
        new=flow.came[Came.NEW],
        again=flow.came[Came.AGAIN],
        born=flow.came[Came.BORN],
        from_other_site=flow.came[Came.OTHER_SITE],
        unknown_since=flow.came[Came.BEFORE],
        another_part=flow.another_part,
        to_regular=flow.went[Went.REGULAR],
        eighteen=flow.went[Went.EIGHTEEN],
        to_other_site=flow.went[Went.OTHER_SITE],
        away=flow.went[Went.AWAY],
        not_kept=flow.not_kept,
        children=flow.end,
        children_known=flow.end_known,
    )


def sites_rows(dataset: Dataset, over: Sequence[Stretch], standing: StandingOn) -> Iterator[SitesRow]:
    """What opened, closed and changed, by kind."""
    for stretch in over:
        then, now = standing(stretch.before), standing(stretch.last)
        for kind in EMERGENCY_RECEPTION:
            sites = [site for site in dataset.locations if site.kind is kind]
            lasting = [site for site in sites if site.is_open(stretch.before) and site.is_open(stretch.last)]
            yield SitesRow(
                quarter=str(stretch.quarter),
                last_day=stretch.last,
                kind=kind,
                open=sum(site.is_open(stretch.last) for site in sites),
                opened=sum(site.opens is not None and stretch.holds(site.opens) for site in sites),
                closed=sum(site.closes is not None and stretch.holds(site.closes) for site in sites),
                became_fit=_changed(lasting, then, now),
                no_longer_fit=_changed(lasting, now, then),
            )


def _changed(sites: Sequence[Location], unfit_on: Standing, fit_on: Standing) -> int:
    """Sites and groups that are fit at one count and not at the other."""
    return sum(
        fit_on.fitness(site, group).is_fit and not unfit_on.fitness(site, group).is_fit
        for site in sites
        for group in GROUPS_OF_CHILDREN
    )
