# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A few people in two provinces, and who works with them; the people are told of in `few_tables`."""

from pathlib import Path

from luwte_web.accounts.actors import Actor, Membership, Role, Scope
from web.people.few_tables import GRONINGEN, tables
from web.registry import few_people
from web.registry.conftest import bring


def somebody(role: Role, scope: Scope, within: str = "") -> Actor:
    return Actor("u-test", (Membership(role, scope, within),))


OFFICER = somebody(Role.PLACEMENT_OFFICER, Scope.COUNTRY)
OF_NORTH_HOLLAND = somebody(Role.PLACEMENT_OFFICER, Scope.PROVINCE, "PV27")
OF_GRONINGEN = somebody(Role.PLACEMENT_OFFICER, Scope.PROVINCE, "PV20")
TEAM_NORTH = somebody(Role.SITE_TEAM, Scope.LOCATION, "L2")
GUARDIAN = somebody(Role.GUARDIAN, Scope.OWN_WARDS, "G2")
MUNICIPALITY = somebody(Role.MUNICIPALITY, Scope.MUNICIPALITY, GRONINGEN)
PROVINCE = somebody(Role.PROVINCE, Scope.PROVINCE, "PV27")
MINISTRY = somebody(Role.MINISTRY, Scope.COUNTRY)
INSPECTOR = somebody(Role.INSPECTOR, Scope.COUNTRY)
AUDITOR = somebody(Role.AUDITOR, Scope.COUNTRY)
ADMINISTRATOR = somebody(Role.ADMINISTRATOR, Scope.COUNTRY)
PARTNER = somebody(Role.PARTNER, Scope.MUNICIPALITY, GRONINGEN)


def come(folder: Path) -> None:
    """Bring them into the registry."""
    bring(few_people.write(folder / "people", tables()))
