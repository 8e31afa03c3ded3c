# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The example never lands on somebody's own tables, and lands whole or not at all."""

from pathlib import Path

import pytest

import luwte.data.example.folder
from luwte.data import read
from luwte.data.example import is_example, make_example, write_example
from luwte.model.dataset import Dataset
from luwte.model.findings import InputRefused


@pytest.fixture(scope="module")
def one() -> Dataset:
    return make_example(scale=0.005, seed=1)


@pytest.fixture(scope="module")
def two() -> Dataset:
    return make_example(scale=0.005, seed=2)


def kinds(refused: pytest.ExceptionInfo[InputRefused]) -> list[str]:
    return [finding.kind.code for finding in refused.value.findings]


def test_an_empty_folder_is_filled(tmp_path: Path, one: Dataset) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    write_example(one, folder)
    assert is_example(folder)
    assert read(folder).content_hash == one.content_hash


def test_an_earlier_example_stays_unless_it_may_be_replaced(tmp_path: Path, one: Dataset, two: Dataset) -> None:
    write_example(one, tmp_path / "example")
    with pytest.raises(InputRefused) as refused:
        write_example(two, tmp_path / "example")
    assert kinds(refused) == ["example.folder_holds_example"]
    assert read(tmp_path / "example").content_hash == one.content_hash
    write_example(two, tmp_path / "example", replace=True)
    assert read(tmp_path / "example").content_hash == two.content_hash
    assert [file.name for file in tmp_path.iterdir()] == ["example"]


@pytest.mark.parametrize("change", ["a file beside", "other tables", "not marked", "no dataset", "not text"])
def test_own_tables_are_never_overwritten(tmp_path: Path, one: Dataset, change: str) -> None:
    write_example(one, tmp_path / "mine")
    about = tmp_path / "mine" / "dataset.csv"
    match change:
        case "a file beside":
            (tmp_path / "mine" / "notes.txt").write_text("keep me")
        case "other tables":
            about.write_text(about.read_text(encoding="utf-8").replace("Voorbeeldland", "Ons land"), encoding="utf-8")
        case "not marked":
            about.write_text(about.read_text(encoding="utf-8").replace(",yes,", ",no,"), encoding="utf-8")
        case "no dataset":
            about.unlink()
        case "not text":
            about.write_bytes(b"\xff\xfe\x00")
    before = {file.name: file.read_bytes() for file in (tmp_path / "mine").iterdir()}
    for may_replace in (False, True):
        with pytest.raises(InputRefused) as refused:
            write_example(one, tmp_path / "mine", replace=may_replace)
        assert kinds(refused) == ["example.folder_not_ours"]
    assert {file.name: file.read_bytes() for file in (tmp_path / "mine").iterdir()} == before


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path, one: Dataset) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(InputRefused):
        write_example(one, tmp_path / "file", replace=True)
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize("when", ["writing", "written"])
def test_a_stopped_command_leaves_the_earlier_example(
    tmp_path: Path, one: Dataset, two: Dataset, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    write_example(one, tmp_path / "example")
    real = luwte.data.example.folder.write

    def stop(dataset: Dataset, folder: Path) -> None:
        if when == "written":
            real(dataset, folder)
        raise KeyboardInterrupt

    monkeypatch.setattr(luwte.data.example.folder, "write", stop)
    with pytest.raises(KeyboardInterrupt):
        write_example(two, tmp_path / "example", replace=True)
    assert read(tmp_path / "example").content_hash == one.content_hash
    assert [file.name for file in tmp_path.iterdir()] == ["example"]


def test_a_failed_swap_puts_the_earlier_example_back(
    tmp_path: Path, one: Dataset, two: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_example(one, tmp_path / "example")
    rename = Path.rename

    def fail(path: Path, target: Path) -> Path:
        if path.name == "new":
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(KeyboardInterrupt):
        write_example(two, tmp_path / "example", replace=True)
    monkeypatch.undo()
    assert read(tmp_path / "example").content_hash == one.content_hash
    assert [file.name for file in tmp_path.iterdir()] == ["example"]
