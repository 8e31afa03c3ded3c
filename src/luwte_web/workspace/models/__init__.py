# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of the workspace: plans and what they propose, and versions of what people decided and weighed."""

from luwte_web.workspace.models.decisions import BestInterests, ChildView, GuardianView, Heard, Hold, Stance, Urgency
from luwte_web.workspace.models.jobs import JobState, PlanJob
from luwte_web.workspace.models.proposed import Proposed

__all__ = [
    "BestInterests",
    "ChildView",
    "GuardianView",
    "Heard",
    "Hold",
    "JobState",
    "PlanJob",
    "Proposed",
    "Stance",
    "Urgency",
]
