# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Progress at the terminal: a bar for anything that lasts longer than a second, nothing away from a terminal."""

from threading import Timer
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn, TimeElapsedColumn

from luwte.words import Words

PATIENCE = 1.0  # seconds before a bar appears


class Bar:
    """A `luwte.model.progress.Progress` that shows the stage and the share done; gone when the work is."""

    def __init__(self, console: Console, words: Words) -> None:
        self._words = words
        self._shown = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TaskProgressColumn(),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task = self._shown.add_task("", total=None)
        self._appear = Timer(PATIENCE, self._shown.start)
        self._appear.daemon = True

    def __call__(self, stage: str, done: float | None = None) -> None:
        """Tell what is being done; `done` from 0 to 1, or unknown."""
        self._shown.update(
            self._task,
            description=self._words.text(stage),
            total=None if done is None else 1.0,
            completed=done or 0.0,
        )

    def __enter__(self) -> Self:
        if not self._shown.disable:
            self._appear.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._appear.cancel()
        if self._appear.is_alive():
            self._appear.join()
        self._shown.stop()
