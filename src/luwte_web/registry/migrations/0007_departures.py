# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Households that left reception, written once as everything in the registry."""

import django.db.models.deletion
from django.db import migrations, models

import luwte_web.registry.fields
import luwte_web.registry.models.departures
from luwte_web.registry.guards.laying import written_once


class Migration(migrations.Migration):
    """The table made by makemigrations."""

    dependencies = (("registry", "0006_looked_up_by"),)

    operations = (
        migrations.CreateModel(
            name="Departure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                (
                    "left_for",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte_web.registry.models.departures.LeftFor,
                        max_length=32,
                        members=("home", "family", "abroad", "unknown", "died"),
                    ),
                ),
                ("on", models.DateField()),
                (
                    "household",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.household"
                    ),
                ),
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
                    "location",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.location"
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
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="departure_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="departure_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="departure_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("household",), name="departure_once"
                    ),
                ],
            },
        ),
        written_once("registry", "Departure"),
    )
