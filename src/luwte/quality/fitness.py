# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What assessments say of whether a location is fit for a group: by gates met, never by paperwork.

Layers inform people; fitness moves them. An action plan alone never makes a place fit, and an unanswered question alone
never moves a child.
"""

from dataclasses import dataclass
from enum import StrEnum

from luwte.model.places import Fitness
from luwte.quality.answers import Heard
from luwte.quality.assess import Assessed


class Grounds(StrEnum):
    """Which rule decided."""

    GATE_FAILED = "gate_failed"
    GATE_MENDING = "gate_mending"
    GATES_MET = "gates_met"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How fit, by which rule, and the gates that fail; `whole` where no gate is left that could make it worse."""

    fit: Fitness
    grounds: Grounds
    failed: tuple[Heard, ...] = ()
    whole: bool = True


def verdict(assessed: Assessed) -> Verdict | None:
    """How fit a location is for a group by its gates; `None` where the gates do not tell.

    A gate that fails makes it unfit. Where each gate that fails has an action within the term it is unknown: nobody is
    newly brought there, and who is there carries no weight. A value beyond a floor is never mended by a plan.
    """
    gates = [gate for gate in assessed.gates if gate.norm.id not in assessed.measure.paperwork]
    failed = tuple(gate for gate in gates if gate.failed)
    if assessed.below_floor or any(assessed.action_for(gate) is None for gate in failed):
        return Verdict(Fitness.UNFIT, Grounds.GATE_FAILED, failed)
    whole = all(gate.is_answered for gate in gates)
    if failed:
        return Verdict(Fitness.UNKNOWN, Grounds.GATE_MENDING, failed, whole)
    if gates and whole:
        return Verdict(Fitness.FIT_ASSESSED, Grounds.GATES_MET)
    return None
