# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The plan as it is beside the plan with changes: what differs on each level, in people, and who goes elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass

from luwte.planning.place import Placing
from luwte.planning.scenarios.outcome import Outcome, outcome_of


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """what_if.csv: a household for which the changed plan proposes another location; `None` is no place."""

    household: str
    group: str
    size: int
    minors: int
    origin: str | None
    as_it_is: str | None
    changed: str | None


@dataclass(frozen=True)
class WhatIf:
    """Both outcomes, and everybody who goes elsewhere, in the order of the tables."""

    as_it_is: Outcome
    changed: Outcome
    elsewhere: tuple[Elsewhere, ...]


def what_if(as_it_is: Placing, changed: Placing) -> WhatIf:
    """Compare two placements of the same people."""
    return WhatIf(outcome_of(as_it_is), outcome_of(changed), tuple(_elsewhere(as_it_is, changed)))


def _elsewhere(as_it_is: Placing, changed: Placing) -> Iterator[Elsewhere]:
    other = changed.placement.of
    for one in as_it_is.placement.proposals:
        destination = other[one.household].destination
        if destination != one.destination:
            yield Elsewhere(one.household, one.group, one.size, one.minors, one.origin, one.destination, destination)
