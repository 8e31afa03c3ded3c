# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The same scale and seed give the same bytes; another seed gives another country."""

import hashlib
import os
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from luwte.data.example import make_example

MAKE = """
import sys
from pathlib import Path
from luwte.data.example import make_example, write_example
write_example(make_example(scale=0.02, seed=7), Path(sys.argv[1]))
"""


def hashes(folder: Path) -> dict[str, str]:
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(folder.iterdir())}


def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    """Whatever the order of sets and the number of threads."""
    for name, seed_of_hashes, threads in (("one", "1", "1"), ("two", "4242", "2")):
        settings = {"PYTHONHASHSEED": seed_of_hashes, "POLARS_MAX_THREADS": threads, "OMP_NUM_THREADS": threads}
        subprocess.run([sys.executable, "-c", MAKE, tmp_path / name], check=True, env=os.environ | settings)
    assert hashes(tmp_path / "one") == hashes(tmp_path / "two")
    assert len(hashes(tmp_path / "one")) > 10


def test_another_seed_gives_another_country() -> None:
    one, two = make_example(scale=0.01, seed=1), make_example(scale=0.01, seed=2)
    assert one.content_hash != two.content_hash
    for table in ("locations", "households", "persons", "stays"):
        assert set(getattr(one, table)) != set(getattr(two, table))


def test_the_form_of_the_scale_does_not_matter() -> None:
    assert make_example(scale=0.01) == make_example(scale=Fraction(1, 100))


@pytest.mark.parametrize(("scale", "seed"), [(0, 1), (0.0005, 1), (21, 1), (-1, 1), (1, -1), (1, 1_000_001)])
def test_a_size_that_makes_no_sense_is_refused(scale: float, seed: int) -> None:
    with pytest.raises(ValueError, match="scale"):
        make_example(scale=scale, seed=seed)
