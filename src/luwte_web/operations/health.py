# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Whether the server lives, and whether it is ready to work: for whoever watches it, and for a proxy before it.

`/health` tells that this process answers. `/ready` tells that the database answers and has the form that this version
needs, and that somebody makes the plans that people ask for. Neither tells anything else.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from threading import Event, Thread

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

PLANNER = "luwte:planner-is-alive"
BEAT_SECONDS = 15.0
ALIVE_SECONDS = 60
PLAIN = "text/plain; charset=utf-8"


@login_not_required
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """`ok` while this process answers."""
    return HttpResponse("ok", content_type=PLAIN)


@login_not_required
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """One line for each thing that work needs; 503 where one of them is not so."""
    found = {name: holds(is_so) for name, is_so in CHECKS.items()}
    lines = (f"{name}: {'ok' if is_so else 'not ok'}" for name, is_so in found.items())
    return HttpResponse("\n".join(lines) + "\n", content_type=PLAIN, status=200 if all(found.values()) else 503)


def database_answers() -> bool:
    """Whether the database takes questions."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return True


def database_is_current() -> bool:
    """Whether the database has the form that this version of Luwte needs."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def planner_lives() -> bool:
    """Whether the process that makes plans told so within the last minute."""
    return bool(cache.get(PLANNER))


CHECKS: Mapping[str, Callable[[], bool]] = {
    "database": database_answers,
    "migrations": database_is_current,
    "plans": planner_lives,
}


@contextmanager
def beating() -> Iterator[None]:
    """Tell the others, as long as this lasts, that plans are made."""
    ended = Event()
    thread = Thread(target=_beat_until, args=(ended,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _beat_until(ended: Event) -> None:
    _tell(lambda: cache.set(PLANNER, True, ALIVE_SECONDS))
    while not ended.wait(BEAT_SECONDS):
        _tell(lambda: cache.set(PLANNER, True, ALIVE_SECONDS))
    _tell(lambda: cache.delete(PLANNER))
    connection.close()


def _tell(what: Callable[[], object]) -> None:
    """Where the database is away for a moment, the next beat tells."""
    with suppress(DatabaseError):
        what()


def holds(is_so: Callable[[], bool]) -> bool:
    """Whether it is so; where the database does not answer it is not."""
    try:
        return is_so()
    except DatabaseError:
        connection.close()
        return False
