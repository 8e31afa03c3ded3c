# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of what is offered: candidates side by side, and of one of them what counts and how fit it is."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.urls import reverse

from luwte.law.counting import Places, Verdict
from luwte.law.counting.viable import DOUBTS, GROUNDS
from luwte.law.explain import cite
from luwte.model.places import PlaceGroup
from luwte.model.sites import Condition, ConditionState
from luwte.planning.law.candidates import Candidate
from luwte.planning.suitability import REASONS
from luwte.reporting.law.counting import NATURES, why
from luwte.words import N_
from luwte_web.pages import columns
from luwte_web.pages.country import Country
from luwte_web.pages.fitness import TONES
from luwte_web.pages.links import to_municipality
from luwte_web.pages.needed_tables import worth_columns
from luwte_web.pages.reader import NONE, Reader
from luwte_web.pages.tables import Column, Table

Link = Callable[[Condition], str] | None
STATE_TONES = {ConditionState.MET: "good", ConditionState.NOT_MET: "bad", ConditionState.UNKNOWN: "open"}


def brought_table(reader: Reader, names: Mapping[str, str], rows: Sequence[Candidate]) -> Table[Any]:
    """What each offer brings, from when until when, and how much of it counts."""
    shown = (
        _offer(reader),
        columns.words(
            reader.text("Municipality"),
            lambda row: names.get(row.offer.municipality, row.offer.municipality),
            lambda row: to_municipality(row.offer.municipality),
        ),
        columns.names(reader, reader.text("How far it is"), lambda row: row.offer.status),
        columns.counts(reader, reader.text("Places"), lambda row: row.offer.places),
        columns.counts(reader, reader.text("of them for unaccompanied minors"), lambda row: row.offer.amv_places),
        columns.days(reader, reader.text("From"), lambda row: row.opens),
        columns.days(reader, reader.text("Until"), lambda row: row.offer.available_until, N_("no end")),
        columns.days(reader, reader.text("Money until"), lambda row: row.offer.funded_until),
        columns.counts(reader, reader.text("Counts"), lambda row: row.counting(Verdict.YES)),
        columns.counts(reader, reader.text("May count"), lambda row: row.counting(Verdict.UNKNOWN)),
        columns.words(reader.text("By article"), lambda row: _articles(reader, row.counted)),
        columns.names(reader, reader.text("Viable initiative"), lambda row: row.initiative.verdict),
    )
    return Table.of("offers", reader.text("Each offer: places, days, whether it counts"), shown, rows)


def beside_table(reader: Reader, rows: Iterable[Candidate]) -> Table[Any]:
    """How good a place each planned or existing site is, as far as anybody knows."""
    with_site = [row for row in rows if row.site]
    shown = (
        _offer(reader),
        _fit(reader, reader.text("Fit for families"), PlaceGroup.FAMILY),
        _fit(reader, reader.text("Fit for unaccompanied minors"), PlaceGroup.AMV),
        columns.counts(reader, reader.text("Gates met"), lambda row: row.gates.met),
        columns.counts(reader, reader.text("Gates not met"), lambda row: row.gates.failed),
        columns.counts(reader, reader.text("Gates nobody knows"), lambda row: row.gates.unknown),
        columns.weights(reader, reader.text("School at (km)"), lambda row: row.site.school_km),
        columns.weights(reader, reader.text("Doctor at (km)"), lambda row: row.site.gp_km),
        columns.counts(reader, reader.text("School places"), lambda row: row.site.school_places),
        columns.counts(reader, reader.text("Units"), lambda row: row.units or None),
        columns.euros(reader, reader.text("A place a day"), lambda row: row.cost),
        columns.counts(reader, reader.text("Conditions"), lambda row: len(row.conditions)),
        columns.counts(reader, reader.text("of which met"), lambda row: row.conditions_in(ConditionState.MET)),
    )
    return Table.of("beside", reader.text("Each offer with a site: fitness, gates, what is near"), shown, with_site)


def counted_table(reader: Reader, one: Candidate) -> Table[Any]:
    """The places of one offer by nature, whether they count, and why."""
    shown = (
        columns.words(reader.text("Nature"), lambda row: reader.text(NATURES[row.candidate.nature])),
        columns.counts(reader, reader.text("Places"), lambda row: row.candidate.places),
        columns.names(reader, reader.text("Counts"), lambda row: row.verdict),
        columns.words(reader.text("Why"), lambda row: why(row, reader.words)),
        columns.words(
            reader.text("Article"), lambda row: cite(row.provision, reader.words), lambda row: row.provision.link
        ),
    )
    return Table.of("counted", reader.text("Do the places count?"), shown, one.counted)


