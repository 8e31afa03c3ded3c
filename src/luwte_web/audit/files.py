# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Files that leave the log: a checkpoint to keep elsewhere, and the lines as spans. A file is whole or not there."""

import json
import os
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from luwte.cli.exits import UsageRefused
from luwte.words import N_
from luwte_web.accounts.actors import Actor
from luwte_web.audit import selectors, services
from luwte_web.audit.acts import Act
from luwte_web.audit.check import Point
from luwte_web.audit.spans import STANDARD, spans

NO_CHECKPOINT = N_("{file} is no checkpoint. Give a file that luwte log check --save wrote.")


def write_checkpoint(file: Path, end: Point) -> None:
    """Keep a point of the log; one that was kept there before is replaced."""
    _write_whole(file, [json.dumps(end._asdict())], lambda: None)


def read_checkpoint(file: Path) -> Point:
    """The point that was kept; raises UsageRefused for another file."""
    try:
        kept = json.loads(file.read_text("utf-8"))
        return Point(int(kept["number"]), str(kept["seal"]))
    except (ValueError, KeyError, TypeError):
        raise UsageRefused(NO_CHECKPOINT, file=str(file)) from None


def export(actor: Actor, file: Path, register: str) -> int:
    """Write every line as a span, put that on the log, and give how many; only then the file is there."""
    count = 0

    def lines() -> Iterable[str]:
        nonlocal count
        for span in spans(selectors.rows(), register):
            count += 1
            yield json.dumps(span, ensure_ascii=False)

    def put_on_log() -> None:
        services.record(actor, Act.EXPORT, "log:", {"lines": count, "standard": STANDARD, "register": register})

    _write_whole(file, lines(), put_on_log)
    return count


def _write_whole(file: Path, lines: Iterable[str], before_it_is_there: Callable[[], None]) -> None:
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".")  # readable by its owner alone
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as made:
            made.writelines(f"{line}\n" for line in lines)
        before_it_is_there()
        os.replace(name, file)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(name)
