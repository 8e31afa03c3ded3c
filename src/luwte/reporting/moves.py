# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who moves and why: summed by cause and by kind of site, and the households that most need a person's eye."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from luwte.model.dataset import Dataset
from luwte.placement.placement import Action
from luwte.planning.outputs import PlacementRow
from luwte.planning.summary import NO_PLACE

SHOWN = 300  # households in the list; the rest stands in placements.csv


@dataclass
class Sum:
    """Households, people and children together."""

    households: int = 0
    people: int = 0
    children: int = 0

    def add(self, row: PlacementRow) -> None:
        """Count one household in."""
        self.households += 1
        self.people += row.size
        self.children += row.minors


@dataclass(frozen=True)
class Moves:
    """Everything about who does not stay. `by_cause` by action and cause; `children_between` by kind from and to."""

    by_cause: Mapping[tuple[str, str], Sum]
    children_between: Mapping[tuple[str, str], int]
    kinds_from: Sequence[str]
    kinds_to: Sequence[str]
    shown: Sequence[PlacementRow]
    total: int


def moves(rows: Iterable[PlacementRow], dataset: Dataset, kinds: Sequence[str]) -> Moves:
    """Sum and choose; `kinds` is the order in which kinds of site are shown."""
    changing = [row for row in rows if row.action is not Action.STAY]
    by_cause: defaultdict[tuple[str, str], Sum] = defaultdict(Sum)
    between: defaultdict[tuple[str, str], int] = defaultdict(int)
    for row in changing:
        by_cause[row.action.value, row.cause.value].add(row)
        if row.minors:
            between[_kind(dataset, row.origin), _kind(dataset, row.destination)] += row.minors
    return Moves(
        by_cause=dict(sorted(by_cause.items(), key=lambda item: (-item[1].households, item[0]))),
        children_between=between,
        kinds_from=[kind for kind in kinds if any(origin == kind for origin, _ in between)],
        kinds_to=[kind for kind in kinds if any(to == kind for _, to in between)],
        shown=sorted(changing, key=_urgency)[:SHOWN],
        total=len(changing),
    )


def _kind(dataset: Dataset, location: str | None) -> str:
    return dataset.location[location].kind.value if location else NO_PLACE


def _urgency(row: PlacementRow) -> tuple[object, ...]:
    """Without a place first, then by what the plan weighs for children, then by their number."""
    return (row.action is not Action.UNPLACED, -row.level_2, -row.minors, row.household)
