# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How fit places are, and how many children live in places of which fitness."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from luwte.model.places import Fitness
from luwte.planning.summary import NO_PLACE, Count
from luwte.words import N_
from luwte_web.pages import columns
from luwte_web.pages.reader import Reader
from luwte_web.pages.tables import Table
from luwte_web.pages.tally import Change

WITH_NEEDS = N_(
    "A place that does not meet a need of the household is not fit either; the triage counts by the place alone."
)
TONES = {
    Fitness.FIT_ASSESSED.value: "good",
    Fitness.FIT_ASSUMED.value: "fair",
    Fitness.UNKNOWN.value: "open",
    Fitness.UNFIT.value: "bad",
    NO_PLACE: "bad",
}


def counts_table(
    reader: Reader, key: str, captions: tuple[str, str], codes: type[StrEnum], counts: Mapping[str, Count]
) -> Table[Any]:
    """Children by a code, now and after the plan; `captions` are the table's own and that of the codes."""
    names = {code.value: reader.name(code) for code in codes} | {NO_PLACE: reader.text("no place")}
    rows = [(code, count) for code, count in counts.items() if count.before or count.after]
    shown = (
        columns.words(captions[1], lambda row: names[row[0]], tone=lambda row: TONES.get(row[0], "")),
        columns.counts(reader, reader.text("Now"), lambda row: row[1].before),
        columns.counts(reader, reader.text("After the plan"), lambda row: row[1].after),
        columns.changes(reader, reader.text("Change"), lambda row: row[1].after - row[1].before),
    )
    return Table.of(key, captions[0], shown, rows)


def fitness_table(reader: Reader, counts: Mapping[str, Count]) -> Table[Any]:
    """Children by how fit their place is for them in a plan, with why the triage can count otherwise."""
    captions = (reader.text("Children by fitness of their place"), reader.text("Fitness"))
    table = counts_table(reader, "children-by-fitness", captions, Fitness, counts)
    return replace(table, note=reader.text(WITH_NEEDS))


def children_table(reader: Reader, change: Change) -> Table[Any]:
    """Children at a place or in a municipality by how fit it is for them."""
    before, after = change.before.children_by_fitness, change.after.children_by_fitness
    counts = {fit.value: Count(before[fit], after[fit]) for fit in Fitness}
    return fitness_table(reader, counts)
