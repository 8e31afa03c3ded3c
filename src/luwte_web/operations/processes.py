# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Keep processes running until somebody asks to stop; then let each end what it is doing.

A child is a fresh process: nothing of the parent's memory, threads or connections comes along. It is started again
when it ends by itself, told to stop by SIGTERM, and stops by itself when the parent is gone. Ctrl-C is heeded by the
parent alone.
"""

import logging
import multiprocessing
import signal
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Event
from typing import Any

SECONDS_TO_STOP = 30.0
SECONDS_BETWEEN_LOOKS = 0.2
LONGEST_PAUSE_SECONDS = 30.0
COUNTS = "PROMETHEUS_MULTIPROC_DIR"  # where `prometheus_client` brings the counts of all processes together
LOG = logging.getLogger("luwte")

Work = Callable[..., None]
_fresh = multiprocessing.get_context("spawn")


class NotStarted(Exception):  # noqa: N818 - it says what is so
    """A child ended before it was ready."""


@dataclass
class Child:
    """A function that runs in a process of its own: `work(stopped, ready, *given)`, a `threading.Event` and a call."""

    work: Work
    given: tuple[Any, ...] = ()
    ready: Event = field(default_factory=_fresh.Event)
    process: BaseProcess | None = None
    pause: float = 1.0
    begins_at: float = 0.0

    def begin(self) -> None:
        """Start it."""
        self.process = _fresh.Process(target=_live, args=(self.work, self.ready, self.given))
        self.process.start()

    @property
    def has_ended(self) -> bool:
        """Whether it runs no more."""
        return self.process is not None and not self.process.is_alive()

    def begin_again_where_ended(self, now: float) -> None:
        """Start it again, after a pause that grows each time, so that what cannot run does not keep a core busy."""
        if self.process is not None and self.has_ended:
            LOG.error("a process ended by itself and is started again")
            self.process, self.begins_at = None, now + self.pause
            self.pause = min(2 * self.pause, LONGEST_PAUSE_SECONDS)
        if self.process is None and now >= self.begins_at:
            self.begin()


def keep(children: Sequence[Child], ready: Callable[[], None]) -> None:
    """Run until Ctrl-C or a polite kill; `ready` is called when every child is. Raises NotStarted."""
    asked = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, lambda *_: asked.set())
    try:
        for child in children:
            child.begin()
        _wait_until_ready(children, asked)
        if not asked.is_set():
            ready()
        while not asked.wait(SECONDS_BETWEEN_LOOKS):
            for child in children:
                child.begin_again_where_ended(time.monotonic())
    finally:
        _stop([child.process for child in children if child.process is not None])


def _wait_until_ready(children: Sequence[Child], asked: threading.Event) -> None:
    while not asked.is_set() and not all(child.ready.is_set() for child in children):
        if any(child.has_ended for child in children):
            raise NotStarted
        asked.wait(SECONDS_BETWEEN_LOOKS)


def _stop(processes: Sequence[BaseProcess]) -> None:
    """Ask all at once, wait for each, and end by force what does not listen."""
    for process in processes:
        process.terminate()
    until = time.monotonic() + SECONDS_TO_STOP
    for process in processes:
        process.join(max(0.0, until - time.monotonic()))
        process.kill()


def _live(work: Work, ready: Event, given: tuple[Any, ...]) -> None:
    """The life of a child."""
    stopped = threading.Event()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: stopped.set())
    threading.Thread(target=_stop_with_the_parent, args=(stopped,), daemon=True).start()
    try:
        work(stopped, ready.set, *given)
    except Exception:
        LOG.exception("a process broke")
        raise SystemExit(1) from None


def _stop_with_the_parent(stopped: threading.Event) -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    stopped.set()
