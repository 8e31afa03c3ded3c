# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A page about a person is on the log before it is made: who opens one writes so first, or does not get it.

with reads_person(request, f"household:{key}"):
    return render(...)
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from django.db import transaction
from django.http import HttpRequest

from luwte_web.accounts.acting import acting
from luwte_web.audit.acts import Act
from luwte_web.audit.chain import JSON
from luwte_web.audit.services import NO_CONTENT, record, record_each
from luwte_web.audit.tokens import Named


@contextmanager
def reads_person(request: HttpRequest, thing: str, content: Mapping[str, JSON] = NO_CONTENT) -> Iterator[None]:
    """Put on the log that somebody reads about a person, written `kind:key`, and only then make the page."""
    put_on_log(request, Act.READ_PERSON, thing, content)
    yield


def reads_people(request: HttpRequest, things: Iterable[str], content: Mapping[str, JSON] = NO_CONTENT) -> None:
    """Put on the log that somebody reads a list about people: one line for each of them, all or none."""
    with transaction.atomic(durable=True):
        record_each(acting(request), Act.READ_PERSON, list(things), content)


def put_on_log(request: HttpRequest, act: Act, thing: str | Named, content: Mapping[str, JSON] = NO_CONTENT) -> None:
    """A reading, in a transaction of its own: it stands before anything of the page is made, whatever happens then."""
    with transaction.atomic(durable=True):
        record(acting(request), act, thing, content)
