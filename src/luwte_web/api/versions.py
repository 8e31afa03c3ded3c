# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Versions against lost updates: ETag tells what was read, If-Match what was seen when it is changed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Annotated

from django.db import transaction
from django.http import HttpRequest
from ninja import Header

from luwte.words import N_
from luwte_web.api.problems import Failed
from luwte_web.registry.selectors import change_at
from luwte_web.registry.services import take_turn

IfMatch = Annotated[
    str | None, Header(default=None, alias="If-Match", description=N_("The ETag of what you read before."))
]


def etag_of(version: object) -> str:
    """The ETag of a version."""
    return f'"{version}"'


@contextmanager
def only_if_unchanged(if_match: str | None, now: Callable[[], object]) -> Iterator[None]:
    """Change something only if it is what was seen: nobody else changes the registry between looking and changing."""
    if if_match is None:
        raise Failed(428)
    with transaction.atomic():
        take_turn()
        if if_match.removeprefix("W/") != etag_of(now()):
            raise Failed(412)
        yield


def known_at(as_of: datetime | None) -> int | None:
    """The last change that was made at a moment; None for what is known now."""
    return None if as_of is None else change_at(as_of)


def seen_by(request: HttpRequest) -> str:
    """The name of the token behind a request, for the log; nothing where somebody signed in on the pages."""
    return getattr(request, "token_key", "")
