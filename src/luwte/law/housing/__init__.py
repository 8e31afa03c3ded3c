# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The housing task for permit holders (Housing Act 28): how many people each municipality houses in a half-year."""

from luwte.law.housing.figures import National, national_tasks
from luwte.law.housing.task import Balance, HousingTask, HousingTasks, housing_tasks

__all__ = ["Balance", "HousingTask", "HousingTasks", "National", "housing_tasks", "national_tasks"]
