# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The database itself refuses what must never be: see `guards`."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from luwte_web.registry.guards import postgresql, sqlite

GUARDS = {"sqlite": sqlite, "postgresql": postgresql}
THINGS = ("Location", "Household", "Person", "Move", "Offer", "Commitment")


def forward(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Lay the guards, and the one turn."""
    for statement in GUARDS[schema_editor.connection.vendor].lay(_versions(apps), _things(apps)):
        schema_editor.execute(statement, params=None)
    apps.get_model("registry", "Turn").objects.create(id=1)


def backward(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take them away."""
    for statement in GUARDS[schema_editor.connection.vendor].take(_versions(apps), _things(apps)):
        schema_editor.execute(statement, params=None)


def _versions(apps: StateApps) -> dict[str, list[str]]:
    """The tables of versions with their columns."""
    found = [model._meta for model in apps.get_app_config("registry").get_models()]
    tables = {meta.db_table: [field.column for field in meta.concrete_fields] for meta in found}
    return {table: columns for table, columns in tables.items() if "superseded_by_id" in columns}


def _things(apps: StateApps) -> list[str]:
    """The tables of things."""
    return [apps.get_model("registry", name)._meta.db_table for name in THINGS]


class Migration(migrations.Migration):
    """Run after the tables are there."""

    dependencies = (("registry", "0001_initial"),)
    operations = (migrations.RunPython(forward, backward),)
