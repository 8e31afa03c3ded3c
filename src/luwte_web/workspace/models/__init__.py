# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of the workspace: plans in the making, and versions of what people decided and weighed."""

from luwte_web.workspace.models.decisions import BestInterests, ChildView, GuardianView, Heard, Hold, Stance, Urgency
from luwte_web.workspace.models.jobs import JobState, PlanJob

__all__ = ["BestInterests", "ChildView", "GuardianView", "Heard", "Hold", "JobState", "PlanJob", "Stance", "Urgency"]
