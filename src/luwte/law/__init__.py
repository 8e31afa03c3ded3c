# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The Spreidingswet as functions: what the law asks of municipalities, and how every number came to be."""

from luwte.law.distribution import distribute
from luwte.law.parameters import latest_cycle_published
from luwte.law.tasks import KeyUsed, ProvinceTask, Task, Tasks

__all__ = ["KeyUsed", "ProvinceTask", "Task", "Tasks", "distribute", "latest_cycle_published"]
