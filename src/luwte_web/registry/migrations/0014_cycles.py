# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The steps of cycles, how far municipalities are, and what they bring along of housing."""

import django.db.models.deletion
from django.db import migrations, models

import luwte.model.cycles
import luwte.model.marks
import luwte_web.registry.fields
from luwte_web.registry.guards.laying import written_once


class Migration(migrations.Migration):
    """The tables made by makemigrations."""

    dependencies = (("registry", "0013_selfchecks"),)

    operations = (
        migrations.CreateModel(
            name="CycleStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                ("cycle", models.PositiveIntegerField()),
                (
                    "step",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.cycles.Step,
                        max_length=32,
                        members=("estimate", "indicative", "consultation", "report", "decision", "realisation", "end"),
                    ),
                ),
                ("on", models.DateField()),
                ("source", models.CharField(blank=True, max_length=2000)),
                (
                    "mark",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.marks.Mark,
                        max_length=32,
                        members=("published", "secondary", "reconstructed", "assumption"),
                    ),
                ),
                ("places", models.PositiveIntegerField(null=True)),
                ("far_reaching", models.BooleanField(null=True)),
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
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="cyclestep_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="cyclestep_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="cyclestep_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)),
                        fields=("cycle", "step", "on"),
                        name="cycle_step_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HousingBalance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                ("half_year", models.CharField(blank=True, max_length=100)),
                ("municipality", models.CharField(blank=True, max_length=100)),
                ("backlog", models.PositiveIntegerField()),
                ("lead", models.PositiveIntegerField()),
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
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="housingbalance_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="housingbalance_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="housingbalance_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)),
                        fields=("half_year", "municipality"),
                        name="housing_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MunicipalStatus",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                ("cycle", models.PositiveIntegerField()),
                ("municipality", models.CharField(blank=True, max_length=100)),
                (
                    "status",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.cycles.Status,
                        max_length=32,
                        members=(
                            "indicative",
                            "in_consultation",
                            "agreed",
                            "not_agreed",
                            "named",
                            "not_named",
                            "realising",
                            "realised",
                            "late_reported",
                            "late_unreported",
                            "supervision",
                        ),
                    ),
                ),
                ("since", models.DateField()),
                ("note", models.CharField(blank=True, max_length=2000)),
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
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="municipalstatus_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)),
                        fields=("line",),
                        name="municipalstatus_one_current",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="municipalstatus_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)),
                        fields=("cycle", "municipality", "since", "status"),
                        name="status_once",
                    ),
                ],
            },
        ),
        written_once("registry", "CycleStep"),
        written_once("registry", "HousingBalance"),
        written_once("registry", "MunicipalStatus"),
    )
