# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Programs check tables, look at what an import would change, import just that, and take all tables out."""

import io
import tempfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from luwte_web.accounts.actors import SYSTEM
from luwte_web.audit.models import Line
from luwte_web.registry.models import Change, LocationFacts
from luwte_web.registry.services import change, correct
from web.api.programs import Program, said
from web.small_country import Folders

WHY = {"reason": "brought by a program"}
WRONG = b"location,name,municipality\nL1,one,GM0014\nL1,two,Groningen\n"


@pytest.fixture
def tables(officer: Program) -> dict[str, bytes]:
    """All tables of the registry, as they are taken out."""
    exported = officer.get("/export")
    assert exported["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(exported.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def renamed(tables: dict[str, bytes]) -> dict[str, bytes]:
    """The same tables with another name for the first location."""
    header, first, *rest = tables["locations.csv"].decode().splitlines()
    key, _, *more = first.split(",")
    return {**tables, "locations.csv": "\n".join([header, ",".join([key, "another name", *more]), *rest]).encode()}


def test_everything_that_is_wrong_in_a_table_is_told_with_its_place_and_mend(officer: Program) -> None:
    told = said(officer.send("/checks", {"locations.csv": WRONG}, accept_language="en"))
    assert (told["accepted"], told["dataset"]) == (False, None)
    code = next(each for each in told["findings"] if each["place"]["value"] == "Groningen")
    assert code["place"] == {"file": "locations.csv", "row": 3, "column": "municipality", "value": "Groningen"}
    assert code["mend"]
    assert len(told["findings"]) > 5


def test_an_exchange_across_provinces_is_refused_with_the_article_and_its_row(officer: Program) -> None:
    across = b"from,to,places,amv_places,agreed_on\nGM0344,GM0307,4,0,2026-10-01\nGM0344,GM0363,40,5,2026-10-01\n"
    told = said(officer.send("/checks", {"exchanges.csv": across}, accept_language="en"))
    assert told["accepted"] is False
    (found,) = (each for each in told["findings"] if each["place"] and each["place"]["file"] == "exchanges.csv")
    assert found["place"] == {"file": "exchanges.csv", "row": 3, "column": "to", "value": "GM0363"}
    assert found["mend"] == "Exchange inside the province only (Act art. 4(1))."


def test_an_export_brought_in_again_changes_nothing(officer: Program, tables: dict[str, bytes]) -> None:
    seen = officer.send("/import-previews", tables)
    assert (said(seen)["changes_nothing"], said(seen)["differences"]) == (True, [])
    changes = Change.objects.count()
    done = officer.send("/imports", tables, WHY, If_Match=seen["ETag"])
    assert (done.status_code, said(done), Change.objects.count()) == (201, {"change": None}, changes)


def test_an_import_does_what_its_preview_showed(officer: Program, tables: dict[str, bytes]) -> None:
    sent = renamed(tables)
    seen = officer.send("/import-previews", sent)
    (difference,) = said(seen)["differences"]
    assert (difference["table"], difference["new"], difference["changed"], difference["gone"]) == ("locations", 0, 1, 0)
    assert (difference["cells"][0]["column"], difference["cells"][0]["after"]) == ("name", "another name")
    done = officer.send("/imports", sent, WHY, If_Match=seen["ETag"])
    made = Change.objects.latest("id")
    assert (done.status_code, said(done)["change"], made.reason) == (201, made.pk, WHY["reason"])
    assert officer.user
    assert made.actor == officer.user.token
    assert Line.objects.latest("number").act == "import"


def test_a_preview_that_tells_what_is_known_of_somebody_is_on_the_log(
    officer: Program, tables: dict[str, bytes]
) -> None:
    sent = {**tables, "persons.csv": tables["persons.csv"].replace(b",self,m,", b",self,x,", 1)}
    assert sent != tables
    before = Line.objects.filter(act="read_person").count()
    seen = officer.send("/import-previews", sent)
    assert said(seen)["differences"][0]["cells"][0]["before"] == "m"
    assert Line.objects.filter(act="read_person").count() == before + 1


def test_a_zip_file_is_as_good_as_its_files(officer: Program, tables: dict[str, bytes]) -> None:
    packed = officer.get("/export").content
    assert said(officer.send("/import-previews", {"tables.zip": packed}))["changes_nothing"] is True


def test_a_workbook_is_as_good(officer: Program) -> None:
    book = officer.get("/export-workbook")
    assert book["Content-Disposition"] == 'attachment; filename="luwte-tables.xlsx"'
    assert said(officer.send("/import-previews", {"tables.xlsx": book.content}))["changes_nothing"] is True


@pytest.mark.parametrize("seen", ["nonsense", '"1-0123456789abcdef"', '"99999999999999999999-aa"', '"-"', '"x-y"', "*"])
def test_an_import_that_was_not_previewed_is_refused(seen: str, officer: Program, tables: dict[str, bytes]) -> None:
    answer = officer.send("/imports", renamed(tables), WHY, If_Match=seen)
    assert answer.status_code == 412
    assert "If-Match" in said(answer)["detail"]


def test_an_import_needs_its_preview(officer: Program, tables: dict[str, bytes]) -> None:
    answer = officer.send("/imports", renamed(tables), WHY, accept_language="en")
    assert (answer.status_code, said(answer)["title"]) == (428, "Say which version you saw")


def test_an_import_is_refused_where_the_registry_changed_since_its_preview(
    officer: Program, tables: dict[str, bytes]
) -> None:
    sent = renamed(tables)
    seen = officer.send("/import-previews", sent)
    with change(SYSTEM, "meanwhile") as made:
        correct(made, LocationFacts.objects.known().order_by("line").last(), name="meanwhile")
    before = Change.objects.count()
    answer = officer.send("/imports", sent, WHY, If_Match=seen["ETag"], accept_language="en")
    assert answer.status_code == 412
    assert [each["code"] for each in said(answer)["errors"]] == ["registry_stale"]
    assert Change.objects.count() == before


def test_other_tables_than_those_of_the_preview_are_refused(officer: Program, tables: dict[str, bytes]) -> None:
    seen = officer.send("/import-previews", tables)
    assert officer.send("/imports", renamed(tables), WHY, If_Match=seen["ETag"]).status_code == 412


def test_tables_with_errors_are_previewed_with_them_and_not_imported(officer: Program) -> None:
    seen = officer.send("/import-previews", {"locations.csv": WRONG})
    assert (said(seen)["accepted"], list(said(seen)["rejected"])) == (False, ["locations"])
    answer = officer.send("/imports", {"locations.csv": WRONG}, WHY, If_Match=seen["ETag"])
    assert answer.status_code == 400
    assert len(said(answer)["errors"]) == len(said(seen)["findings"])


@pytest.mark.parametrize("name", ["../../evil.csv", "C:\\\\evil.csv", "/evil.csv", "a/evil.csv", ".."])
def test_the_name_of_a_file_leads_nowhere_else(
    name: str, officer: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = tmp_path / "a" / "b" / "c"
    inner.mkdir(parents=True)
    monkeypatch.setattr(tempfile, "tempdir", str(inner))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, "x")
    for sent in ({"t.zip": packed.getvalue()}, {name.replace("..", "x"): b"x"}):
        assert officer.send("/checks", sent).status_code in (200, 400)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_zip_file_that_would_fill_the_disk_is_refused(officer: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("luwte_web.api.uploads.MOST_BYTES_UNPACKED", 1_000)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("locations.csv", b"0" * 2_000)
    answer = officer.send("/checks", {"bomb.zip": packed.getvalue()}, accept_language="en")
    assert (answer.status_code, said(answer)["errors"][0]["code"]) == (400, "api.zip_too_large")


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x03\x04" + b"\0" * 100, b"no zip at all"])
def test_what_is_no_zip_file_is_told(content: bytes, officer: Program) -> None:
    answer = officer.send("/checks", {"tables.zip": content})
    assert answer.status_code == 400


def test_too_much_is_refused_before_it_is_read(officer: Program) -> None:
    large = officer.ask("POST", "/plan-jobs", "x" * (1 << 20))
    assert (large.status_code, large["Content-Type"]) == (413, "application/problem+json")


def test_the_tables_of_a_moment_are_taken_out(officer: Program, folders: Folders) -> None:
    before = datetime(2000, 1, 1, tzinfo=UTC).isoformat().replace("+00:00", "Z")
    with zipfile.ZipFile(io.BytesIO(officer.get(f"/export?asOf={before}").content)) as archive:
        assert "households.csv" not in archive.namelist()
    assert Line.objects.latest("number").act == "export"
