# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""One user for each role of the demo, signed in with one press, and no password.

Only the process of `luwte demo` opens this: by a call, not by a setting. It closes by itself where the plan that is
shown is not of synthetic data, or where the server answers to names that are not this machine's own.
"""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from luwte_web.accounts import services
from luwte_web.accounts.actors import SYSTEM, Membership, Role, Scope
from luwte_web.accounts.models import User
from luwte_web.artefacts import selectors as artefacts
from luwte_web.environment import LOOPBACK_NAMES

ADDRESS = "{role}@demo.invalid"


@dataclass
class Door:
    """Whether this process is that of the demo."""

    opened: bool = False


_door = Door()


def open_door() -> None:
    """Make the users of the demo where they are missing, and let people in as them while this process runs."""
    _door.opened = True
    if not is_open():
        return
    for membership in cast_of_the_country():
        address = ADDRESS.format(role=membership.role.value.replace("_", "-"))
        if not User.objects.filter(email=address).exists():
            services.add_user(SYSTEM, address, (membership,), is_demo=True)


def close_door() -> None:
    """Let nobody in as a user of the demo any more."""
    _door.opened = False


def is_open() -> bool:
    """Whether people may come in as users of the demo now."""
    shown = artefacts.shown() if _door.opened else None
    only_here = set(settings.ALLOWED_HOSTS) <= {*LOOPBACK_NAMES, "testserver"}
    return shown is not None and only_here and artefacts.published(shown.address).dataset.synthetic


def users() -> list[User]:
    """Whom people may come in as."""
    return list(User.objects.filter(is_demo=True, is_active=True).order_by("id")) if is_open() else []


def cast_of_the_country() -> tuple[Membership, ...]:
    """One membership for each role, around one guardian of the plan that is shown and the place where a ward lives."""
    shown = artefacts.shown()
    assert shown is not None  # noqa: S101 - only asked where the demo is open
    dataset = artefacts.published(shown.address).dataset
    ward = next(household for household in dataset.households if household.guardian and household.location)
    place = next(location for location in dataset.locations if location.key == ward.location)
    province = next(one.province_code for one in dataset.municipalities if one.code == place.municipality)
    return (
        Membership(Role.PLACEMENT_OFFICER, Scope.COUNTRY),
        Membership(Role.GUARDIAN, Scope.OWN_WARDS, ward.guardian or ""),
        Membership(Role.SITE_TEAM, Scope.LOCATION, place.key),
        Membership(Role.INSPECTOR, Scope.COUNTRY),
        Membership(Role.MUNICIPALITY, Scope.MUNICIPALITY, place.municipality),
        Membership(Role.PROVINCE, Scope.PROVINCE, province),
        Membership(Role.MINISTRY, Scope.COUNTRY),
        Membership(Role.AUDITOR, Scope.COUNTRY),
        Membership(Role.ADMINISTRATOR, Scope.COUNTRY),
        Membership(Role.PARTNER, Scope.MUNICIPALITY, place.municipality),
    )


class DemoBackend(BaseBackend):
    """Signs in as a user of the demo while its door is open; a session of the demo ends with it."""

    def authenticate(  # type: ignore[override]
        self, request: HttpRequest | None, demo_token: str | None = None
    ) -> User | None:
        """The user of the demo with this token."""
        return next((user for user in users() if user.token == demo_token), None)

    def get_user(self, user_id: int) -> User | None:
        """Who a session of the demo belongs to."""
        return User.objects.filter(pk=user_id, is_demo=True).first() if is_open() else None
