# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The form of a backup: one zip with the rows of every table as lines of JSON, and a page about them.

Values stand there as their fields write them, so that what comes from SQLite can go to PostgreSQL and back. The page
names the version, the migrations that the tables have, and for each table its rows and the SHA-256 of its lines.
"""

import base64
import hashlib
import hmac
import json
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import models

from luwte.cli.exits import Refused
from luwte.words import N_

FORM = 1
PAGE, SUM = "backup.json", "backup.sha256"
PURPOSE = b"which secret key a backup was made with"
# What is worth nothing elsewhere: sessions end with their server.
LEFT_OUT = frozenset(("sessions.Session",))

NO_BACKUP = N_("{file} is no backup of Luwte. Give a file that luwte backup wrote.")
DAMAGED = N_("{file} is damaged: {table} is not what was written. Take another backup; nothing was restored.")

Row = Sequence[Any]
Migration = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Written:
    """What stands of a table in the backup: its columns in their order, how many rows, and the hash of its lines."""

    columns: tuple[str, ...]
    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Page:
    """What a backup says of itself. `key` tells whether a secret key is the one that it was made with, not which."""

    form: int
    luwte: str
    made_at: str
    database: str
    key: str
    migrations: tuple[Migration, ...]
    tables: dict[str, Written]

    @classmethod
    def of(cls, made_at: str, database: str, migrations: Iterable[Migration], tables: dict[str, Written]) -> "Page":
        """The page of a backup that is made now, by this version."""
        return cls(FORM, version("luwte"), made_at, database, key_print(), tuple(migrations), tables)


def key_print() -> str:
    """A mark of this installation's secret key, from which the key does not follow."""
    return hmac.new(settings.SECRET_KEY.encode(), PURPOSE, hashlib.sha256).hexdigest()


def is_kept(model: type[models.Model]) -> bool:
    """Whether the rows of a model are part of a backup: views are not."""
    return model._meta.managed and not model._meta.proxy and model._meta.label not in LEFT_OUT


def columns(model: type[models.Model]) -> "list[models.Field[Any, Any]]":
    """The columns of a model's table."""
    return list(model._meta.concrete_fields)


def put_table(into: zipfile.ZipFile, model: type[models.Model], rows: Iterable[Row]) -> Written:
    """Write the rows of one table, one at a time."""
    fields, digest, count = columns(model), hashlib.sha256(), 0
    with into.open(_name(model._meta.label), "w", force_zip64=True) as file:
        for count, row in enumerate(rows, start=1):  # noqa: B007 - the last number is how many there are
            values = [field.get_prep_value(value) for field, value in zip(fields, row, strict=True)]
            line = json.dumps(values, default=_plain, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"
            digest.update(line)
            file.write(line)
    return Written(tuple(field.attname for field in fields), count, digest.hexdigest())


def put_page(into: zipfile.ZipFile, page: Page) -> None:
    """Write what the backup says of itself, last, and the sum of it."""
    text = json.dumps(asdict(page), indent=1)
    into.writestr(PAGE, text)
    into.writestr(SUM, hashlib.sha256(text.encode()).hexdigest())


def page_of(file: Path, archive: zipfile.ZipFile) -> Page:
    """What a backup says of itself, checked with every table; raises Refused for another or a damaged file."""
    try:
        text = archive.read(PAGE)
        told = json.loads(text)
        whole = hashlib.sha256(text).hexdigest() == archive.read(SUM).decode() and told["form"] == FORM
    except (KeyError, ValueError, zipfile.BadZipFile):
        whole = False
    if not whole:
        raise Refused(NO_BACKUP, file=str(file))
    told["migrations"] = tuple((app, name) for app, name in told["migrations"])
    told["tables"] = {
        label: Written(tuple(written["columns"]), written["rows"], written["sha256"])
        for label, written in told["tables"].items()
    }
    page = Page(**told)
    for label, written in page.tables.items():
        if _sum(archive, label) != written.sha256:
            raise Refused(DAMAGED, file=str(file), table=label)
    return page


def rows_of(archive: zipfile.ZipFile, model: type[models.Model], names: Sequence[str]) -> Iterator[Row]:
    """The rows of one table, as the fields that are named know them."""
    by_name = {field.attname: field for field in columns(model)}
    fields = [by_name[name] for name in names]
    with archive.open(_name(model._meta.label)) as file:
        for line in file:
            yield [field.to_python(value) for field, value in zip(fields, json.loads(line), strict=True)]


def _sum(archive: zipfile.ZipFile, label: str) -> str:
    digest = hashlib.sha256()
    try:
        with archive.open(_name(label)) as file:
            for line in file:
                digest.update(line)
    except (KeyError, zipfile.BadZipFile):
        return ""
    return digest.hexdigest()


def _name(label: str) -> str:
    return f"{label}.jsonl"


def _plain(value: Any) -> str:
    """A value for which JSON has no form, as its field reads it back."""
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode()
    if isinstance(value, date):  # and datetime
        return value.isoformat()
    if isinstance(value, Decimal | UUID):
        return str(value)
    raise TypeError(type(value).__name__)
