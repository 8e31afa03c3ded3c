# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of artefacts and publications."""

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    """Made by makemigrations."""

    initial = True

    dependencies = ()
    operations = (
        migrations.CreateModel(
            name="Artefact",
            fields=[
                ("address", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("kind", models.CharField(choices=[("dataset", "Dataset"), ("plan", "Plan")], max_length=16)),
                ("content", models.BinaryField()),
                ("stored_at", models.DateTimeField()),
                (
                    "dataset",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="artefacts.artefact",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("published_at", models.DateTimeField()),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications",
                        to="artefacts.artefact",
                    ),
                ),
            ],
            options={
                "get_latest_by": ("published_at", "id"),
            },
        ),
        migrations.AddConstraint(
            model_name="artefact",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.Exact(django.db.models.functions.text.Length("address"), 64),
                name="address_is_a_hash",
            ),
        ),
        migrations.AddConstraint(
            model_name="artefact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("dataset__isnull", False), ("kind", "plan")),
                    models.Q(("dataset__isnull", True), ("kind", "dataset")),
                    _connector="OR",
                ),
                name="a_plan_and_only_a_plan_has_a_dataset",
            ),
        ),
    )
