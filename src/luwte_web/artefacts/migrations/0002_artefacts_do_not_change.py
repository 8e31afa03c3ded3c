# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The database itself refuses a change of an artefact."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

FORWARD = {
    "sqlite": (
        """CREATE TRIGGER artefacts_do_not_change BEFORE UPDATE ON artefacts_artefact
           BEGIN SELECT RAISE(ABORT, 'an artefact never changes'); END""",
    ),
    "postgresql": (
        """CREATE FUNCTION artefacts_do_not_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
           RAISE EXCEPTION 'an artefact never changes' USING ERRCODE = 'integrity_constraint_violation';
           END $$""",
        """CREATE TRIGGER artefacts_do_not_change BEFORE UPDATE ON artefacts_artefact
           FOR EACH ROW EXECUTE FUNCTION artefacts_do_not_change()""",
    ),
}
BACKWARD = {
    "sqlite": ("DROP TRIGGER artefacts_do_not_change",),
    "postgresql": (
        "DROP TRIGGER artefacts_do_not_change ON artefacts_artefact",
        "DROP FUNCTION artefacts_do_not_change()",
    ),
}


def forward(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Lay the trigger."""
    for statement in FORWARD[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def backward(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the trigger away."""
    for statement in BACKWARD[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """Run after the tables are there."""

    dependencies = (("artefacts", "0001_initial"),)
    operations = (migrations.RunPython(forward, backward),)
