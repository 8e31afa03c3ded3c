# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What was found of the whole registry, kept in the memory of the process until the registry is changed.

It is kept only where nothing is being written at the same time: what is known within a transaction may not come to be,
and another change would then have the same number.
"""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from django.db import connection

from luwte_web.registry.models import Change

Found = TypeVar("Found")


class UntilChanged(Generic[Found]):
    """What a function finds in the registry; it is found anew after each change, and where something else is asked."""

    def __init__(self, find: Callable[[], Found]) -> None:
        self._find = find
        self._kept: dict[Hashable, Found] = {}

    def now(self, *asked: Hashable) -> Found:
        """What is found now; `asked` is what it depends on besides, such as the day."""
        stamp = (Change.objects.order_by("-id").values_list("id", "moment").first(), *asked)
        if stamp in self._kept:
            return self._kept[stamp]
        found = self._find()
        if not _is_writing():
            self._kept = {stamp: found}
        return found


def _is_writing() -> bool:
    return connection.in_atomic_block
