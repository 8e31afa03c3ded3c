# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Bring a backup into an empty database, of the same sort or of the other: all of it or nothing.

The database is first given the form that the backup was made in, then its rows, then the form of this version. The
guards of the database are off while the rows come in, within the one transaction; they were on when each was written.
"""

import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.migrations.executor import MigrationExecutor

from luwte.cli.exits import Refused
from luwte.model.progress import Progress, silent
from luwte.words import N_
from luwte_web.accounts.actors import SYSTEM
from luwte_web.audit.acts import Act
from luwte_web.audit.services import record
from luwte_web.operations import archive
from luwte_web.operations.archive import Migration, Page
from luwte_web.registry.rows import count_anew, insert
from luwte_web.start import bring_up_to_date

ROWS_AT_ONCE = 20_000
# Whoever has rows here has worked with this database.
SIGNS_OF_USE = ("accounts_user", "artefacts_artefact", "registry_change", "audit_line")

IN_USE = N_("This database is in use already. Restore into a new, empty one; nothing was changed.")
NEWER = N_("The backup was made by a newer version, Luwte {version}. Install that version first; nothing was changed.")
FURTHER = N_("This database has the form of a newer version than the backup. Restore into a new, empty one.")


def restore(file: Path, progress: Progress = silent) -> Page:
    """Restore a backup and give what it says of itself; raises Refused where that cannot be."""
    with zipfile.ZipFile(_backup(file)) as backup:
        page = archive.page_of(file, backup)
        targets = _form_of(page)
        executor = MigrationExecutor(connection)
        executor.migrate(targets)
        kept = [
            model
            for model in executor.loader.project_state(targets).apps.get_models(include_auto_created=True)
            if archive.is_kept(model) and model._meta.label in page.tables
        ]
        with transaction.atomic(durable=True):
            _fill(kept, backup, page, progress)
    bring_up_to_date()
    count_anew()
    with transaction.atomic(durable=True):
        record(SYSTEM, Act.IMPORT, "registry:", {"what": "restored", "made_at": page.made_at, "by": page.luwte})
    return page


def _backup(file: Path) -> Path:
    if not zipfile.is_zipfile(file):
        raise Refused(archive.NO_BACKUP, file=str(file))
    return file


def _form_of(page: Page) -> list[Migration]:
    """The last migrations that the backup has, by app; raises Refused where this database cannot take that form."""
    executor = MigrationExecutor(connection)
    loader, told = executor.loader, set(page.migrations)
    if told - set(loader.disk_migrations):
        raise Refused(NEWER, version=page.luwte)
    _refuse_in_use()
    if set(loader.applied_migrations) - told:
        raise Refused(FURTHER)
    followed = {
        parent.key for child in told for parent in loader.graph.node_map[child].parents if parent.key[0] == child[0]
    }
    return sorted(told - followed)


def _fill(kept: Sequence[type[models.Model]], backup: zipfile.ZipFile, page: Page, progress: Progress) -> None:
    """Put the rows of the backup in the place of those that the migrations made."""
    tables = [connection.ops.quote_name(model._meta.db_table) for model in kept]
    with connection.cursor() as cursor, _guards_off(tables):
        for table in reversed(tables):
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own tables
        for done, model in enumerate(kept):
            progress(N_("Restoring the backup"), done / len(kept))
            names = page.tables[model._meta.label].columns
            rows = archive.rows_of(backup, model, names)
            while some := list(islice(rows, ROWS_AT_ONCE)):
                insert(model, dict(zip(names, zip(*some, strict=True), strict=True)))
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(kept)):
            cursor.execute(statement)


@contextmanager
def _guards_off(tables: Sequence[str]) -> Iterator[None]:
    """Take the triggers of these tables away, and lay them again as they were."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for table in tables:
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            yield
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for table in tables:
                cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        else:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            triggers = cursor.fetchall()
            for name, _ in triggers:
                cursor.execute(f"DROP TRIGGER {connection.ops.quote_name(name)}")
            yield
            for _, laid in triggers:
                cursor.execute(laid)


def _refuse_in_use() -> None:
    there = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for table in SIGNS_OF_USE:
            if table in there:
                cursor.execute(f"SELECT 1 FROM {table} LIMIT 1")  # noqa: S608 - the names above
                if cursor.fetchone():
                    raise Refused(IN_USE)
