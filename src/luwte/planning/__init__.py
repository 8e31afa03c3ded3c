# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The main job: tasks, suitability, placement and checks together, written as one folder with a receipt."""

from luwte.planning.files import PlanFolder, Request, files_of, load_plan
from luwte.planning.place import Placing, PlanUnsound, place_all
from luwte.planning.plan import Plan, plan

__all__ = ["Placing", "Plan", "PlanFolder", "PlanUnsound", "Request", "files_of", "load_plan", "place_all", "plan"]
