# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The layer of a location for a group, always with the reasons: never only a colour.

A gate that nobody answered leaves the layer unknown, and what is known to fail stands first among its reasons: it is
counted and ranked as well as what is critical (docs/decisions/0020).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from luwte.model.places import CoaCategory, Location
from luwte.quality.answers import Heard
from luwte.quality.assess import Assessed


class Layer(StrEnum):
    """The five layers, the one to act on first in front."""

    CRITICAL = "critical"
    UNKNOWN = "unknown"
    IMPROVABLE = "improvable"
    GOOD = "good"
    CONVERTIBLE = "convertible"


UNKNOWN_FAILING = "unknown_failing"  # as a layer is counted: unknown, with gates that are known to fail
COUNTED = (Layer.CRITICAL.value, UNKNOWN_FAILING, *(layer.value for layer in Layer if layer is not Layer.CRITICAL))
ROLL_UP = {
    Layer.CRITICAL: CoaCategory.CRITICAL,
    Layer.IMPROVABLE: CoaCategory.IMPROVABLE,
    Layer.GOOD: CoaCategory.GOOD,
    Layer.CONVERTIBLE: CoaCategory.GOOD,
}


class Reason(StrEnum):
    """Why a location is in its layer."""

    BELOW_FLOOR = "below_floor"
    GATE_FAILED = "gate_failed"
    GAP_WITHOUT_ACTION = "gap_without_action"
    GATE_IN_DOUBT = "gate_in_doubt"
    GATE_UNANSWERED = "gate_unanswered"
    NO_GATE_MET = "no_gate_met"
    GAP_WITH_ACTION = "gap_with_action"
    SHARE_TOO_SMALL = "share_too_small"
    SHARE_REACHED = "share_reached"
    TERM_NOT_STATED = "term_not_stated"
    PERMIT_NOT_STATED = "permit_not_stated"
    SUPPORT_NOT_STATED = "support_not_stated"
    STATED_CONVERTIBLE = "stated_convertible"


@dataclass(frozen=True, slots=True)
class Because:
    """One reason, with the norm that it is about."""

    reason: Reason
    norm: str | None = None


@dataclass(frozen=True, slots=True)
class Triage:
    """A layer with its reasons; `coa` is COA's own category where one is stated."""

    layer: Layer
    because: tuple[Because, ...]
    coa: CoaCategory | None = None

    @property
    def rolled_up(self) -> CoaCategory | None:
        """Which of COA's three layers ours comes to; `None` for unknown."""
        return ROLL_UP.get(self.layer)

    @property
    def failed(self) -> tuple[str, ...]:
        """The gates that are known to fail, whatever the layer."""
        return tuple(each.norm for each in self.because if each.reason is Reason.GATE_FAILED and each.norm)

    @property
    def is_pressing(self) -> bool:
        """Whether it is critical, or fails a gate whatever its layer."""
        return bool(self.failed) or self.layer is Layer.CRITICAL

    @property
    def counted(self) -> str:
        """One of `COUNTED`: the layer, and apart from it what is unknown while gates are known to fail."""
        return UNKNOWN_FAILING if self.layer is Layer.UNKNOWN and self.failed else self.layer.value

    @property
    def disagrees_with_coa(self) -> bool:
        """Whether COA states another category than ours comes to; unknown agrees with none."""
        return self.coa is not None and self.coa is not self.rolled_up


def triage(assessed: Assessed) -> Triage:
    """The layer of one location for one group."""
    layer, because = _layer(assessed)
    return Triage(layer, because, assessed.location.coa_category)


def _layer(assessed: Assessed) -> tuple[Layer, tuple[Because, ...]]:
    """The first layer that applies: below a floor, a gate without an answer, something wrong, a gate in doubt."""
    wrong, not_known = _wrong(assessed), _not_known(assessed)
    nobody_answered = any(each.reason is Reason.GATE_UNANSWERED for each in not_known)
    if assessed.below_floor or (wrong and not nobody_answered):
        return Layer.CRITICAL, (*wrong, *not_known)
    if not_known:
        return Layer.UNKNOWN, (*wrong, *not_known)
    gaps = _each(Reason.GAP_WITH_ACTION, assessed.heavy_gaps)
    share = assessed.met_share
    if share is None or share < assessed.measure.good_share:
        return Layer.IMPROVABLE, (*gaps, Because(Reason.SHARE_TOO_SMALL))
    lacking = _not_stated(assessed.location)
    if lacking:
        return Layer.GOOD, (*gaps, Because(Reason.SHARE_REACHED), *lacking)
    return Layer.CONVERTIBLE, (*gaps, Because(Reason.SHARE_REACHED), Because(Reason.STATED_CONVERTIBLE))


def gaps_without_action(assessed: Assessed) -> tuple[Heard, ...]:
    """Gaps of severity critical or high, gates apart, for which no action counts."""
    gaps = (gap for gap in assessed.heavy_gaps if not gap.norm.is_gate)
    return tuple(gap for gap in gaps if assessed.action_for(gap) is None)


def _wrong(assessed: Assessed) -> tuple[Because, ...]:
    """What is known not to be as it must, the gravest first."""
    return (
        *_each(Reason.BELOW_FLOOR, assessed.below_floor),
        *_each(Reason.GATE_FAILED, assessed.failed_gates),
        *_each(Reason.GAP_WITHOUT_ACTION, gaps_without_action(assessed)),
    )


def _not_known(assessed: Assessed) -> tuple[Because, ...]:
    """The gates that nobody answered and those in doubt; that no gate applies says nothing good of a place either."""
    open_gates = tuple(
        Because(Reason.GATE_IN_DOUBT if gate.doubts else Reason.GATE_UNANSWERED, gate.norm.id)
        for gate in assessed.unanswered_gates
    )
    return open_gates if assessed.gates else (Because(Reason.NO_GATE_MET),)


def _not_stated(location: Location) -> tuple[Because, ...]:
    """What people have not stated with yes, of what a location needs to become regular reception."""
    statements = (
        (location.term_long_enough, Reason.TERM_NOT_STATED),
        (location.permit_feasible, Reason.PERMIT_NOT_STATED),
        (location.regional_support, Reason.SUPPORT_NOT_STATED),
    )
    return tuple(Because(reason) for stated, reason in statements if stated is not True)


def _each(reason: Reason, norms: Iterable[Heard]) -> tuple[Because, ...]:
    return tuple(Because(reason, one.norm.id) for one in norms)
