# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people do for a household is written once, as everything in the registry."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from luwte_web.registry.guards import postgresql, sqlite

GUARDS = {"sqlite": sqlite, "postgresql": postgresql}
VERSIONS = ("WishAnswer", "Relative", "EighteenPlan")


def forward(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Lay the guards."""
    for statement in GUARDS[schema_editor.connection.vendor].keep(_tables(apps)):
        schema_editor.execute(statement, params=None)


def backward(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take them away."""
    for statement in GUARDS[schema_editor.connection.vendor].let_go(_tables(apps)):
        schema_editor.execute(statement, params=None)


def _tables(apps: StateApps) -> dict[str, list[str]]:
    """The tables of versions with their columns."""
    found = [apps.get_model("registry", name)._meta for name in VERSIONS]
    return {meta.db_table: [field.column for field in meta.concrete_fields] for meta in found}


class Migration(migrations.Migration):
    """Run after the tables are there."""

    dependencies = (("registry", "0004_care"),)
    operations = (migrations.RunPython(forward, backward),)
