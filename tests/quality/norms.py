# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Made-up norms, locations and answers, few enough to reckon with by hand."""

from datetime import date, timedelta
from decimal import Decimal

from luwte.model.places import Building, Location, LocationKind, Operator, PlaceGroup
from luwte.model.quality import Answer, AssessedGroup, Assessment, Improvement, Method
from luwte.quality.norm import (
    Force,
    GapSeverity,
    Kind,
    Level,
    Measure,
    Norm,
    Pillar,
    Rule,
    Scope,
    Source,
    Verification,
)

DAY = date(2026, 11, 16)
CHILDREN = frozenset({PlaceGroup.FAMILY, PlaceGroup.AMV})


def norm(
    key: str,
    severity: GapSeverity = GapSeverity.HIGH,
    *,
    gate: bool = False,
    groups: frozenset[PlaceGroup] = CHILDREN,
    level: Level = Level.LOCATION,
    scope: Scope = Scope.ALL,
    at_least: str | None = None,
    valid_until: date | None = None,
) -> Norm:
    """A norm that is met or not, or with `at_least` a value and its bar."""
    measure = (
        Measure(Kind.NUMBER, Rule.AT_LEAST, Decimal(at_least)) if at_least else Measure(Kind.BOOLEAN, Rule.IS_TRUE)
    )
    return Norm(
        id=key,
        domain="made_up",
        title={"en": key, "nl": key},
        pillar=Pillar.PROVISION,
        groups=groups,
        level=level,
        scope=scope,
        measure=measure,
        severity=severity,
        is_gate=gate,
        is_core=False,
        sources=(Source("MADE-UP", {"en": "", "nl": ""}, Force.PROPOSAL, Verification.PROPOSAL),),
        rights=(),
        hint={"en": "", "nl": ""},
        valid_until=valid_until,
    )


ROOM, WATER = norm("ROOM", GapSeverity.CRITICAL, gate=True), norm("WATER", GapSeverity.CRITICAL, gate=True)
NIGHT = norm("NIGHT", GapSeverity.CRITICAL, gate=True, groups=frozenset({PlaceGroup.AMV}))
CONTACT = norm("SAF-001", GapSeverity.HIGH, gate=True)  # paperwork by the yardstick
FLOOR = norm("HOU-019", GapSeverity.CRITICAL, gate=True, scope=Scope.EMERGENCY, at_least="3.5")
QUIET, STUDY = norm("QUIET", GapSeverity.HIGH), norm("STUDY", GapSeverity.MEDIUM)
PAINT = norm("PAINT", GapSeverity.LOW)
NORMS = (ROOM, WATER, NIGHT, CONTACT, FLOOR, QUIET, STUDY, PAINT)


def site(
    kind: LocationKind = LocationKind.EMERGENCY, places: tuple[int, int, int] = (20, 10, 0), **more: object
) -> Location:
    """A location `L` with family, amv and adult places."""
    family, amv, adult = places
    return Location(
        "L", "Site L", "GM0344", kind, Operator.COA, Building.OFFICE, family, amv, adult, opens=date(2025, 1, 1), **more
    )


def said(
    indicator: str,
    answer: str = "met",
    group: str = "all",
    *,
    days_ago: int = 10,
    method: str = "visit",
    value: str | None = None,
    assessor: str | None = None,
) -> Assessment:
    """One answer about `L`."""
    on = DAY - timedelta(days=days_ago)
    return Assessment("L", AssessedGroup(group), indicator, Answer(answer), on, Method(method), value, assessor)


def action(
    indicator: str, due_in: int | None = 30, owner: str | None = "site manager", done_ago: int | None = None
) -> Improvement:
    """An action for a gap at `L`; days are counted from the day."""
    due = None if due_in is None else DAY + timedelta(days=due_in)
    done = None if done_ago is None else DAY - timedelta(days=done_ago)
    return Improvement("L", indicator, "repair", owner, due, None, done)
