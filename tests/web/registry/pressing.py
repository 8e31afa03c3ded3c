# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""One of many who press for the last places: `python pressing.py HOW SECONDS SEED`; tells every move that it got.

`decide` goes through the service; `by_hand` writes the rows itself, so that nothing but the database stands in the way.
"""

import random
import secrets
import sys
import time
from collections.abc import Callable
from datetime import date

from luwte_web.start import start

start()

from django.db import IntegrityError, transaction  # noqa: E402 - Django must be started before

from luwte.model.stays import MoveStatus  # noqa: E402
from luwte_web.accounts.actors import SYSTEM  # noqa: E402
from luwte_web.registry import models, moves, refusals  # noqa: E402

MONDAY = date(2026, 11, 23)
PLACE = {"F": "family", "M": "amv", "A": "adult"}


def decide(household: str) -> str | None:
    """Accept and commit as people do; sometimes think better of it."""
    key = moves.accept(SYSTEM, moves.Proposed(household, "L2", MONDAY), "pressed")
    if random.random() < 0.2:
        moves.cancel(SYSTEM, key, "thought better of it")
        return None
    moves.commit(SYSTEM, key, "pressed")
    return key


def by_hand(household: str) -> str | None:
    """The same rows, without waiting for a turn."""
    with transaction.atomic():
        made = models.Change.objects.latest("id")
        move = models.Move.objects.create(key=secrets.token_hex(8))
        models.MoveFacts.objects.create(
            move=move, household=models.Household.objects.get(key=household), to=models.Location.objects.get(key="L2"),
            on=MONDAY, status=MoveStatus.COMMITTED, to_place=PLACE[household[0]], known_by=made,
            line=int(move.key, 16) >> 2,
        )  # fmt: skip
    return move.key


def press(how: Callable[[str], str | None], seconds: float) -> None:
    """Ask again and again, until the time is over; what was got is told at once."""
    households = list(models.Household.objects.values_list("key", flat=True))
    until, asked = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        asked += 1
        try:
            key = how(random.choice(households))
        except (refusals.ChangeRefused, IntegrityError):
            continue
        if key:
            print("got", key, flush=True)  # noqa: T201
    print("asked", asked, flush=True)  # noqa: T201


if __name__ == "__main__":
    random.seed(int(sys.argv[3]))
    press({"decide": decide, "by_hand": by_hand}[sys.argv[1]], float(sys.argv[2]))
