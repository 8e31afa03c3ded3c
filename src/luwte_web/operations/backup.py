# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Write everything that the database keeps into one file, as it is at one moment, while people go on working."""

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from django.apps import apps
from django.db import connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from luwte.model.progress import Progress, silent
from luwte.words import N_
from luwte_web.accounts.actors import SYSTEM
from luwte_web.audit.acts import Act
from luwte_web.audit.moments import one_moment
from luwte_web.audit.services import record
from luwte_web.operations import archive

ROWS_AT_ONCE = 2_000


def backup(out: Path, progress: Progress = silent) -> str:
    """Write a backup, readable by its owner alone, and give the SHA-256 of the file. The log tells that it was made."""
    with transaction.atomic(durable=True):
        record(SYSTEM, Act.EXPORT, "registry:", {"what": "backup"})
    handle, name = tempfile.mkstemp(dir=out.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as into, one_moment():
                _write(into, progress)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, out)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(name)
    with out.open("rb") as made:
        return hashlib.file_digest(made, "sha256").hexdigest()


def _write(into: zipfile.ZipFile, progress: Progress) -> None:
    made_at = timezone.now().isoformat()
    kept = [model for model in apps.get_models(include_auto_created=True) if archive.is_kept(model)]
    tables = {}
    for done, model in enumerate(kept):
        progress(N_("Writing the backup"), done / len(kept))
        tables[model._meta.label] = archive.put_table(into, model, _rows(model))
    migrations = sorted(MigrationRecorder(connection).applied_migrations())
    archive.put_page(into, archive.Page.of(made_at, connection.vendor, migrations, tables))


def _rows(model: type[models.Model]) -> Iterator[archive.Row]:
    """The rows of a table in the order of their keys, read from the database as they are asked for."""
    names = [field.attname for field in archive.columns(model)]
    rows: Iterator[archive.Row] = model._base_manager.order_by("pk").values_list(*names).iterator(ROWS_AT_ONCE)
    return rows
