# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Whoever makes the plans: takes one job after the other until it is asked to stop."""

from threading import Event

from django.db import close_old_connections, connection
from django_tasks_db.management.commands.db_worker import Worker

from luwte_web.workspace.jobs import mark_lost
from luwte_web.workspace.making import stopping
from luwte_web.workspace.models.jobs import new_key

LOOK_EVERY_SECONDS = 1.0


def run_until(stopped: Event) -> None:
    """Make the plans that people ask for, in this thread, until the event is set.

    A plan that is under way then waits for the next worker. Several workers may run at once, also on other machines.
    """
    stopping.set(stopped)
    try:
        while not stopped.is_set():
            close_old_connections()
            mark_lost()
            _worker().run()
            stopped.wait(LOOK_EVERY_SECONDS)
    finally:
        connection.close()


def _worker() -> Worker:
    """One round of django-tasks: all jobs that wait, one at a time."""
    return Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=1,
        worker_id=new_key(),
        excluded_queue_names=[],
    )
