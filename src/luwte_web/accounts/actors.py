# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who acts: a key that is no name, and the roles it holds, each within a scope."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody works as."""

    PLACEMENT_OFFICER = "placement_officer"
    GUARDIAN = "guardian"
    SITE_TEAM = "site_team"
    INSPECTOR = "inspector"
    MUNICIPALITY = "municipality"
    PROVINCE = "province"
    MINISTRY = "ministry"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"
    PARTNER = "partner"


class Scope(StrEnum):
    """How far a role reaches."""

    COUNTRY = "country"
    PROVINCE = "province"
    MUNICIPALITY = "municipality"
    LOCATION = "location"
    OWN_WARDS = "own_wards"


@dataclass(frozen=True, slots=True)
class Membership:
    """One role within one scope. `within` is a code of a province or municipality, the key of a location, or the
    pseudonym under which the registry knows a guardian; it is empty for the country.
    """

    role: Role
    scope: Scope
    within: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever does something. The key is a random token; who it stands for is told by the table of users alone."""

    key: str
    roles: tuple[Membership, ...] = ()


NOBODY = Actor("nobody")
SYSTEM = Actor("system")
