# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""One norm of a quality catalogue: what is asked, of whom, how it is measured, how heavy a gap is, and who says so."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from luwte.model.periods import lies_within
from luwte.model.places import PlaceGroup


class Pillar(StrEnum):
    """The three pillars of the rights of the child."""

    PROVISION = "provision"
    PROTECTION = "protection"
    PARTICIPATION = "participation"


class Level(StrEnum):
    """Whom an answer is about."""

    LOCATION = "location"
    CHILD = "child"
    SYSTEM = "system"
    MUNICIPALITY = "municipality"


class Force(StrEnum):
    """How a source binds, the strongest first; media and statistics bind nobody, they only report."""

    BINDING = "binding"
    COURT = "court"
    POLICY = "policy"
    INSPECTION = "inspection"
    GUIDANCE = "guidance"
    NGO = "ngo"
    RESEARCH = "research"
    PROPOSAL = "proposal"
    MEDIA = "media"
    STATISTICS = "statistics"


class Verification(StrEnum):
    """How sure it is that the source says this."""

    VERIFIED = "verified"
    SECONDARY = "secondary"
    TO_VERIFY = "to_verify"
    PROPOSAL = "proposal"


class GapSeverity(StrEnum):
    """How much a gap weighs, the heaviest first; `NONE` for what is only watched."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NONE = "none"


class Scope(StrEnum):
    """The locations that a norm is written for."""

    ALL = "all"
    EMERGENCY = "emergency"
    REGULAR = "regular"
    AMV_SMALL = "amv_small"


class Kind(StrEnum):
    """What an answer measures."""

    BOOLEAN = "boolean"
    NUMBER = "number"
    PERCENTAGE = "percentage"
    DURATION = "duration"
    COUNT = "count"
    SCALE = "scale"


class Rule(StrEnum):
    """When a measured value meets the norm; `MONITOR` and `REFERENCE` have no bar and are never met or missed."""

    IS_TRUE = "is_true"
    ANY_OF = "any_of"
    ALL_OF = "all_of"
    AT_MOST = "<="
    AT_LEAST = ">="
    MONITOR = "monitor"
    REFERENCE = "reference"


WITHOUT_BAR = frozenset({Rule.MONITOR, Rule.REFERENCE})  # followed or looked at, neither met nor missed


@dataclass(frozen=True, slots=True)
class Measure:
    """How a norm is measured: what kind of value, the rule, its bar, and the unit by language.

    `options` are what `ANY_OF` and `ALL_OF` choose from, each by language. Where `bar_is_ours`, the source names no
    number or no interval and the bar is a proposal, however sure the rest of the norm is.
    """

    kind: Kind
    rule: Rule
    bar: Decimal | None = None
    unit: Mapping[str, str] = field(default_factory=dict)
    options: tuple[Mapping[str, str], ...] = ()
    bar_is_ours: bool = False

    def is_met_by(self, value: Decimal) -> bool | None:
        """Whether a measured value meets the bar; None where there is no bar to meet."""
        if self.bar is None:
            return None
        return value <= self.bar if self.rule is Rule.AT_MOST else value >= self.bar


def measured(value: str | None) -> Decimal | None:
    """The number that was written down as measured; None where it is none."""
    try:
        number = Decimal(value or "")
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a norm comes from: a key of the catalogue's sources, the place in it by language, its force, how sure."""

    key: str
    place: Mapping[str, str]
    force: Force
    verification: Verification


@dataclass(frozen=True, slots=True)
class Norm:
    """One norm, by its id in the catalogue; titles and hints by language.

    `valid_until` is the first day on which it does not hold any more. A gate is never averaged away.
    """

    id: str
    domain: str
    title: Mapping[str, str]
    pillar: Pillar
    groups: frozenset[PlaceGroup]
    level: Level
    scope: Scope
    measure: Measure
    severity: GapSeverity
    is_gate: bool
    is_core: bool
    sources: tuple[Source, ...]
    rights: tuple[str, ...]
    hint: Mapping[str, str]
    valid_from: date | None = None
    valid_until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it is a norm on a day."""
        return lies_within(day, self.valid_from, self.valid_until)

    @property
    def force(self) -> Force:
        """The strongest force of its sources."""
        return min((source.force for source in self.sources), key=list(Force).index)

    @property
    def verification(self) -> Verification:
        """How sure the surest source of that force is."""
        strongest = (source.verification for source in self.sources if source.force is self.force)
        return min(strongest, key=list(Verification).index)
