# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Small countries for property tests."""

from decimal import Decimal

from hypothesis import strategies as st

from luwte.model.geography import Municipality

SCORES = st.decimals("-0.99", "2", places=3)
WEIGHTS = st.decimals("0.0001", "3", places=4)
INHABITANTS = st.integers(0, 1_000_000)
NEEDS = st.integers(0, 200_000)


def municipality(number: int, inhabitants: int, ses_woa: Decimal | None, key_weight: Decimal | None) -> Municipality:
    province = f"PV{20 + number % 3}"
    return Municipality(f"GM{number:04d}", f"M{number}", province, province, {None: inhabitants}, ses_woa, key_weight)


@st.composite
def countries(draw: st.DrawFn, *, scored: bool | None = None) -> tuple[Municipality, ...]:
    """From 1 to 40 municipalities, somebody living somewhere, all with scores or all with derived weights."""
    with_scores = draw(st.booleans()) if scored is None else scored
    rows = draw(st.lists(st.tuples(INHABITANTS, SCORES if with_scores else WEIGHTS), min_size=1, max_size=40))
    first = draw(st.integers(1, 1_000_000))
    people = [first, *(row[0] for row in rows[1:])]
    return tuple(
        municipality(number, count, *((row[1], None) if with_scores else (None, row[1])))
        for number, (count, row) in enumerate(zip(people, rows, strict=True))
    )
