# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The same work on many parts, on all processors: what comes out does not depend on how many there are."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Part = TypeVar("Part")
Done = TypeVar("Done")


def in_order(work: Callable[[Part], Done], parts: Iterable[Part]) -> Iterator[Done]:
    """What work makes of every part, in the order of the parts. Work leaves alone what other parts read or write."""
    with ThreadPoolExecutor(_processors()) as pool:
        try:
            yield from pool.map(work, parts)
        finally:
            pool.shutdown(cancel_futures=True)


def _processors() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
