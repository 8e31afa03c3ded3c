# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The plan as it is beside the plan with changes: what differs on each level, in people, and who goes elsewhere."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal

from luwte.planning.cells import to_csv
from luwte.planning.place import Placing
from luwte.planning.scenarios.outcome import Outcome, outcome_of, proven_fall

MEASURES, HOUSEHOLDS = "what_if.csv", "what_if_households.csv"


@dataclass(frozen=True, slots=True)
class Measure:
    """what_if.csv: one number of both plans; of a level also how far its best possible value falls for certain."""

    measure: str
    as_it_is: Decimal
    changed: Decimal
    proven_fall: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """what_if_households.csv: a household for which the changed plan proposes another location; None is no place."""

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


def what_if_files(compared: WhatIf) -> Mapping[str, bytes]:
    """The comparison as tables, by file name."""
    return {
        MEASURES: to_csv(Measure, _measures(compared.as_it_is, compared.changed)),
        HOUSEHOLDS: to_csv(Elsewhere, compared.elsewhere),
    }


def _measures(before: Outcome, after: Outcome) -> Iterator[Measure]:
    for old, new in zip(before.levels, after.levels, strict=True):
        yield Measure(f"level_{old.level}", old.value, new.value, proven_fall(old, new))
        yield Measure(f"level_{old.level}_bound", old.bound, new.bound)
    for field in fields(Outcome):
        if field.name != "levels":
            yield Measure(field.name, Decimal(getattr(before, field.name)), Decimal(getattr(after, field.name)))


def _elsewhere(as_it_is: Placing, changed: Placing) -> Iterator[Elsewhere]:
    other = changed.placement.of
    for one in as_it_is.placement.proposals:
        destination = other[one.household].destination
        if destination != one.destination:
            yield Elsewhere(one.household, one.group, one.size, one.minors, one.origin, one.destination, destination)
