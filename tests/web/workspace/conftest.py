# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A registry where children live in a place that is not fit, the plan that was made of it, and who works there."""

from pathlib import Path

import pytest

from luwte_web.accounts.actors import SYSTEM, Actor, Membership, Role, Scope
from luwte_web.registry import importing
from luwte_web.workspace import jobs, making
from luwte_web.workspace.models import JobState, PlanJob
from luwte_web.workspace.pulse import Pulse
from web.registry import few_people
from web.workspace import country


@pytest.fixture
def people(db: None, tmp_path: Path) -> None:
    """The registry of the small country."""
    importing.apply(importing.preview(few_people.write(tmp_path / "tables", country.tables())), SYSTEM, "for a test")


@pytest.fixture
def officer() -> Actor:
    """A placement officer for the whole country."""
    return Actor("u-officer", (Membership(Role.PLACEMENT_OFFICER, Scope.COUNTRY),))


@pytest.fixture
def guardian() -> Actor:
    """The guardian of all unaccompanied minors but the last."""
    return Actor("u-guardian", (Membership(Role.GUARDIAN, Scope.OWN_WARDS, "G1"),))


@pytest.fixture
def site_team() -> Actor:
    """The team of the old location."""
    return Actor("u-site", (Membership(Role.SITE_TEAM, Scope.LOCATION, few_people.OLD),))


@pytest.fixture
def job(people: None, officer: Actor) -> PlanJob:
    """The plan that was made of the registry."""
    return planned(officer)


def planned(officer: Actor) -> PlanJob:
    """Ask for a plan and make it, in this thread."""
    asked = jobs.ask(officer, jobs.Wanted(country.DAY))
    making.make(asked.key, Pulse(asked.key))
    made = jobs.progress(asked.key)
    assert made.state is JobState.DONE, made.failure
    return made
