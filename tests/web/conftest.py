# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Django for the tests of the pages: a data folder of its own, the database that is named, one small plan."""

import os
import tempfile

import django
import pytest

os.environ["LUWTE_HOME"] = tempfile.mkdtemp(prefix="luwte-tests-")
os.environ["DJANGO_SETTINGS_MODULE"] = "luwte_web.settings"
django.setup()

from django.db import connection  # noqa: E402 - Django must be set up before it is imported from
from django.test import Client  # noqa: E402
from pytest_django.plugin import DjangoDbBlocker  # noqa: E402

from luwte_web.artefacts import selectors, services  # noqa: E402
from luwte_web.pages.country import Country, country_of  # noqa: E402
from web.audit.emptied import also_the_log  # noqa: E402
from web.small_country import Folders, as_if_real, small_country  # noqa: E402


@pytest.fixture(scope="session")
def folders() -> Folders:
    """Tables and plan of the small country."""
    return small_country()


@pytest.fixture(scope="session")
def real_folders(folders: Folders, tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """The same, but of real people."""
    return as_if_real(folders, tmp_path_factory.mktemp("real"))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker, folders: Folders) -> None:
    """A database in which the small country is published."""
    operations = type(connection.ops)
    operations.sql_flush = also_the_log(operations.sql_flush)  # type: ignore[method-assign]
    with django_db_blocker.unblock():
        services.publish_folders(folders.tables, folders.plan)


@pytest.fixture
def country(db: None) -> Country:
    """The published country."""
    shown = selectors.shown()
    assert shown is not None
    return country_of(shown.address)


@pytest.fixture
def of_real_people(db: None, real_folders: Folders) -> None:
    """Publish the country whose tables say that people are real."""
    services.publish_folders(real_folders.tables, real_folders.plan)


@pytest.fixture
def client(db: None) -> Client:
    """Somebody with a browser on this machine; a fault in a page is an answer, as it is for people."""
    return Client(raise_request_exception=False, headers={"host": "127.0.0.1"})
