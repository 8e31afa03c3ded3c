# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The database itself refuses a change of an artefact."""

from django.db import migrations

from luwte_web.statements import in_own_words

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


class Migration(migrations.Migration):
    """Run after the tables are there."""

    dependencies = (("artefacts", "0001_initial"),)
    operations = (in_own_words(FORWARD, BACKWARD),)
