# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The example answers norms that the catalogue has, of those the gates that it has, and reaches every layer."""

from luwte.data.example.assumptions import bundled_book
from luwte.data.example.make import make_example
from luwte.model.places import PlaceGroup
from luwte.planning.suitability import assessed_in, rows_of
from luwte.quality.catalogue import load_catalogue
from luwte.quality.norm import Level, Norm, Scope
from luwte.quality.triage import Layer
from luwte.quality.yardstick import yardstick

FIGURES = bundled_book().values.quality


def test_the_example_asks_the_gates_of_the_catalogue() -> None:
    gates = [norm for norm in load_catalogue().norms if norm.is_gate and norm.level is Level.LOCATION]
    asked = {
        indicator for lists in (FIGURES.gates, FIGURES.emergency_gates) for ids in lists.values() for indicator in ids
    }
    assert asked == {norm.id for norm in gates} - set(yardstick().only_at)


def test_an_answer_of_the_example_speaks_for_the_groups_of_its_norm() -> None:
    norms: dict[str, Norm] = {norm.id: norm for norm in load_catalogue().norms}
    for lists in (FIGURES.gates, FIGURES.emergency_gates, FIGURES.others, FIGURES.emergency_others):
        for group, indicators in lists.items():
            for indicator in indicators:
                assert norms[indicator].level is Level.LOCATION
                assert group == "all" or norms[indicator].groups == {PlaceGroup(group)}
    emergency = [*FIGURES.emergency_gates["all"], *FIGURES.emergency_others["all"]]  # type: ignore[index]
    assert {norms[indicator].scope for indicator in emergency} == {Scope.EMERGENCY}


def test_what_the_yardstick_names_stands_in_the_catalogue() -> None:
    measure, catalogue = yardstick(), load_catalogue()
    for named in (measure.paperwork, measure.floor, measure.only_at):
        assert all(key in catalogue and catalogue[key].level is Level.LOCATION for key in named)
    assert all(catalogue[key].is_gate for key in measure.paperwork | measure.floor)
    assert all(figure.source and figure.why and figure.unit for figure in measure.figures.values())


def test_the_national_example_reaches_every_layer() -> None:
    country = make_example(scale=1)
    assert country.reference_date
    layers = {row.layer for row in rows_of(country.locations, assessed_in(country, country.reference_date))}
    assert layers == {layer.value for layer in Layer}
