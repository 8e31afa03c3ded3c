# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""However a command ends, it ends in a line and an exit code, never in a traceback or half a folder."""

import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from luwte.cli.exits import Refused, UsageRefused
from luwte.cli.folder import write_folder
from luwte.cli.group import Luwte, Verb
from luwte.cli.language import Language
from luwte.cli.options import LanguageOption
from luwte.model.findings import Finding, FindingKind, InputRefused, Place, Severity

FAULT = FindingKind("test.fault", Severity.ERROR, "The value {value} is wrong.", "Mend it.")
PERSONAL = "H-12345 Jan"

Fails = Callable[[Callable[[], None]], Result]


@pytest.fixture
def fails() -> Fails:
    """Run a verb that does just this."""

    def invoke(act: Callable[[], None], language: str = "en") -> Result:
        app = typer.Typer(cls=Luwte, add_completion=False, pretty_exceptions_enable=False)
        app.callback()(lambda: None)

        @app.command("act", cls=Verb)
        def verb(language: LanguageOption = Language.NL) -> None:
            """Do it."""
            act()

        return CliRunner().invoke(app, ["act", "--language", language], prog_name="luwte")

    return invoke


def raising(error: BaseException) -> Callable[[], None]:
    def act() -> None:
        raise error

    return act


def test_a_fault_of_ours_is_one_line_with_a_code_and_nothing_of_the_data(fails: Fails) -> None:
    result = fails(raising(ValueError(PERSONAL)))
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert re.search(r"error [0-9a-f]{8}\)", result.stderr)
    assert PERSONAL not in result.output
    assert "Traceback" not in result.output


def test_the_code_of_a_fault_is_the_same_whatever_the_data(fails: Fails) -> None:
    def fault(value: str) -> Callable[[], None]:
        return lambda: int(value) and None

    assert fails(fault("abc")).stderr == fails(fault("xyz")).stderr


def test_a_developer_can_ask_for_the_traceback(fails: Fails, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LUWTE_DEBUG", "1")
    result = fails(raising(ValueError(PERSONAL)))
    assert isinstance(result.exception, ValueError)


def test_refused_input_lists_every_finding_on_a_line_of_its_own(fails: Fails) -> None:
    wide = "x" * 500
    findings = tuple(
        Finding(FAULT, place=Place("persons.csv", row, "group", wide), params={"value": "[bold]"}) for row in (2, 3)
    )
    result = fails(raising(InputRefused(findings)))
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("error persons.csv:2 group 'xxx")
    assert "[bold]" in lines[1], "what stood in the file is shown, never read as markup"


@pytest.mark.parametrize(("refusal", "code"), [(Refused, 1), (UsageRefused, 2)])
def test_other_refusals_have_their_own_line_and_code(fails: Fails, refusal: type[Refused], code: int) -> None:
    result = fails(raising(refusal("Not {what}.", what="so")))
    assert (result.exit_code, result.stderr) == (code, "Not so.\n")


def test_a_full_disk_or_a_missing_right_is_said_with_its_path(fails: Fails, tmp_path: Path) -> None:
    result = fails(lambda: (tmp_path / "no" / "such").write_text("x") and None)
    assert result.exit_code == 1
    assert str(tmp_path / "no" / "such") in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_stopping_is_quiet(fails: Fails) -> None:
    result = fails(raising(KeyboardInterrupt()))
    assert result.exit_code == 130
    assert result.stderr == "Stopped. No half result was left behind.\n"


SLOW = """
import time
from luwte.cli.app import app
from luwte.cli.group import Verb

@app.command("slow", cls=Verb)
def slow():
    print("ready", flush=True)
    time.sleep(60)

app(["slow"])
"""


def test_ctrl_c_in_a_real_process_ends_with_130_and_one_line() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SLOW], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as work:
        assert work.stdout is not None
        assert work.stdout.readline() == "ready\n"
        work.send_signal(signal.SIGINT)
        _, err = work.communicate(timeout=60)
    assert work.returncode == 130
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("earlier", [False, True])
def test_a_stop_while_writing_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, earlier: bool
) -> None:
    out = tmp_path / "out"
    if earlier:
        write_folder(out, {"receipt.json": b"old", "a": b"old"}, receipt="receipt.json")
    write = Path.write_bytes

    def interrupted(path: Path, content: bytes) -> int:
        if path.name == "b":
            raise KeyboardInterrupt
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_folder(out, {"receipt.json": b"new", "a": b"new", "b": b"new"}, receipt="receipt.json")
    assert [path.name for path in tmp_path.iterdir()] == (["out"] if earlier else [])
    if earlier:
        assert {path.name: path.read_bytes() for path in out.iterdir()} == {"receipt.json": b"old", "a": b"old"}


def test_a_stop_between_the_two_renames_brings_the_earlier_result_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    write_folder(out, {"receipt.json": b"old"}, receipt="receipt.json")
    rename = Path.rename

    def interrupted(path: Path, target: Path) -> Path:
        if path.name.startswith(".out-") and target == out:
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_folder(out, {"receipt.json": b"new"}, receipt="receipt.json")
    assert (out / "receipt.json").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_help_is_in_the_language_that_was_asked_for() -> None:
    from luwte.cli.app import app

    dutch = CliRunner().invoke(app, ["distribute", "--help"], prog_name="luwte")
    english = CliRunner().invoke(app, ["distribute", "--help", "--language", "en"], prog_name="luwte")
    assert dutch.exit_code == english.exit_code == 0
    assert "Opties" in dutch.output
    assert "verdeelsleutel" in dutch.output
    assert "Options" in english.output
    assert "by the key of the law" in " ".join(english.output.split())


def test_a_verb_that_does_not_exist_suggests_one_that_does() -> None:
    from luwte.cli.app import app

    result = CliRunner().invoke(app, ["distribut"], prog_name="luwte")
    assert result.exit_code == 2
    assert "distribute" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_the_help_of_every_verb_exists_in_dutch() -> None:
    from luwte.cli.app import app
    from luwte.words import words_in

    dutch = words_in("nl")
    for command in typer.main.get_group(app).commands.values():
        text = " ".join((command.help or "").split("\n\n")[0].split())
        assert text
        assert dutch.text(text) != text, command.name
