# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Inspections, the sheets of their respondents, photos, and what is agreed for gaps."""

import django.db.models.deletion
from django.db import migrations, models

import luwte.model.quality
import luwte.quality.catalogue.profiles
import luwte_web.inspections.models
import luwte_web.registry.fields


class Migration(migrations.Migration):
    """Made by makemigrations."""

    initial = True

    dependencies = (("registry", "0008_stated_of_locations"),)

    operations = (
        migrations.CreateModel(
            name="Inspection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=luwte_web.inspections.models.new_key, editable=False, max_length=16, unique=True
                    ),
                ),
                (
                    "group",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.quality.AssessedGroup, max_length=32, members=("family", "amv", "adult", "all")
                    ),
                ),
                (
                    "profile",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.quality.catalogue.profiles.Profile,
                        max_length=32,
                        members=("full", "emergency", "amv_small", "municipal"),
                    ),
                ),
                (
                    "method",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.quality.Method,
                        max_length=32,
                        members=("self", "visit", "document", "child_survey"),
                    ),
                ),
                ("on", models.DateField()),
                ("planned_by", models.CharField(max_length=64)),
                ("planned_at", models.DateTimeField()),
                ("dropped_at", models.DateTimeField(null=True)),
                ("dropped_because", models.CharField(blank=True, max_length=2000)),
                (
                    "after",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="again",
                        to="inspections.inspection",
                    ),
                ),
                (
                    "location",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.location"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Sheet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("respondent", models.CharField(max_length=64)),
                ("began_at", models.DateTimeField()),
                (
                    "change",
                    models.ForeignKey(
                        default=None,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
                (
                    "inspection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sheets", to="inspections.inspection"
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Photo",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("norm", models.CharField(blank=True, max_length=100)),
                ("content", models.BinaryField()),
                ("added_at", models.DateTimeField()),
                (
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="photos", to="inspections.sheet"
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Given",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("norm", models.CharField(blank=True, max_length=100)),
                (
                    "answer",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.quality.Answer,
                        max_length=32,
                        members=("met", "partly", "not_met", "not_applicable", "unknown"),
                        null=True,
                    ),
                ),
                ("value", models.CharField(blank=True, max_length=2000)),
                ("note", models.CharField(blank=True, max_length=2000)),
                ("writer", models.CharField(blank=True, max_length=32)),
                (
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="given", to="inspections.sheet"
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("norm", models.CharField(blank=True, max_length=100)),
                ("action", models.CharField(blank=True, max_length=2000)),
                ("owner", models.CharField(blank=True, max_length=2000)),
                ("due", models.DateField(null=True)),
                ("cost", luwte_web.registry.fields.ExactField(null=True)),
                ("none_because", models.CharField(blank=True, max_length=2000)),
                ("agreed_by", models.CharField(max_length=64)),
                (
                    "change",
                    models.ForeignKey(
                        default=None,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
                (
                    "inspection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="inspections.inspection"
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="inspection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("dropped_at", None), ("dropped_because", "")),
                    models.Q(
                        models.Q(("dropped_at", None), _negated=True), models.Q(("dropped_because", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="what_is_called_off_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="sheet",
            constraint=models.UniqueConstraint(fields=("inspection", "respondent"), name="a_respondent_once"),
        ),
        migrations.AddConstraint(
            model_name="given",
            constraint=models.UniqueConstraint(fields=("sheet", "norm"), name="one_word_a_norm"),
        ),
        migrations.AddConstraint(
            model_name="step",
            constraint=models.UniqueConstraint(fields=("inspection", "norm"), name="one_step_a_gap"),
        ),
        migrations.AddConstraint(
            model_name="step",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        models.Q(("action", ""), _negated=True),
                        models.Q(("owner", ""), _negated=True),
                        ("due__isnull", False),
                        ("none_because", ""),
                    ),
                    models.Q(
                        ("action", ""), ("due", None), ("owner", ""), models.Q(("none_because", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="an_action_or_why_there_is_none",
            ),
        ),
    )
