# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What is written can be read: no errors, at any size and seed."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from luwte.data import read
from luwte.data.example import LARGEST_SEED, make_example, write_example
from luwte.model.dataset import Dataset
from luwte.model.findings import Severity
from luwte.model.places import LocationKind

WORTH_A_LOOK = {"location_no_supervisor", "household_no_guardian"}  # gaps that the example has on purpose


def read_back(dataset: Dataset) -> Dataset:
    """Write and read; errors raise InputRefused."""
    with tempfile.TemporaryDirectory() as folder:
        write_example(dataset, Path(folder) / "example")
        return read(Path(folder) / "example")


def test_the_whole_example_is_read_without_errors_and_unchanged(country: Dataset) -> None:
    again = read_back(country)
    assert again.content_hash == country.content_hash
    warnings = {finding.kind.code for finding in again.findings if finding.kind.severity is Severity.WARNING}
    assert warnings <= WORTH_A_LOOK


@settings(max_examples=12)
@given(thousandths=st.integers(min_value=1, max_value=40), seed=st.integers(min_value=0, max_value=LARGEST_SEED))
def test_any_size_and_seed_is_read_without_errors(thousandths: int, seed: int) -> None:
    dataset = make_example(scale=thousandths / 1000, seed=seed)
    again = read_back(dataset)
    assert again.content_hash == dataset.content_hash
    warnings = {finding.kind.code for finding in again.findings if finding.kind.severity is Severity.WARNING}
    assert warnings <= WORTH_A_LOOK


@settings(max_examples=8)
@given(seed=st.integers(min_value=0, max_value=LARGEST_SEED))
def test_a_hundredth_still_shows_every_kind_and_group(seed: int) -> None:
    dataset = make_example(scale=0.01, seed=seed)
    assert {location.kind for location in dataset.locations} == set(LocationKind)
    assert {household.group for household in dataset.households} == {"family", "amv", "young_adult", "adult"}
    assert {household.phase for household in dataset.households} == {"registration", "procedure", "permit", "return"}
    assert any(household.location is None for household in dataset.households)
    for table in ("units", "stays", "offers", "exchanges", "commitments", "decisions"):
        assert getattr(dataset, table), table


def test_every_table_has_rows_at_full_size(country: Dataset) -> None:
    for table in (
        "units",
        "moves",
        "headcounts",
        "assessments",
        "improvements",
        "feedback",
        "programmes",
        "contacts",
        "offers",
        "exchanges",
        "commitments",
        "decisions",
    ):
        assert getattr(country, table), table
