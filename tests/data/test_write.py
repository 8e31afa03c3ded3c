# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People write datasets and templates, and read the same again."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from luwte.data import national_municipalities, read, write, write_empty, write_parquet, write_workbook
from luwte.data.content import content_hash
from luwte.data.schema import input_tables
from luwte.data.write import whole_file, whole_folder
from luwte.model.dataset import Dataset

FORMS: dict[str, tuple[Callable[[Dataset, Path], None], str]] = {
    "csv": (write, "tables"),
    "parquet": (write_parquet, "columns"),
    "workbook": (write_workbook, "book.xlsx"),
}


@pytest.mark.parametrize("form", FORMS)
def test_what_is_written_is_read_again(form: str, small: Path, tmp_path: Path) -> None:
    save, name = FORMS[form]
    dataset = read(small)
    save(dataset, tmp_path / name)
    again = read(tmp_path / name)
    assert replace(again, findings=()) == replace(dataset, findings=())
    assert again.content_hash == dataset.content_hash


def test_writing_twice_gives_the_same_bytes(small: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        write(read(small), tmp_path / name)
    files = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert files
    assert all((tmp_path / "a" / f).read_bytes() == (tmp_path / "b" / f).read_bytes() for f in files)


def test_bundled_tables_are_not_written(small: Path, tmp_path: Path) -> None:
    write(replace(read(small), bundled=frozenset({"holidays"})), tmp_path / "new")
    assert not (tmp_path / "new" / "holidays.csv").exists()
    assert read(tmp_path / "new").bundled == {"holidays"}


def test_the_hash_follows_the_content(small: Path) -> None:
    dataset = read(small)
    first, *others = dataset.locations
    dearer = replace(first, cost_per_place_day=Decimal("80.51"))
    assert first.cost_per_place_day == Decimal("80.50")
    rounded = replace(first, cost_per_place_day=Decimal("80.5000"))
    assert content_hash(replace(dataset, locations=(dearer, *others))) != dataset.content_hash
    assert content_hash(replace(dataset, locations=(rounded, *others))) == dataset.content_hash
    assert content_hash(replace(dataset, locations=(*others, first))) != dataset.content_hash
    assert content_hash(replace(dataset, reference_date=date(2026, 11, 17))) != dataset.content_hash


def test_templates_are_read_without_a_finding_and_mean_nothing(tmp_path: Path) -> None:
    write_empty(tmp_path / "new")
    dataset = read(tmp_path / "new")
    assert dataset.findings == ()
    assert dataset.municipalities == national_municipalities()
    assert dataset.bundled == {"municipalities", "holidays"}
    about = (tmp_path / "new" / "README.md").read_text(encoding="utf-8")
    assert all(f"## {name}.csv" in about for name in input_tables())


def stop_halfway(opened: AbstractContextManager[Path]) -> None:
    """Begin to write, and be stopped."""
    with opened as new:
        ((new / "half.csv") if new.is_dir() else new).write_text("half", encoding="utf-8")
        raise KeyboardInterrupt


@pytest.mark.parametrize("opened", [whole_folder, whole_file])
def test_nothing_is_left_where_writing_stops(
    opened: Callable[[Path], AbstractContextManager[Path]], tmp_path: Path
) -> None:
    with pytest.raises(KeyboardInterrupt):
        stop_halfway(opened(tmp_path / "new"))
    assert list(tmp_path.iterdir()) == []


def test_an_older_workbook_stays_where_writing_stops(tmp_path: Path) -> None:
    (tmp_path / "book.xlsx").write_text("old", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        stop_halfway(whole_file(tmp_path / "book.xlsx"))
    assert (tmp_path / "book.xlsx").read_text(encoding="utf-8") == "old"


def test_a_folder_with_files_is_not_overwritten(small: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError):
        write(read(small), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_texts_with_commas_quotes_and_lines_survive(small: Path, tmp_path: Path) -> None:
    dataset = read(small)
    first, *others = dataset.locations
    odd = replace(first, name='De "Punt", blok A\nachterom', supervisor="'s-Hertogenbosch; Ë")
    for form, (save, name) in FORMS.items():
        save(replace(dataset, locations=(odd, *others)), tmp_path / name)
        assert read(tmp_path / name).locations[0] == odd, form
