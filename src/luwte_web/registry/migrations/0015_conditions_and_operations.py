# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Conditions that municipalities set, and who is responsible for what at a location."""

import django.db.models.deletion
from django.db import migrations, models

import luwte.model.marks
import luwte.model.places
import luwte.model.sites
import luwte_web.registry.fields
from luwte_web.registry.guards.laying import written_once


class Migration(migrations.Migration):
    """The tables made by makemigrations."""

    dependencies = (("registry", "0014_cycles"),)

    operations = (
        migrations.CreateModel(
            name="Condition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                ("condition", models.CharField(blank=True, max_length=100)),
                ("municipality", models.CharField(blank=True, max_length=100)),
                (
                    "kind",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.sites.ConditionKind,
                        max_length=32,
                        members=(
                            "places",
                            "term",
                            "groups",
                            "safety",
                            "school",
                            "care",
                            "guidance",
                            "building",
                            "neighbours",
                            "money",
                            "other",
                        ),
                    ),
                ),
                ("what", models.CharField(blank=True, max_length=2000)),
                (
                    "state",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.sites.ConditionState, max_length=32, members=("met", "not_met", "unknown")
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=2000)),
                (
                    "mark",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.marks.Mark,
                        max_length=32,
                        members=("published", "secondary", "reconstructed", "assumption"),
                    ),
                ),
                ("owner", models.CharField(blank=True, max_length=2000)),
                ("agreed_on", models.DateField(null=True)),
                ("due", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
                ("state_on", models.DateField(null=True)),
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
                    "offer",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.offer"
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
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="condition_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="condition_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="condition_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("condition",), name="condition_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Operation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                (
                    "task",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.sites.OperationTask,
                        max_length=32,
                        members=("guidance", "care", "school", "safety", "supervision", "material"),
                    ),
                ),
                (
                    "responsible",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.sites.Responsible,
                        max_length=32,
                        members=("municipality", "coa", "nidos", "contractor", "other"),
                    ),
                ),
                ("since", models.DateField()),
                ("source", models.CharField(blank=True, max_length=2000)),
                (
                    "mark",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.marks.Mark,
                        max_length=32,
                        members=("published", "secondary", "reconstructed", "assumption"),
                    ),
                ),
                ("organisation", models.CharField(blank=True, max_length=2000)),
                (
                    "scheme",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.places.Scheme,
                        max_length=32,
                        members=("coa", "dgos", "ksos", "tgo", "other"),
                        null=True,
                    ),
                ),
                ("until", models.DateField(null=True)),
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.location"
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
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="operation_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="operation_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="operation_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)),
                        fields=("location", "task", "responsible", "organisation", "since"),
                        name="operation_once",
                    ),
                ],
            },
        ),
        written_once("registry", "Condition"),
        written_once("registry", "Operation"),
    )
