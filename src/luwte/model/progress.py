# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How long work tells what it is doing."""

from typing import Protocol


class Progress(Protocol):
    """Called with a stage (an English message id) and, where known, the share done from 0 to 1."""

    def __call__(self, stage: str, done: float | None = None) -> None:
        """Report; may raise to stop the work, which then leaves nothing half done."""


def silent(stage: str, done: float | None = None) -> None:
    """Progress for callers who do not listen."""
