# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People look norms up on the command line, count them, and check a catalogue of their own."""

import shutil
from pathlib import Path

from cli.conftest import Run
from luwte.cli.exits import Exit
from luwte.quality.catalogue.load import BUNDLED


def test_norms_are_counted_and_those_of_municipalities_apart(run: Run) -> None:
    told = run("catalogue", "counts", "--language", "en")
    assert told.exit_code == Exit.DONE
    assert "180 norms about reception, and 25 for municipalities" in told.stdout
    lines = {line.rsplit(maxsplit=2)[0]: line.split()[-2:] for line in told.stdout.splitlines()[2:]}
    assert (lines["gate"], lines["core"]) == (["30", "0"], ["80", "0"])
    assert lines["participation"] == ["17", "2"]


def test_what_is_not_checked_is_told_as_such(run: Run) -> None:
    assert "This is not checked" in run("catalogue", "norm", "SAN-004", "--language", "en").stdout
    assert "Dit is niet nagegaan" in run("catalogue", "norm", "SAN-004").stdout
    assert "the number is our proposal" in run("catalogue", "norm", "SAF-006", "--language", "en").stdout


def test_a_list_holds_what_a_form_asks(run: Run) -> None:
    told = run("catalogue", "list", "--profile", "emergency", "--language", "en")
    assert len(told.stdout.splitlines()) == 1 + 46
    assert "46 norms" in told.stderr


def test_an_id_that_is_not_there_is_refused(run: Run) -> None:
    told = run("catalogue", "norm", "HOU-999")
    assert (told.exit_code, told.stdout) == (Exit.USAGE, "")
    assert "HOU-999" in told.stderr


def test_a_good_catalogue_is_told_good_and_a_bad_one_with_all_its_faults(run: Run, tmp_path: Path) -> None:
    copy = Path(shutil.copy(BUNDLED, tmp_path / "copy.yaml"))
    told = run("catalogue", "check", copy, "--language", "en")
    assert (told.exit_code, "205 norms, 30 gates" in told.stdout) == (Exit.DONE, True)
    copy.write_text(copy.read_text("utf-8").replace("pillar: participation", "pillar: fun", 2), "utf-8")
    told = run("catalogue", "check", copy, "--language", "en")
    assert (told.exit_code, told.stdout) == (Exit.REFUSED, "")
    assert told.stderr.count("pillar says 'fun'") == 2
