# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Households and persons, pseudonymous: no name, nationality, religion or diagnosis exists here."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from luwte.model.periods import Month


class HouseholdGroup(StrEnum):
    """The four groups that households are placed as."""

    FAMILY = "family"
    AMV = "amv"
    YOUNG_ADULT = "young_adult"
    ADULT = "adult"


class Phase(StrEnum):
    """Where a household is in the asylum procedure; it never changes what a child is due."""

    REGISTRATION = "registration"
    PROCEDURE = "procedure"
    PERMIT = "permit"
    RETURN = "return"


class WishKind(StrEnum):
    """What a household asks for."""

    STAY = "stay"
    PLACE = "place"
    REGION = "region"
    SMALL_SCALE = "small_scale"


class WishBy(StrEnum):
    """Whose voice the wish is."""

    CHILD = "child"
    GUARDIAN = "guardian"
    PARENTS = "parents"


class Relation(StrEnum):
    """A person's relation within the household."""

    PARENT = "parent"
    LEGAL_CARER = "legal_carer"
    CHILD = "child"
    SIBLING = "sibling"
    RELATIVE = "relative"
    PARTNER = "partner"
    SELF = "self"


class Sex(StrEnum):
    """Sex as registered."""

    FEMALE = "f"
    MALE = "m"
    X = "x"


@dataclass(frozen=True, slots=True)
class Household:
    """People who are placed together; `location` is `None` while the household has no place yet."""

    key: str
    group: HouseholdGroup
    location: str | None
    phase: Phase
    since: date | None = None
    forced_moves: int = 0
    guardian: str | None = None
    needs: frozenset[str] = frozenset()
    wish_kind: WishKind | None = None
    wish: str | None = None
    wish_by: WishBy | None = None
    wish_on: date | None = None
    linked_municipality: str | None = None
    keep_near: str | None = None
    locked: bool | None = None
    lock_reason: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """One person of a household; only the month of birth is known."""

    key: str
    household: str
    birth_month: Month
    relation: Relation
    sex: Sex | None = None
    lodged_on: date | None = None
    first_school_day: date | None = None
    health_intake_on: date | None = None
    guardian_since: date | None = None
    vulnerable: bool | None = None
