# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of the workspace."""

import django.db.models.deletion
from django.db import migrations, models

import luwte_web.registry.fields
import luwte_web.workspace.models.decisions
import luwte_web.workspace.models.jobs


class Migration(migrations.Migration):
    """Made by makemigrations."""

    initial = True

    dependencies = (
        ("artefacts", "0002_artefacts_do_not_change"),
        ("registry", "0002_guards"),
    )

    operations = (
        migrations.CreateModel(
            name="BestInterests",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                ("family", models.CharField(blank=True, max_length=2000)),
                ("wellbeing", models.CharField(blank=True, max_length=2000)),
                ("safety", models.CharField(blank=True, max_length=2000)),
                ("view", models.CharField(blank=True, max_length=2000)),
                (
                    "view_stance",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte_web.workspace.models.decisions.Stance,
                        max_length=32,
                        members=("agrees", "neutral", "objects"),
                        null=True,
                    ),
                ),
                (
                    "heard_by",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte_web.workspace.models.decisions.Heard,
                        max_length=32,
                        members=("guardian", "site_team", "placement_officer", "school", "other"),
                        null=True,
                    ),
                ),
                ("heard_on", models.DateField(null=True)),
                ("not_heard_because", models.CharField(blank=True, max_length=2000)),
                ("school_on", models.DateField(null=True)),
                ("care_on", models.DateField(null=True)),
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
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.location"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="bestinterests_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="bestinterests_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="bestinterests_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)),
                        fields=("household", "to"),
                        name="best_interests_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("heard_on", None), ("not_heard_because", ""), _connector="OR"),
                        name="heard_or_why_not",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GuardianView",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                (
                    "stance",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte_web.workspace.models.decisions.Stance,
                        max_length=32,
                        members=("agrees", "neutral", "objects"),
                    ),
                ),
                ("view", models.CharField(blank=True, max_length=2000)),
                ("given_on", models.DateField()),
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
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.location"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="guardianview_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="guardianview_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="guardianview_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)),
                        fields=("household", "to"),
                        name="guardian_view_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Hold",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                ("until", models.DateField()),
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
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="artefacts.artefact"
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
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="hold_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="hold_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="hold_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)),
                        fields=("household", "plan"),
                        name="a_proposal_is_held_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanJob",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=luwte_web.workspace.models.jobs.new_key, editable=False, max_length=16, unique=True
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("actor", models.CharField(max_length=64)),
                ("on", models.DateField()),
                ("seconds", models.PositiveIntegerField(null=True)),
                ("gap", luwte_web.registry.fields.ExactField(null=True)),
                (
                    "state",
                    luwte_web.registry.fields.MemberField(
                        default="waiting",
                        kind=luwte_web.workspace.models.jobs.JobState,
                        max_length=32,
                        members=("waiting", "running", "done", "cancelled", "failed"),
                    ),
                ),
                ("is_to_stop", models.BooleanField(default=False)),
                ("stage", models.CharField(blank=True, max_length=2000)),
                ("done", models.FloatField(null=True)),
                ("began_at", models.DateTimeField(null=True)),
                ("seen_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("failure", models.JSONField(default=list)),
                (
                    "change",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.change"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="artefacts.artefact",
                    ),
                ),
            ],
            options={
                "ordering": ("-asked_at", "-id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("change__isnull", False),
                                ("plan__isnull", False),
                                ("state", "done"),
                            ),
                            models.Q(
                                models.Q(("state", "done"), _negated=True),
                                ("plan__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="a_plan_that_is_made_is_there",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ended_at__isnull", True),
                                (
                                    "state__in",
                                    [
                                        "waiting",
                                        "running",
                                    ],
                                ),
                            ),
                            models.Q(
                                models.Q(
                                    (
                                        "state__in",
                                        [
                                            "waiting",
                                            "running",
                                        ],
                                    ),
                                    _negated=True,
                                ),
                                ("ended_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_job_has_ended_or_not",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Urgency",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                ("because", models.CharField(blank=True, max_length=2000)),
                ("missing", luwte_web.registry.fields.CodesField(blank=True, default=frozenset, max_length=2000)),
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
                    "move",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.move"
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
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="urgency_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="urgency_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="urgency_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("move",), name="urgency_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("because", ""), _negated=True), name="urgency_has_a_reason"
                    ),
                ],
            },
        ),
    )
