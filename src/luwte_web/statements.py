# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a migration says to a database in its own words: triggers and the like, which Django cannot say for us."""

from collections.abc import Callable, Iterable, Mapping

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

Said = Callable[[StateApps, str], Iterable[str]]


def said(forward: Said, backward: Said) -> migrations.RunPython:
    """A step of a migration: statements from the models as they are then and the vendor of the database, and back."""
    return migrations.RunPython(_executed(forward), _executed(backward))


def in_own_words(forward: Mapping[str, Iterable[str]], backward: Mapping[str, Iterable[str]]) -> migrations.RunPython:
    """The same where the statements of every vendor stand ready."""
    return said(lambda _, vendor: forward[vendor], lambda _, vendor: backward[vendor])


def _executed(said: Said) -> Callable[[StateApps, BaseDatabaseSchemaEditor], None]:
    def execute(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        for statement in said(apps, schema_editor.connection.vendor):
            schema_editor.execute(statement, params=None)

    return execute