def grounds_table(reader: Reader, one: Candidate) -> Table[Any]:
    """The grounds that stand, and what is in doubt about the others."""
    stands, doubt = reader.text("it stands"), reader.text("in doubt")
    rows = [(stands, reader.text(GROUNDS[ground])) for ground in one.initiative.grounds]
    rows += [(doubt, reader.text(DOUBTS[said])) for said in one.initiative.doubts]
    shown = (
        columns.words(reader.text("Ground"), lambda row: row[1]),
        columns.words(reader.text("Does it stand?"), lambda row: row[0]),
    )
    return Table.of("grounds", reader.text("Is it a viable initiative?"), shown, rows)


def fit_table(reader: Reader, one: Candidate) -> Table[Any]:
    """How fit the site is for each group, why, and what is known of its gates."""
    rows = list(one.fit)

    def gates(group: PlaceGroup, part: str) -> int:
        return len(getattr(one.assessed[group], part)) if group in one.assessed else 0

    shown = (
        columns.names(reader, reader.text("Group"), lambda group: group),
        columns.counts(reader, reader.text("Places"), lambda group: one.site.places_for(group) if one.site else None),
        columns.words(
            reader.text("Fit?"),
            lambda group: reader.name(one.fit[group].fit),
            tone=lambda g: TONES[one.fit[g].fit.value],
        ),
        columns.words(
            reader.text("Reason"), lambda group: reader.text(REASONS.get(one.fit[group].reason, one.fit[group].reason))
        ),
        columns.counts(reader, reader.text("Gates that are asked"), lambda group: gates(group, "gates")),
        columns.counts(reader, reader.text("not met"), lambda group: gates(group, "failed_gates")),
        columns.counts(reader, reader.text("nobody knows"), lambda group: gates(group, "unanswered_gates")),
    )
    return Table.of("fit", reader.text("Is it a fit place?"), shown, rows)


def conditions_table(reader: Reader, rows: Sequence[Condition], look: Link = None, change: Link = None) -> Table[Any]:
    """Conditions with whether they are met; `look` and `change` lead to where the reader may write."""
    shown = (
        columns.words(reader.text("What is asked"), lambda row: row.what, change),
        columns.names(reader, reader.text("About"), lambda row: row.kind),
        columns.words(reader.text("Who sees to it"), lambda row: row.owner or NONE),
        columns.days(reader, reader.text("To be met by"), lambda row: row.due, N_("no date")),
        columns.days(reader, reader.text("Holds until"), lambda row: row.until, N_("no end")),
        columns.words(
            reader.text("Is it met?"), lambda row: reader.name(row.state), look, lambda row: STATE_TONES[row.state]
        ),
        columns.days(reader, reader.text("Looked at on"), lambda row: row.state_on, N_("nobody looked")),
        columns.words(reader.text("Where this comes from"), lambda row: row.source),
        columns.names(reader, reader.text("How sure"), lambda row: row.mark),
    )
    return Table.of("conditions", reader.text("Conditions of the municipality"), shown, rows)


def worth_table(reader: Reader, country: Country | None, province: str, one: Candidate) -> Table[Any]:
    """What one more place in this province is worth to children, by the published plan, for the groups of the offer."""
    needed = country.plan.needed.provinces if country else ()
    groups = [group for group, places in _offered(one).items() if places]
    rows = [row for row in needed if row.province_code == province and row.group in groups and row.worth]
    shown = (
        columns.names(reader, reader.text("One more place for"), lambda row: row.group),
        *worth_columns(reader, rows),
    )
    return Table.of("worth", reader.text("What one more place in this province is worth"), shown, rows)


def _offered(one: Candidate) -> Mapping[PlaceGroup, int]:
    """Places of each group; of an offer without a site only those for minors who came alone are told apart."""
    if one.site is None:
        return {PlaceGroup.AMV: one.offer.amv_places}
    return {group: one.site.places_for(group) for group in PlaceGroup}


def _offer(reader: Reader) -> Column[Any]:
    return columns.words(reader.text("Offer"), lambda row: row.name, lambda row: reverse("offer", args=[row.offer.key]))


def _fit(reader: Reader, title: str, group: PlaceGroup) -> Column[Any]:
    def tone(row: Candidate) -> str:
        return TONES[row.fit[group].fit.value] if group in row.fit else ""

    def told(row: Candidate) -> str:
        return reader.text(REASONS.get(row.fit[group].reason, "")) if group in row.fit else NONE

    return columns.words(title, told, tone=tone)


def _articles(reader: Reader, counted: Iterable[Places]) -> str:
    return ", ".join(dict.fromkeys(reader.norm(one.provision.citation) for one in counted)) or NONE
