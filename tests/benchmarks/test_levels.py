# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What `python -m benchmarks.levels` counts, on fewer countries; and that it would see a plan that is not the best."""

from dataclasses import replace
from decimal import Decimal

import pytest

from benchmarks import levels


@pytest.mark.parametrize(("kind", "count"), [("all-plans", 60), ("full-model", 15)])
def test_every_small_country_is_placed_as_well_as_can_be(kind: str, count: int) -> None:
    tally = levels.hold(levels.KINDS[kind], 100_000, count)
    assert tally.tried == count
    assert tally.is_clean, tally


def test_a_plan_that_is_not_the_best_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    found = levels.place

    def worse(*given: object, **more: object) -> object:
        placement = found(*given, **more)  # type: ignore[arg-type]
        first, *rest = placement.levels
        return replace(placement, levels=(replace(first, value=first.value + 1, gap=Decimal(1)), *rest))

    monkeypatch.setattr(levels, "place", worse)
    tally = levels.hold(levels.KINDS["all-plans"], 100_000, 2)
    assert not tally.is_clean
    assert tally.unequal == tally.unproven == tally.unsound == (100_000, 100_001)
