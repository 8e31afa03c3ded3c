# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""One of several that write the log at once: `python writer.py WRITER SECONDS`, on the database of the surroundings.

Each line comes with a change of its own in the same transaction (a token), one in five of which is undone. Whatever is
kept is told on standard output, number by number, at once: what was told must be found on the log.
"""

import random
import sys
import time

from django.db import transaction

from luwte_web.accounts.actors import Actor
from luwte_web.start import start

UNDONE = 0.2


def main() -> None:
    """Write until the time is over."""
    start()
    from luwte_web.audit.acts import Act
    from luwte_web.audit.services import record

    writer, seconds = sys.argv[1], float(sys.argv[2])
    chance, count = random.Random(writer), 0
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        count += 1
        with transaction.atomic():
            line = record(Actor(writer), Act.WRITE, f"household:{writer}-{count}", {"count": count})
            transaction.set_rollback(is_undone := chance.random() < UNDONE)
        if not is_undone:
            sys.stdout.write(f"{line.number} {line.seal}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
