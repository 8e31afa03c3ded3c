# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A registry where children live in a place that is not fit, the plan that was made of it, and who works there."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from luwte_web.accounts.actors import SYSTEM, Actor, Membership, Role, Scope
from luwte_web.registry import importing
from luwte_web.workspace import jobs, making
from luwte_web.workspace.models import JobState, PlanJob
from luwte_web.workspace.pulse import Pulse
from web.registry import few_people
from web.workspace import country

OFFICER = Actor("u-officer", (Membership(Role.PLACEMENT_OFFICER, Scope.COUNTRY),))


@pytest.fixture(scope="module")
def people_once(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """The registry of the small country, brought in once for a module; each test leaves it as it was."""
    folder = few_people.write(tmp_path_factory.mktemp("small") / "tables", country.tables())
    with django_db_blocker.unblock(), transaction.atomic():
        importing.apply(importing.preview(folder), SYSTEM, "for a test")
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def job_once(people_once: None, django_db_blocker: DjangoDbBlocker) -> str:
    """The key of the plan that was made of it."""
    with django_db_blocker.unblock():
        return planned(OFFICER).key


@pytest.fixture
def people(people_once: None, db: None) -> None:
    """The registry of the small country."""


@pytest.fixture
def officer() -> Actor:
    """A placement officer for the whole country."""
    return OFFICER


@pytest.fixture
def guardian() -> Actor:
    """The guardian of all unaccompanied minors but the last."""
    return Actor("u-guardian", (Membership(Role.GUARDIAN, Scope.OWN_WARDS, "G1"),))


@pytest.fixture
def site_team() -> Actor:
    """The team of the old location."""
    return Actor("u-site", (Membership(Role.SITE_TEAM, Scope.LOCATION, few_people.OLD),))


@pytest.fixture
def job(job_once: str, people: None) -> PlanJob:
    """The plan that was made of the registry."""
    return PlanJob.objects.get(key=job_once)


def planned(officer: Actor) -> PlanJob:
    """Ask for a plan and make it, in this thread."""
    asked = jobs.ask(officer, jobs.Wanted(country.DAY))
    making.make(asked.key, Pulse(asked.key))
    made = jobs.progress(asked.key)
    assert made.state is JobState.DONE, made.failure
    return made
