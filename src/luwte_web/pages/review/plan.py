# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A plan in review: what was found first, then every proposal that the reader may see, the most urgent first."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from luwte.data.in_use import boundaries_in_use
from luwte.model.describe import describe
from luwte.model.findings import Finding, Severity
from luwte.model.people import HouseholdGroup
from luwte.placement.placement import Cause
from luwte.reporting.share_map import share_map
from luwte.words import N_
from luwte_web.audit.reading import reads_people
from luwte_web.pages import columns
from luwte_web.pages.country import Country, country_of
from luwte_web.pages.filters import Filters
from luwte_web.pages.findings import SEVERITY_TONES
from luwte_web.pages.maps import legend
from luwte_web.pages.opened import to_plan
from luwte_web.pages.paging import Paging
from luwte_web.pages.reader import NONE, Reader
from luwte_web.pages.review.desk import Desk, at_the_desk, desk_of, table_asked
from luwte_web.pages.review.plans import under_way
from luwte_web.pages.review.what_if import what_if
from luwte_web.pages.tables import Table
from luwte_web.workspace import proposals
from luwte_web.workspace.models import JobState, PlanJob
from luwte_web.workspace.proposals import Proposal, Standing
from luwte_web.workspace.undisputed import Dispute, disputes

TONES: Mapping[Standing, str] = {
    Standing.OPEN: "open",
    Standing.ACCEPTED: "fair",
    Standing.OVERRIDDEN: "fair",
    Standing.HELD: "open",
    Standing.COMMITTED: "good",
    Standing.STALE: "bad",
}
UNDISPUTED, DISPUTED = "no", "yes"
LOOK: Mapping[Dispute, str] = {
    Dispute.NO_PLACE: N_("no place found"),
    Dispute.CAUSE: N_("nobody has to leave"),
    Dispute.NOT_FIT: N_("fitness not known"),
    Dispute.WAITS: N_("waits for others"),
    Dispute.TRADES: N_("trades places: choose another place for one of them"),
    Dispute.LOCK: N_("locked by a person"),
    Dispute.WISH: N_("not what they asked for"),
    Dispute.NEAR: N_("far from others"),
    Dispute.LEAVES_FIT: N_("leaves a fit place"),
    Dispute.INCOMPLETE: N_("not all written down"),
    Dispute.CHILD: N_("child objects"),
    Dispute.GUARDIAN: N_("guardian objects"),
}


@dataclass(frozen=True)
class Listed:
    """A proposal on the list, with every reason to look at it first."""

    proposal: Proposal
    disputes: tuple[Dispute, ...]

    @property
    def is_undisputed(self) -> bool:
        """Whether it is among those that are accepted together."""
        return self.proposal.standing is Standing.OPEN and not self.disputes


@at_the_desk
@require_safe
def plan_in_review(request: HttpRequest, key: str) -> HttpResponse:
    """One plan: how far it is while it is made, and what it proposes once it is."""
    desk = desk_of(request)
    job = desk.plan(key)
    if job.state is not JobState.DONE or job.plan_id is None:
        return under_way(request, desk, job)
    if job.is_what_if:
        return what_if(request, desk, job)
    country, listed = country_of(job.plan_id), _listed(desk, job)
    filters = Filters(request.GET, desk.reader)
    chosen = list(_chosen(listed, country, desk.reader, filters))
    found = findings_table(desk, country, listed)
    table = proposals_table(country, desk.reader, job, chosen)
    parts = Paging(request.GET, len(chosen))
    read = chosen if "as" in request.GET else parts.of(table).shown
    reads_people(request, [f"household:{one.proposal.household}" for one in read], {"page": "review"})
    if file := table_asked(request, found, table):
        return file
    context = {
        "title": desk.reader.text("Review of the plan for {day}", day=desk.reader.day(job.on)),
        "job": job,
        "desk": desk,
        "found": found,
        "filters": filters,
        "parts": parts,
        "table": parts.of(table),
        "counts": counts(desk.reader, listed),
        "stale": sum(one.proposal.standing is Standing.STALE for one in listed),
        "undisputed": sum(one.is_undisputed for one in listed),
        "figures": to_plan(job.plan_id),
        "map": share_map(
            country.plan.tasks,
            country.dataset.municipality,
            desk.reader.words,
            link=_to_municipality(job),
            outlines=boundaries_in_use(),
        ),
        "legend": list(legend(country, desk.reader)),
        "country": country,
        "query": request.GET,
    }
    return render(request, "review/plan.html", context)


def _to_municipality(job: PlanJob) -> Callable[[str], str]:
    """The page of a municipality with the figures of this plan."""
    figures = to_plan(job.plan_id, "municipalities")
    return lambda code: f"{figures}{code}/"


