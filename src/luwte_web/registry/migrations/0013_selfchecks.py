# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What municipalities say of themselves."""

import django.db.models.deletion
from django.db import migrations, models

import luwte.model.quality
import luwte_web.registry.fields
from luwte_web.registry.guards.laying import written_once


class Migration(migrations.Migration):
    """The table made by makemigrations."""

    dependencies = (("registry", "0012_what_children_wait_for"),)

    operations = (
        migrations.CreateModel(
            name="SelfCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                ("municipality", models.CharField(blank=True, max_length=100)),
                ("indicator", models.CharField(blank=True, max_length=100)),
                (
                    "answer",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.quality.Answer,
                        max_length=32,
                        members=(
                            "met",
                            "partly",
                            "not_met",
                            "not_applicable",
                            "unknown",
                        ),
                    ),
                ),
                ("date", models.DateField()),
                ("respondent", models.CharField(blank=True, max_length=100)),
                ("value", models.CharField(blank=True, max_length=2000)),
                ("note", models.CharField(blank=True, max_length=2000)),
                ("action", models.CharField(blank=True, max_length=2000)),
                ("owner", models.CharField(blank=True, max_length=2000)),
                ("due", models.DateField(null=True)),
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
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="selfcheck_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="selfcheck_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="selfcheck_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)),
                        fields=("municipality", "indicator", "date", "respondent"),
                        name="selfcheck_once",
                    ),
                ],
            },
        ),
        written_once("registry", "SelfCheck"),
    )
