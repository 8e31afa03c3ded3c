# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The database itself refuses what must never be: see `guards`."""

from collections.abc import Iterable, Mapping, Sequence

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from luwte_web.registry.guards.laying import GUARDS, columns_of
from luwte_web.statements import said

THINGS = ("Location", "Household", "Person", "Move", "Offer", "Commitment")


def lay(apps: StateApps, vendor: str) -> Iterable[str]:
    """The guards of the tables that there are now."""
    return GUARDS[vendor].lay(_versions(apps), columns_of(apps, "registry", THINGS))


def take(apps: StateApps, vendor: str) -> Iterable[str]:
    """What takes them away."""
    return GUARDS[vendor].take(_versions(apps), columns_of(apps, "registry", THINGS))


def give_the_turn(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The one turn."""
    apps.get_model("registry", "Turn").objects.create(id=1)


def _versions(apps: StateApps) -> Mapping[str, Sequence[str]]:
    """The tables of versions with their columns."""
    names = [model.__name__ for model in apps.get_app_config("registry").get_models()]
    tables = columns_of(apps, "registry", names)
    return {table: columns for table, columns in tables.items() if "superseded_by_id" in columns}


class Migration(migrations.Migration):
    """Run after the tables are there."""

    dependencies = (("registry", "0001_initial"),)
    operations = (said(lay, take), migrations.RunPython(give_the_turn, migrations.RunPython.noop))
