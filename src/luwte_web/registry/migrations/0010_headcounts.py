# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Children counted on earlier days, and the day from which nobody is newly brought to a location."""

import django.db.models.deletion
from django.db import migrations, models

import luwte.model.marks
import luwte.model.places
import luwte_web.registry.fields
from luwte_web.registry.guards.laying import written_once


class Migration(migrations.Migration):
    """The table made by makemigrations."""

    dependencies = (("registry", "0009_participation"),)

    operations = (
        migrations.AddField(
            model_name="locationfacts",
            name="intake_stopped_on",
            field=models.DateField(null=True),
        ),
        migrations.CreateModel(
            name="Headcount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                ("on", models.DateField()),
                (
                    "kind",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.places.LocationKind,
                        max_length=32,
                        members=(
                            "azc",
                            "small_scale",
                            "amv_site",
                            "registration",
                            "emergency",
                            "crisis_emergency",
                            "temporary_municipal",
                            "municipal",
                        ),
                    ),
                ),
                ("children", models.PositiveIntegerField()),
                ("source", models.CharField(blank=True, max_length=2000)),
                (
                    "mark",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.marks.Mark,
                        max_length=32,
                        members=("published", "secondary", "reconstructed", "assumption"),
                    ),
                ),
                ("amv", models.PositiveIntegerField(null=True)),
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
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="headcount_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="headcount_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="headcount_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("on", "kind"), name="headcount_once"
                    ),
                ],
            },
        ),
        written_once("registry", "Headcount"),
    )
