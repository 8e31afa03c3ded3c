# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A hundred people at work on the national example for two minutes, over loopback: `python -m benchmarks.load`.

Half are placement officers who read and decide, a quarter guardians, a quarter read figures. The server runs as
`luwte demo` runs it, on a PostgreSQL server of its own that writes to disk before it says so. The country is made and
planned once and kept as a backup; every run begins from that. Server, database and the hundred share the same cores.
"""

import argparse
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from benchmarks.person import DEMO_USER, PROPOSAL, REFUSED, Asked, Person, guardian, officer, reader_of_figures
from benchmarks.table import table
from tools.postgresql import programs, server

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "var" / "bench" / "load"
LUWTE = Path(sys.executable).parent / "luwte"
PORT = 8741
SECONDS_TO_PLAN = 900
ROLES = {
    "placement officer": (officer, 2),
    "guardian": (guardian, 1),
    "inspector": (reader_of_figures, 1),
}  # with how many of every four


def main() -> int:
    """0 = every request was answered, 1 = not."""
    asked = _options()
    folder = programs()
    if folder is None:
        sys.stderr.write("PostgreSQL is not installed: apt install postgresql\n")
        return 2
    backup = prepared(asked.scale)
    with server(folder, durable=True) as url:
        surroundings = {"LUWTE_HOME": str(KEPT / "run"), "LUWTE_DATABASE_URL": url}
        surroundings |= {"LUWTE_PROCESSES": str(asked.processes), "LUWTE_THREADS": str(asked.threads)}
        luwte("restore", str(backup), **surroundings)
        with serving(**surroundings):
            users = who_there_is()
            people = at_work(users, asked.people, asked.seconds, asked.think)
        luwte("log", "check", **surroundings)
    return report(people, asked.seconds)


def prepared(scale: str) -> Path:
    """A backup of the country with a plan on show and one in review, made when it is not there."""
    backup = KEPT / f"country-{scale.replace('/', '-')}.luwte"
    if not backup.exists():
        surroundings = {"LUWTE_HOME": str(KEPT / f"home-{backup.stem}"), "LUWTE_DATABASE_URL": ""}
        with serving("--scale", scale, **surroundings):
            make_a_plan(who_there_is()["placement officer"])
        luwte("backup", str(backup), **surroundings)
    return backup


def make_a_plan(user: str) -> None:
    """Ask for a plan as an officer does, and wait until it is there."""
    person = Person(PORT, random.Random(0), 1.0)
    person.sign_in(user)
    page = person.get("/en/review/")
    on = re.search(r'name="on"[^>]*value="([^"]+)"', page) or re.search(r'value="(\d{4}-\d\d-\d\d)"', page)
    assert on, "the page of plans has no day"
    person.post("/en/review/", {"on": on[1]}, page)
    until = time.monotonic() + SECONDS_TO_PLAN
    while not re.search(PROPOSAL, person.follow(person.get("/en/review/"), "/en/review/")):
        assert time.monotonic() < until, "the plan was not made in time"
        time.sleep(2)


def who_there_is() -> Mapping[str, str]:
    """The users of the demo by their role."""
    page = Person(PORT, random.Random(0), 1.0).get("/en/sign-in/")
    return {name.partition(" (")[0].strip(): token for token, name in DEMO_USER.findall(page)}


def at_work(users: Mapping[str, str], number: int, seconds: float, think: float) -> list[Person]:
    """So many people, each with a session of their own, at work until the time is over."""
    cast = [role for role, (_, share) in ROLES.items() for _ in range(share)]
    people = [(cast[n % len(cast)], Person(PORT, random.Random(n), think)) for n in range(number)]
    for role, person in people:
        person.sign_in(users[role])
        person.asked.clear()
    until = time.monotonic() + seconds
    threads = [Thread(target=person.work, args=(ROLES[role][0], until)) for role, person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [person for _, person in people]


def report(people: Sequence[Person], seconds: float) -> int:
    """What was asked and how long it took, as a whole and by page; 1 where something was not answered."""
    asked = [each for person in people for each in person.asked]
    by_page = defaultdict(list)
    for each in asked:
        by_page[each.what].append(each)
    rows = [("all", *_row(asked)), *((what, *_row(each)) for what, each in sorted(by_page.items(), key=_slowest))]
    told = Counter(each.status for each in asked)
    print(f"\n{len(people)} people, {seconds:.0f} s: {len(asked) / seconds:.1f} requests per second")
    print(table(("request", "times", "p50 ms", "p95 ms", "p99 ms", "longest ms", "errors"), rows))
    print("statuses: " + ", ".join(f"{status} {times} times" for status, times in sorted(told.items())))
    return int(any(_is_error(each) for each in asked))


def _row(asked: Sequence[Asked]) -> tuple[str, ...]:
    taken = sorted(1000 * each.seconds for each in asked)
    cuts = statistics.quantiles(taken, n=100, method="inclusive") if len(taken) > 1 else taken * 99
    shown = (cuts[49], cuts[94], cuts[98], taken[-1])
    return (str(len(asked)), *(f"{each:,.0f}" for each in shown), str(sum(map(_is_error, asked))))


def _slowest(page: tuple[str, Sequence[Asked]]) -> float:
    return -statistics.median(each.seconds for each in page[1])


def _is_error(asked: Asked) -> bool:
    """Whether somebody did not get what they asked for; a decision that is rightly refused is an answer."""
    return asked.status not in (200, 302, REFUSED)


def luwte(*words: str, **surroundings: str) -> None:
    """Run a verb to its end."""
    subprocess.run([LUWTE, *words, "--language", "en"], env=os.environ | surroundings, check=True)


@contextmanager
def serving(*words: str, **surroundings: str) -> Iterator[None]:
    """The demo, while somebody works with it."""
    command = [LUWTE, "demo", "--port", str(PORT), "--language", "en", *words]
    with subprocess.Popen(command, env=os.environ | surroundings, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            for line in process.stdout:
                print(line, end="", flush=True)
                if "Luwte is ready" in line:
                    break
            yield
        finally:
            process.send_signal(signal.SIGTERM)


def _options() -> argparse.Namespace:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--people", type=int, default=100, choices=range(1, 501), metavar="1..500")
    given.add_argument("--seconds", type=int, default=120, choices=range(1, 601), metavar="1..600")
    given.add_argument("--think", type=float, default=3.0, help="mean seconds between two requests of one person")
    given.add_argument("--processes", type=int, default=2)
    given.add_argument("--threads", type=int, default=4)
    given.add_argument("--scale", default="1")
    return given.parse_args()


if __name__ == "__main__":
    sys.exit(main())
