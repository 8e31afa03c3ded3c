# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The map of worth: a darker province is worth more, and every class says which figures are in it."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from luwte.data import national_municipalities
from luwte.reporting.worth_map import WorthScale, worth_map
from luwte.words import words_in

ENGLISH = words_in("en")
figures = st.dictionaries(
    st.sampled_from([f"PV{number}" for number in range(20, 32)]),
    st.none() | st.decimals(0, 90, places=3),
    min_size=1,
)


@given(figures)
def test_a_higher_class_is_worth_more_and_none_is_a_class_of_its_own(worth: dict[str, Decimal | None]) -> None:
    scale = WorthScale(worth)
    classes = scale.classes(ENGLISH)
    for one, value in worth.items():
        assert (scale.class_of(one) == 0) == (value is None)
        assert scale.class_of(one) < len(classes)
        for other, amount in worth.items():
            if value is not None and amount is not None and scale.class_of(one) < scale.class_of(other):
                assert value < amount


def test_classes_say_which_figures_are_in_them() -> None:
    worth = {f"PV{20 + at}": Decimal(at) for at in range(8)}
    labels = [one.label for one in WorthScale(worth).classes(ENGLISH)]
    assert labels == ["no fit, lasting location for them there", "0 to 1", "2 to 3", "4 to 5", "6 to 7"]


def test_every_municipality_tells_what_a_place_in_its_province_is_worth() -> None:
    drawn = worth_map(WorthScale({"PV24": Decimal("3.5")}), national_municipalities(), ENGLISH)
    assert "Almere, Flevoland: one more place is worth 3.5" in drawn
    assert "Utrecht, Utrecht: no fit, lasting location for them" in drawn
    assert drawn.count("<path d=") >= 342
