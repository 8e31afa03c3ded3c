# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What `python -m benchmarks.levels` counts, on fewer countries; and that it would see a plan that is not the best."""

from dataclasses import replace
from decimal import Decimal

import pytest

from benchmarks import levels


def test_every_small_country_is_placed_as_well_as_can_be() -> None:
    tally = levels.try_all_plans(100_000, 60, divided=False)
    assert tally.tried == 60
    assert tally.is_clean, tally


def test_a_plan_that_is_not_the_best_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    found = levels.place

    def worse(*given: object, **more: object) -> object:
        placement = found(*given, **more)  # type: ignore[arg-type]
        first, *rest = placement.levels
        return replace(placement, levels=(replace(first, value=first.value + 1, gap=Decimal(1)), *rest))

    monkeypatch.setattr(levels, "place", worse)
    tally = levels.try_all_plans(100_000, 2, divided=False)
    assert not tally.is_clean
    assert tally.unequal == tally.unproven == tally.unsound == (100_000, 100_001)
