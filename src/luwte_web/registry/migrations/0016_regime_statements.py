# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people say that a regime does to children."""

import django.db.models.deletion
from django.db import migrations, models

import luwte.law.regimes.rules
import luwte_web.accounts.actors
import luwte_web.registry.fields
from luwte_web.registry.guards.laying import written_once


class Migration(migrations.Migration):
    """The table made by makemigrations."""

    dependencies = (("registry", "0015_conditions_and_operations"),)

    operations = (
        migrations.CreateModel(
            name="RegimeStatement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                (
                    "regime",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.law.regimes.rules.Regime,
                        max_length=32,
                        members=("in_force", "repealed", "loose_parts"),
                    ),
                ),
                (
                    "role",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte_web.accounts.actors.Role,
                        max_length=32,
                        members=(
                            "placement_officer",
                            "guardian",
                            "site_team",
                            "inspector",
                            "municipality",
                            "province",
                            "ministry",
                            "auditor",
                            "administrator",
                            "partner",
                        ),
                    ),
                ),
                ("organisation", models.CharField(blank=True, max_length=2000)),
                ("dutch", models.CharField(blank=True, max_length=2000)),
                ("english", models.CharField(blank=True, max_length=2000)),
                ("sources", models.CharField(blank=True, max_length=2000)),
                ("date", models.DateField()),
                (
                    "known_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        db_index=False,
                        default=None,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="regimestatement_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)),
                        fields=("line",),
                        name="regimestatement_one_current",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="regimestatement_known_first",
                    ),
                ],
            },
        ),
        written_once("registry", "RegimeStatement"),
    )