def counts(reader: Reader, listed: list[Listed]) -> list[tuple[str, int, str]]:
    """How many proposals stand how, with the filter that shows them."""
    counted = Counter(one.proposal.standing for one in listed)
    return [(reader.name(standing), counted[standing], standing.value) for standing in Standing if counted[standing]]


def findings_table(desk: Desk, country: Country, listed: list[Listed]) -> Table[Finding]:
    """Findings by their sort, the gravest first: all of them for who makes plans, else those about who they see."""
    reader, seen = desk.reader, {one.proposal.household for one in listed}
    found = [one for one in country.plan.findings if desk.makes_plans or one.subject in seen]
    counted = Counter(one.kind.code for one in found)
    first = {one.kind.code: one for one in reversed(found)}
    shown = (
        columns.words(
            reader.text("Weight"),
            lambda one: reader.name(one.kind.severity),
            tone=lambda one: SEVERITY_TONES[one.kind.severity],
        ),
        columns.words(reader.text("Finding"), lambda one: describe(one, reader.words)[0]),
        columns.counts(reader, reader.text("How often"), lambda one: counted[one.kind.code]),
        columns.words(reader.text("What to do"), lambda one: describe(one, reader.words)[1]),
    )
    rows = sorted(first.values(), key=lambda one: list(Severity).index(one.kind.severity))
    note = reader.text("Of a sort that was found more often, the first stands here.")
    return Table.of("findings", reader.text("Findings by sort"), shown, rows, note if rows else "")


def proposals_table(
    country: Country, reader: Reader, job: PlanJob, rows: list[Listed], *, undisputed: bool = False
) -> Table[Listed]:
    """Proposals, one household a row; how each stands is left out where all are open and nobody disputes them."""

    def asks(one: Listed) -> str:
        if one.proposal.standing is Standing.STALE:
            return " ".join(reader.text(proposals.CHANGES[each]) for each in one.proposal.changed)
        if one.proposal.standing not in (Standing.OPEN, Standing.HELD):
            return NONE
        return ", ".join(reader.text(LOOK[each]) for each in one.disputes) or reader.text("nobody disputes it")

    who = (
        columns.words(
            reader.text("Household"),
            lambda one: one.proposal.household,
            lambda one: reverse("proposal_in_review", args=[job.key, one.proposal.household]),
        ),
        columns.names(reader, reader.text("Group"), lambda one: HouseholdGroup(one.proposal.row.group)),
        columns.counts(reader, reader.text("People"), lambda one: one.proposal.row.size),
        columns.counts(reader, reader.text("Children"), lambda one: one.proposal.row.minors),
        columns.words(reader.text("From"), lambda one: country.place_name(one.proposal.row.origin)),
        columns.words(reader.text("To"), lambda one: country.place_name(one.proposal.to)),
        columns.names(reader, reader.text("Why"), lambda one: one.proposal.row.cause),
    )
    how = (
        columns.words(
            reader.text("Standing"),
            lambda one: reader.name(one.proposal.standing),
            tone=lambda one: TONES[one.proposal.standing],
        ),
        columns.words(reader.text("What to look at"), asks),
    )
    caption = reader.text("Proposals, the most urgent first")
    return Table.of("proposals", caption, (*who, *(() if undisputed else how)), rows)


def _listed(desk: Desk, job: PlanJob) -> list[Listed]:
    found = proposals.of(desk.actor, job)
    why = disputes(job, found)
    return [Listed(one, why[one.household]) for one in found]


def _chosen(listed: list[Listed], country: Country, reader: Reader, filters: Filters) -> Iterator[Listed]:
    provinces = {row.province_code: row.province for row in country.plan.provinces}
    looks: dict[str, Any] = {
        UNDISPUTED: reader.text("nobody disputes it"),
        DISPUTED: reader.text("somebody must look first"),
    }
    standing = filters.code("standing", reader.text("Standing"), Standing, reader.text("all"))
    cause = filters.code("cause", reader.text("Why"), Cause, reader.text("all reasons"))
    group = filters.code("group", reader.text("Group"), HouseholdGroup, reader.text("all groups"))
    province = filters.choose("province", reader.text("From or to province"), provinces, reader.text("all provinces"))
    disputed = filters.choose("disputed", reader.text("Disputed"), looks, reader.text("disputed or not"))
    for one in listed:
        row = one.proposal.row
        if (
            standing in (None, one.proposal.standing)
            and cause in (None, row.cause)
            and (group is None or group.value == row.group)
            and (not province or province in {country.province_at(end) for end in (row.origin, one.proposal.to)})
            and (not disputed or (disputed == UNDISPUTED) == one.is_undisputed)
        ):
            yield one
