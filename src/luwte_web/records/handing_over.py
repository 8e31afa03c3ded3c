# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Hand the record of a household or person over: for programs as JSON, for people as text in Dutch or English."""

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import transaction

from luwte.words import N_, Words
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import demand
from luwte_web.audit.acts import NAMES, Act
from luwte_web.audit.services import record as put_on_log
from luwte_web.records import record
from luwte_web.registry import selectors

JSON_FILE, TEXT_FILE = "record.json", "record.txt"
PRIVATE = 0o700
TITLE = N_("Everything that Luwte keeps about {key}")
EXPLAINED = N_(
    "Each part is a table, each line what was known from one moment until another, with who changed it and why. People "
    "who work with it are tokens: the organisation knows whom they stand for. Names of tables and columns are those of "
    "the data. Of others in the household nothing stands here that is theirs alone."
)
WHO = N_("Who read or changed it")
OPEN = N_("now")


def hand_over(actor: Actor, key: str, out: Path, words: Words) -> int:
    """Write a new folder with the record; how many versions it tells. The log tells it, or nothing is written.

    Raises ChangeRefused for a key that is not there and FileExistsError for a folder that is.
    """
    with transaction.atomic():
        about = record.about(key)
        demand(actor, Action.EXPORT_PERSON, selectors.household_thing(about.household.key))
        put_on_log(actor, Act.EXPORT, f"household:{about.household.key}")
        told = {"about": key, "tables": dict(record.tables(about)), "log": record.log(about)}
        _write(out, json.dumps(told, indent=2, ensure_ascii=False), "\n".join(_text(told, words)))
    return sum(map(len, told["tables"].values()))


def _write(out: Path, data: str, text: str) -> None:
    """Both files at once, for the eyes of who runs it alone."""
    out = out.absolute()
    if out.exists():
        raise FileExistsError(out)
    with TemporaryDirectory(dir=out.parent) as folder:
        made = Path(folder) / out.name
        made.mkdir(mode=PRIVATE)
        (made / JSON_FILE).write_text(data + "\n", "utf-8")
        (made / TEXT_FILE).write_text(text + "\n", "utf-8")
        made.rename(out)


def _text(told: dict[str, Any], words: Words) -> Iterator[str]:
    yield words.text(TITLE, key=told["about"])
    yield words.text(EXPLAINED)
    for table, rows in told["tables"].items():
        yield f"\n{table}\n{'-' * len(table)}"
        for row in rows:
            said = dict(row)
            begun, ended = said.pop("known_from"), said.pop("known_until") or words.text(OPEN)
            who, why = said.pop("changed_by"), said.pop("because")
            yield f"{begun} - {ended} ({who}: {why})"
            yield from (f"    {name}: {value}" for name, value in said.items())
    yield f"\n{words.text(WHO)}\n"
    yield from (f"{line['moment']}  {line['actor']}  {words.text(NAMES[line['act']])}" for line in told["log"])
