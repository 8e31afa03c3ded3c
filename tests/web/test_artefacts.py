# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Artefacts are kept whole, found by their hash, and never changed, on every database."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import Error, connection, transaction

from luwte.data import read
from luwte.model.findings import InputRefused
from luwte.planning import load_plan
from luwte_web import bridge
from luwte_web.artefacts import selectors, services
from luwte_web.artefacts.models import Artefact, Publication
from web.small_country import Folders

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
LATER = datetime(2026, 11, 21, 13, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def test_the_same_folder_is_stored_once(folders: Folders) -> None:
    before = Artefact.objects.count()
    assert services.store_dataset(folders.tables, LATER) == services.store_dataset(folders.tables, NOON)
    assert Artefact.objects.count() == before


def test_what_is_stored_comes_back_the_same(folders: Folders) -> None:
    shown = selectors.shown()
    assert shown is not None
    published = selectors.published(shown.address)
    assert published.dataset == read(folders.tables)
    assert published.dataset.content_hash == read(folders.tables).content_hash
    assert published.plan == load_plan(folders.plan)


def test_an_address_depends_on_names_and_contents_alone(folders: Folders, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(folders.plan, copy)
    (copy / ".hidden").write_text("not part of it")
    assert bridge.pack(copy).address == bridge.pack(folders.plan).address
    (copy / "worth.csv").write_text((copy / "worth.csv").read_text() + "x")
    assert bridge.pack(copy).address != bridge.pack(folders.plan).address


def test_names_and_contents_cannot_be_traded() -> None:
    assert bridge.address_of({"a": b"bc"}) != bridge.address_of({"ab": b"c"})
    assert bridge.address_of({"a": b"", "b": b""}) != bridge.address_of({"a": b"b"})


def test_the_database_refuses_to_change_an_artefact() -> None:
    artefact = Artefact.objects.filter(kind=Artefact.Kind.PLAN).first()
    assert artefact is not None
    with pytest.raises(Error, match="never changes"), transaction.atomic():
        Artefact.objects.filter(address=artefact.address).update(content=b"other")


def test_the_database_refuses_a_plan_without_its_dataset() -> None:
    with pytest.raises(Error), transaction.atomic():
        Artefact.objects.create(address="0" * 64, kind=Artefact.Kind.PLAN, content=b"", stored_at=NOON)


def test_the_database_refuses_an_address_that_is_no_hash() -> None:
    with pytest.raises(Error), transaction.atomic():
        Artefact.objects.create(address="short", kind=Artefact.Kind.DATASET, content=b"", stored_at=NOON)


def test_a_plan_of_other_tables_is_refused(folders: Folders, real_folders: Folders) -> None:
    dataset = services.store_dataset(real_folders.tables, NOON)
    with pytest.raises(services.PlanOfOtherDataset):
        services.store_plan(folders.plan, dataset, NOON)


def test_tables_that_cannot_be_read_are_not_stored(tmp_path: Path) -> None:
    (tmp_path / "municipalities.csv").write_text("code;name\n")
    before = Artefact.objects.count()
    with pytest.raises(InputRefused):
        services.store_dataset(tmp_path, NOON)
    assert Artefact.objects.count() == before


def test_the_plan_published_last_is_shown_and_the_earlier_one_stays_on_record(real_folders: Folders) -> None:
    earlier = selectors.shown()
    later = services.publish_folders(real_folders.tables, real_folders.plan)
    shown = selectors.shown()
    assert earlier is not None
    assert shown is not None
    assert shown.address == later.plan_id
    assert Publication.objects.filter(plan_id=earlier.address).exists()


def test_the_report_comes_back_byte_for_byte(folders: Folders) -> None:
    shown = selectors.shown()
    assert shown is not None
    assert selectors.report_of(shown.address) == (folders.plan / "report.html").read_bytes()


def test_nothing_is_shown_before_anything_was_published(client: "pytest.FixtureRequest") -> None:
    Publication.objects.all().delete()
    assert selectors.shown() is None
    assert b"luwte demo" in client.get("/").content  # type: ignore[attr-defined]


def test_models_and_migrations_agree() -> None:
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
    assert connection.vendor in ("sqlite", "postgresql")
