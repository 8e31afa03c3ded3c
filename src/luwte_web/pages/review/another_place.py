# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Another place than the plan proposes: which there are, and what choosing one would do, before anybody chooses it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.http import HttpRequest

from luwte.planning.recount import breaches
from luwte.reporting.labels import LEVELS, TERMS
from luwte.words import N_
from luwte_web.pages import columns
from luwte_web.pages.reader import Reader
from luwte_web.pages.review.decisions import DECISIONS, MAY_GO_ELSEWHERE
from luwte_web.pages.review.forms import PlaceForm
from luwte_web.pages.review.sheet import Sheet
from luwte_web.pages.tables import Table
from luwte_web.registry.refusals import ChangeRefused
from luwte_web.registry.selectors import seen_among
from luwte_web.workspace.effect import Effect, choices, effect_of

BROKEN: Mapping[str, str] = {
    breaches.PLACES.code: N_("There are not enough places for everybody who would live there."),
    breaches.BROUGHT_OVER.code: N_("There are not enough places for everybody who would live there."),
    breaches.UNITS.code: N_("No unit is left that holds the family whole."),
    breaches.BROUGHT_OVER_UNITS.code: N_("No unit is left that holds the family whole."),
    breaches.ACCESSIBLE_PLACES.code: N_("No accessible place is left."),
    breaches.SCHOOL_PLACES.code: N_("No school place is left."),
    breaches.GROUP.code: N_("It has no places for this group."),
    breaches.AMV_TEAM.code: N_("It has families too, and no own team for unaccompanied minors."),
    breaches.NEEDS.code: N_("It does not provide what the household needs."),
    breaches.ONLY.code: N_("It is kept for others."),
    breaches.NO_WORSE.code: N_("A child would go from a fit place to one that is not known to be fit."),
    breaches.CLOSED.code: N_("It is not open, closes too soon, or takes nobody in."),
    breaches.REGISTRATION.code: N_("It is only for people who are being registered."),
}


@dataclass(frozen=True)
class Another:
    """The choice of another place; with what it would do once one is looked at."""

    places: PlaceForm
    effect: Effect | None = None
    fitness: str = ""
    levels: Table[Any] | None = None
    terms: Table[Any] | None = None
    broken: tuple[str, ...] = ()
    form: forms.Form | None = None
    unknown: tuple[tuple[str, str], ...] = ()
    rivals: tuple[str, ...] = ()

    @property
    def has_rivals_unseen(self) -> bool:
        """Whether others than the reader reads about may have to go without."""
        return self.effect is not None and len(self.effect.rivals) > len(self.rivals)

    @property
    def tables(self) -> tuple[Table[Any], ...]:
        """The tables of what it would do."""
        return tuple(table for table in (self.levels, self.terms) if table)


def another_place(request: HttpRequest, sheet: Sheet, filled: forms.Form | None) -> Another | None:
    """What the address looks at, or what was filled in and refused; None for who may not choose."""
    if not sheet.decides or (sheet.proposal.standing not in MAY_GO_ELSEWHERE and filled is None):
        return None
    reader = sheet.desk.reader
    to = (filled.data.get("to", "") if filled else request.GET.get("to", ""))[:100]
    places = PlaceForm(
        initial={"to": to}, reader=reader, choices=choices(sheet.job, sheet.household), auto_id="look_%s"
    )
    if not to:
        return Another(places)
    try:
        effect = effect_of(sheet.job, sheet.household, to)
    except ChangeRefused as refused:
        return Another(places, unknown=tuple(sheet.desk.told(refused.findings)))
    form = filled or DECISIONS["override"].form(sheet, None)
    form.initial["to"] = to
    return Another(
        places,
        effect,
        reader.name(effect.fitness),
        _levels(reader, effect),
        _terms(reader, effect),
        tuple(dict.fromkeys(_broken(reader, effect))),
        form,
        rivals=tuple(seen_among(sheet.desk.actor, [one.household for one in effect.rivals])),
    )


def _levels(reader: Reader, effect: Effect) -> Table[Any]:
    """Each level in the plan, with this place, and the difference."""
    rows = [(level, before, after) for level, (before, after) in effect.levels.items()]
    shown = (
        columns.words(reader.text("Level"), lambda row: f"{row[0]}. {reader.text(LEVELS[row[0]][0])}"),
        columns.weights(reader, reader.text("In the plan"), lambda row: row[1]),
        columns.weights(reader, reader.text("With this place"), lambda row: row[2]),
        columns.differences(reader, reader.text("Difference"), lambda row: row[2] - row[1]),
    )
    note = reader.text("In weighed persons; lower is better. A lower level is never bought with a higher one.")
    return Table.of("effect-levels", reader.text("What it does to each level"), shown, rows, note)


def _terms(reader: Reader, effect: Effect) -> Table[Any]:
    """What weighs more or less."""
    rows: list[tuple[str, Decimal]] = list(effect.found.terms.items())
    shown = (
        columns.words(reader.text("What weighs"), lambda row: reader.text(TERMS.get(row[0], row[0]))),
        columns.differences(reader, reader.text("Difference"), lambda row: row[1]),
    )
    return Table.of("effect-terms", reader.text("What weighs more or less"), shown, rows)


def _broken(reader: Reader, effect: Effect) -> Iterator[str]:
    for finding in effect.found.broken:
        yield reader.text(BROKEN[finding.kind.code])
