# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A registry with the small country in it, and programs that ask as everybody could."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from itertools import product

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from luwte.data import read
from luwte.model.people import Household
from luwte_web.accounts.actors import SYSTEM, Membership, Role, Scope
from luwte_web.accounts.machine_tokens import make_token
from luwte_web.accounts.models import Appointment
from luwte_web.accounts.services import add_user
from luwte_web.api.access import Pace
from luwte_web.registry import importing, moves
from luwte_web.registry.moves import Proposed
from luwte_web.registry.refusals import ChangeRefused
from web.api.programs import Program, World
from web.small_country import Folders

DAY = date(2026, 11, 30)


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker, folders: Folders) -> Iterator[World]:
    """The small country in the registry, for all tests of a module; nothing of it stays."""
    whole = transaction.atomic()
    whole._from_testcase = True
    with django_db_blocker.unblock(), whole:
        importing.apply(importing.preview(folders.tables), SYSTEM, "for a test")
        known = World(read(folders.tables))
        known.moved = [a_move(known, household) for household in (known.ward, known.far_ward)]
        yield known
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def programs(world: World) -> dict[tuple[Role, Scope], Program]:
    """A program for every role within every scope, whether that can be given or not, around one ward."""
    return {
        (role, scope): _program(Membership(role, scope, world.within(scope))) for role, scope in product(Role, Scope)
    }


@pytest.fixture(scope="module")
def officer(programs: dict[tuple[Role, Scope], Program]) -> Program:
    """A placement officer of the whole country."""
    return programs[Role.PLACEMENT_OFFICER, Scope.COUNTRY]


@pytest.fixture(autouse=True)
def nobody_asked_before(db: None, world: World) -> None:
    """What a test writes is undone after it, and requests are counted anew."""
    Pace.cache.clear()


def a_move(world: World, household: Household) -> str:
    """A move that was accepted, to the first location with room; the key of the household."""
    for place in world.dataset.locations:
        with suppress(ChangeRefused), transaction.atomic():
            moves.accept(SYSTEM, Proposed(household.key, place.key, DAY), "for a test")
            return household.key
    raise AssertionError("the small country has a place somewhere")


def _program(membership: Membership) -> Program:
    """A program with a token; a role that cannot be given within its scope is put there by hand."""
    user = add_user(SYSTEM, f"{membership.role}-{membership.scope}@example.org".replace("_", "-"))
    Appointment.objects.create(
        user=user, role=membership.role, scope=membership.scope, within=membership.within, given_at=user.added_at
    )
    return Program(make_token(SYSTEM, user, "tests").secret, user)
