# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Before anything is imported people see what would change, and nothing but that is done."""

from pathlib import Path

import pytest
from django.http import Http404

from luwte.cli.language import Language
from luwte.model.findings import InputRefused
from luwte_web.accounts.actors import NOBODY, SYSTEM
from luwte_web.audit.models import Line
from luwte_web.registry import exporting, importing, models, refusals, selectors, verbs
from luwte_web.registry.differences import Difference
from web.registry import few_people
from web.registry.conftest import bring

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("people")]


def differences(seen: importing.Preview) -> dict[str, Difference]:
    return {each.table: each for each in seen.differences if each}


def changed_folder(folder: Path) -> Path:
    """A3 is gone with its person, F1 has a permit, and there is a new adult A9."""
    told = few_people.tables()
    told["households"] = [
        {**row, "phase": "permit"} if row["household"] == "F1" else row
        for row in told["households"] if row["household"] != "A3"
    ]  # fmt: skip
    told["persons"] = [row for row in told["persons"] if row["household"] != "A3"]
    told["households"].append({**told["households"][-1], "household": "A9"})
    told["persons"].append({**told["persons"][-1], "household": "A9", "person": "A9s"})
    return few_people.write(folder, told)


def test_a_preview_names_what_is_new_changed_and_gone(tmp_path: Path) -> None:
    seen = differences(importing.preview(changed_folder(tmp_path / "changed")))
    assert set(seen) == {"households", "persons"}
    households = seen["households"]
    assert [new.key for new in households.new] == [("A9",)]
    assert [gone.key for gone in households.gone] == [("A3",)]
    assert [(c.key, dict(c.cells)) for c in households.changed] == [(("F1",), {"phase": ("procedure", "permit")})]


def test_the_command_line_names_lines_that_come_and_go_and_every_cell_that_changes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verbs, "_start", lambda: None)
    verbs.import_tables(changed_folder(tmp_path / "changed"), preview=True, language=Language.EN)
    told = capsys.readouterr().out
    lines = [line for line in told.splitlines() if line.startswith("households ") and ":" in line]
    assert lines == [
        "households A9: is new",
        "households F1: phase was 'procedure', becomes 'permit'",
        "households A3: is gone",
    ]


@pytest.mark.parametrize(
    ("count", "language", "last"),
    [
        (verbs.SHOWN, Language.EN, "persons B20s: is new"),
        (verbs.SHOWN + 1, Language.EN, "and 1 more new line of persons"),
        (verbs.SHOWN + 3, Language.NL, "en nog 3 nieuwe regels van persons"),
    ],
)
def test_of_many_new_lines_the_first_are_named_and_the_others_counted(
    count: int, language: Language, last: str, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    told = few_people.tables()
    for n in range(1, count + 1):
        told["households"].append({**told["households"][-1], "household": f"B{n}"})
        told["persons"].append({**told["persons"][-1], "household": f"B{n}", "person": f"B{n}s"})
    monkeypatch.setattr(verbs, "_start", lambda: None)
    verbs.import_tables(few_people.write(tmp_path / "more", told), preview=True, language=language)
    said = capsys.readouterr().out
    assert last in said
    assert said.count("persons B") == verbs.SHOWN


def test_a_preview_writes_nothing(tmp_path: Path) -> None:
    before, lines = selectors.latest_change(), Line.objects.count()
    importing.preview(changed_folder(tmp_path / "changed"))
    assert (selectors.latest_change(), Line.objects.count()) == (before, lines)


def test_what_was_shown_is_done(tmp_path: Path) -> None:
    seen = importing.preview(changed_folder(tmp_path / "changed"))
    made = importing.apply(seen, SYSTEM, "new list")
    assert made is not None
    assert (made.actor, made.reason) == (SYSTEM.key, "new list")
    assert importing.preview(tmp_path / "changed").changes_nothing


def test_a_preview_that_is_out_of_date_is_not_done(tmp_path: Path) -> None:
    seen = importing.preview(changed_folder(tmp_path / "changed"))
    bring(few_people.write(tmp_path / "other", few_people.tables(households=5)))
    with pytest.raises(refusals.ChangeRefused, match="registry_stale"):
        importing.apply(seen, SYSTEM, "late")
    assert len(selectors.dataset_of_registry().households) == 15


def test_lines_with_an_error_are_counted_and_nothing_is_done(tmp_path: Path) -> None:
    told = few_people.tables()
    told["households"] = [
        {**row, "phase": "sleeping"} if row["group"] == "adult" else row for row in told["households"]
    ]
    seen = importing.preview(few_people.write(tmp_path / "wrong", told))
    assert dict(seen.rejected) == {"households": 4}
    assert seen.findings
    assert not seen.changes_nothing
    with pytest.raises(InputRefused):
        importing.apply(seen, SYSTEM, "wrong")


def test_a_table_that_would_be_emptied_is_warned_of(tmp_path: Path) -> None:
    told = {name: rows for name, rows in few_people.tables().items() if name not in ("households", "persons")}
    seen = importing.preview(few_people.write(tmp_path / "empty", told))
    assert {f.subject for f in seen.findings if f.kind is importing.EMPTIED} == {"households", "persons"}


def test_the_same_line_twice_is_two_lines(tmp_path: Path) -> None:
    told = few_people.tables()
    told["improvements"] = [{"location": few_people.NEW, "indicator": "i1", "action": "paint"}] * 3
    bring(few_people.write(tmp_path / "three", told))
    told["improvements"] = told["improvements"][:2]
    seen = differences(importing.preview(few_people.write(tmp_path / "two", told)))
    assert set(seen) == {"improvements"}
    assert (len(seen["improvements"].new), len(seen["improvements"].gone)) == (0, 1)


def test_moves_that_make_place_for_each_other_come_in_in_any_order(tmp_path: Path) -> None:
    told = moves(("m1", "M3", few_people.NEW), ("m2", "M1", few_people.OLD))
    bring(few_people.write(tmp_path / "moves", told))
    assert len(selectors.dataset_of_registry().moves) == 2


def test_moves_without_a_place_are_all_named_and_nothing_is_done(tmp_path: Path) -> None:
    told = moves(("m1", "M3", few_people.NEW), ("m2", "M4", few_people.NEW))
    before = selectors.latest_change()
    with pytest.raises(refusals.ChangeRefused) as why:
        bring(few_people.write(tmp_path / "moves", told))
    assert [(f.kind, f.subject) for f in why.value.findings] == [(refusals.NO_PLACE, "M3"), (refusals.NO_PLACE, "M4")]
    assert selectors.latest_change() == before
    assert not models.MoveFacts.objects.exists()


def _asleep(row: few_people.Row) -> few_people.Row:
    return {**row, "phase": "sleeping"}


def moves(*wanted: tuple[str, str, str]) -> dict[str, list[few_people.Row]]:
    """Two unaccompanied minors live on both places for them at the new location; these moves are committed."""
    told = few_people.tables()
    told["households"] = [
        {**row, "location": few_people.NEW} if row["household"] in ("M1", "M2") else row for row in told["households"]
    ]
    told["moves"] = [
        {"move": key, "household": who, "to": to, "on": "2026-12-01", "status": "committed"} for key, who, to in wanted
    ]
    return told


def test_who_may_not_import_or_export_finds_nothing_there(tmp_path: Path) -> None:
    seen = importing.preview(changed_folder(tmp_path / "changed"))
    with pytest.raises(Http404):
        importing.apply(seen, NOBODY, "mine")
    with pytest.raises(Http404):
        exporting.export(tmp_path / "out", NOBODY)
    assert not (tmp_path / "out").exists()
