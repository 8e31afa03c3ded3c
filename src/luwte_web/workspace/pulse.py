# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How a plan in the making tells that it is alive and how far it is, and hears that nobody wants it any more."""

from collections.abc import Callable
from threading import Event, Thread
from types import TracebackType
from typing import Self

from django.db import OperationalError, connection
from django.utils import timezone

from luwte_web.workspace.models import JobState, PlanJob

EVERY_SECONDS = 1.0


class NotWanted(Exception):  # noqa: N818 - it is a decision, not a fault
    """Somebody cancelled the plan, or the worker was asked to stop."""


class Pulse:
    """A `luwte.model.progress.Progress` that writes the stage to the job, by a thread of its own while it is entered.

    `is_over` says whether whoever runs the job was asked to stop. A search that runs for minutes without a word is
    alive as long as its pulse beats.
    """

    def __init__(self, key: str, is_over: Callable[[], bool] = lambda: False) -> None:
        self._key = key
        self._is_over = is_over
        self._stage: tuple[str, float | None] = ("", None)
        self._cancelled = False
        self._ended = Event()
        self._thread = Thread(target=self._beat_on, name=f"pulse {key}", daemon=True)

    def __call__(self, stage: str, done: float | None = None) -> None:
        """Remember the stage; raises NotWanted where the plan is wanted no more."""
        self._stage = (stage, done)
        if self.is_to_stop():
            raise NotWanted

    def is_to_stop(self) -> bool:
        """Whether the search is to end."""
        return self._cancelled or self._is_over()

    def beat(self) -> None:
        """Write the stage once, and hear whether somebody cancelled."""
        stage, done = self._stage
        job = PlanJob.objects.filter(key=self._key, state=JobState.RUNNING)
        alive = job.update(seen_at=timezone.now(), stage=stage, done=done)
        self._cancelled = not alive or job.filter(is_to_stop=True).exists()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join()

    def _beat_on(self) -> None:
        try:
            while not self._ended.wait(EVERY_SECONDS):
                try:
                    self.beat()
                except OperationalError:  # the database is busy: the next beat tells
                    connection.close()
        finally:
            connection.close()
