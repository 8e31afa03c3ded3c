# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How long a placement may search: a limit in seconds, a gap that is good enough, and a person who says stop."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from time import monotonic


def _nobody() -> bool:
    return False


@dataclass(frozen=True)
class Limits:
    """When to stop searching. Without `seconds` the same input gives the same plan on any machine.

    `gap` replaces the one of the policy; `stopped` is asked now and then whether a person wants the plan as it is.
    """

    seconds: float | None = None
    gap: Decimal | None = None
    stopped: Callable[[], bool] = _nobody


@dataclass
class Clock:
    """A clock that runs from when it is made; `cut` tells whether it ended a search before its work was done."""

    limits: Limits
    began: float = field(default_factory=monotonic)
    cut: bool = False

    @property
    def left(self) -> float | None:
        """Seconds left, none without a limit."""
        seconds = self.limits.seconds
        return None if seconds is None else seconds - (monotonic() - self.began)

    def is_over(self) -> bool:
        """Whether the search must end now."""
        left = self.left
        if (left is not None and left <= 0) or self.limits.stopped():
            self.cut = True
        return self.cut
