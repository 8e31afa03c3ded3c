# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What `make` promises: its targets exist, preparing twice prepares once, and a failure is told in words."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

TARGETS = ("help", "setup", "run", "test", "check", "bench", "lock", "clean")


@pytest.fixture(scope="module")
def prepare(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("prepare", root / "tools" / "prepare.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["prepare"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("target", TARGETS)
def test_a_promised_target_exists(target: str, root: Path) -> None:
    subprocess.run(["make", "-n", target], cwd=root, check=True, capture_output=True)


def test_help_names_every_promised_target(root: Path) -> None:
    told = subprocess.run(["make", "help"], cwd=root, check=True, capture_output=True, text=True).stdout
    assert all(f"make {target} " in told for target in TARGETS)


@pytest.fixture
def counted(prepare: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], Path, Path]:
    """A step that counts its calls, its input and its output."""
    calls: list[str] = []
    source, product = tmp_path / "source", tmp_path / "product"
    source.write_text("one")
    monkeypatch.setattr(prepare, "ROOT", tmp_path)
    monkeypatch.setattr(prepare, "VENV", tmp_path)

    def act() -> None:
        calls.append(source.read_text())
        product.write_text(source.read_text())

    monkeypatch.setattr(prepare, "steps", lambda dev: (prepare.Step("a", "Making a", (source,), (product,), act),))
    monkeypatch.setattr(sys, "argv", ["prepare.py"])
    return calls, source, product


def test_preparing_twice_prepares_once(prepare: ModuleType, counted: tuple[list[str], Path, Path]) -> None:
    calls, _, _ = counted
    assert prepare.main() == prepare.main() == 0
    assert calls == ["one"]


def test_a_changed_input_is_prepared_again(prepare: ModuleType, counted: tuple[list[str], Path, Path]) -> None:
    calls, source, _ = counted
    prepare.main()
    source.write_text("two")
    prepare.main()
    assert calls == ["one", "two"]


def test_what_was_removed_is_made_again(prepare: ModuleType, counted: tuple[list[str], Path, Path]) -> None:
    calls, _, product = counted
    prepare.main()
    product.unlink()
    prepare.main()
    assert calls == ["one", "one"]


def test_a_folder_with_the_tools_that_test_keeps_them(
    prepare: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepare, "VENV", tmp_path)
    monkeypatch.setattr(sys, "argv", ["prepare.py"])
    assert not prepare.is_for_testing()
    tested = next(step for step in prepare.steps(dev=True) if step.name == "packages-dev")
    tested.stamp.write_text("")
    assert prepare.is_for_testing()


def test_a_failing_step_is_told_and_tried_again(
    prepare: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(prepare, "ROOT", tmp_path)
    monkeypatch.setattr(prepare, "VENV", tmp_path)
    step = prepare.Step("b", "Making b", (), (), lambda: prepare.run(sys.executable, "-c", "raise SystemExit(3)"))
    monkeypatch.setattr(prepare, "steps", lambda dev: (step,))
    monkeypatch.setattr(sys, "argv", ["prepare.py"])
    assert prepare.main() == 1
    assert "ended with 3" in capsys.readouterr().out
    assert not step.stamp.exists()
