# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Some of many who press for the last places: `python pressing.py HOW SECONDS CLIENTS SEED`; tells every move it got.

`decide` goes through the service, and gives back what it got now and then, so that there is always something to press
for; `by_hand` writes the rows itself, so that nothing but the database stands in the way. Each client has a connection
of its own.
"""

import random
import secrets
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import repeat

from luwte_web.start import start

start()

from django.db import IntegrityError, OperationalError, connection, transaction  # noqa: E402 - Django must be started before

from luwte.model.stays import MoveStatus  # noqa: E402
from luwte_web.accounts.actors import SYSTEM  # noqa: E402
from luwte_web.registry import models, moves, refusals  # noqa: E402

MONDAY = date(2026, 11, 23)
PLACE = {"F": "family", "M": "amv", "A": "adult"}


def decide(household: str) -> Iterator[str]:
    """Accept and commit as people do; sometimes think better of it, before or after."""
    key = moves.accept(SYSTEM, moves.Proposed(household, "L2", MONDAY), "pressed")
    if random.random() < 0.2:
        moves.cancel(SYSTEM, key, "thought better of it")
        return
    moves.commit(SYSTEM, key, "pressed")
    yield f"got {key}"
    if random.random() < 0.5:
        moves.cancel(SYSTEM, key, "thought better of it")
        yield f"gave {key}"


def by_hand(household: str) -> Iterator[str]:
    """The same rows, without waiting for a turn."""
    with transaction.atomic():
        made = models.Change.objects.latest("id")
        move = models.Move.objects.create(key=secrets.token_hex(8))
        models.MoveFacts.objects.create(
            move=move, household=models.Household.objects.get(key=household), to=models.Location.objects.get(key="L2"),
            on=MONDAY, status=MoveStatus.COMMITTED, to_place=PLACE[household[0]], known_by=made,
            line=int(move.key, 16) >> 2,
        )  # fmt: skip
    yield f"got {move.key}"


def press(how: Callable[[str], Iterator[str]], seconds: float) -> None:
    """Ask again and again, until the time is over; what was got is told at once."""
    households = list(models.Household.objects.values_list("key", flat=True))
    until, asked = time.monotonic() + seconds, 0
    tell(f"begun {seconds}")
    while time.monotonic() < until:
        asked += 1
        try:
            for told in how(random.choice(households)):
                tell(told)
        except (refusals.ChangeRefused, IntegrityError):
            continue
        except OperationalError:  # SQLite lets writers not queue: who is unlucky waits too long, and has nothing
            tell("late 1")
    tell(f"asked {asked}")
    connection.close()


def tell(what: str) -> None:
    """One line, whole, at once."""
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    random.seed(int(sys.argv[4]))
    clients = int(sys.argv[3])
    with ThreadPoolExecutor(clients) as people:
        way = {"decide": decide, "by_hand": by_hand}[sys.argv[1]]
        list(people.map(press, repeat(way, clients), repeat(float(sys.argv[2]))))
