# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What children say, what there is for them to do and who is there for them, written once as all in the registry."""

import django.db.models.deletion
from django.db import migrations, models

import luwte.model.participation
import luwte_web.registry.fields
from luwte_web.registry.guards.laying import written_once


class Migration(migrations.Migration):
    """The tables made by makemigrations."""

    dependencies = (("registry", "0008_stated_of_locations"),)

    operations = (
        migrations.CreateModel(
            name="Feedback",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=100, unique=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Programme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=100, unique=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                ("contact", models.CharField(blank=True, max_length=100)),
                ("since", models.DateField()),
                ("until", models.DateField(null=True)),
                ("hours_a_week", luwte_web.registry.fields.ExactField(null=True)),
                ("known_through", models.CharField(blank=True, max_length=2000)),
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
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="contact_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="contact_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="contact_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)),
                        fields=("location", "contact", "since"),
                        name="contact_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FeedbackFacts",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                ("date", models.DateField()),
                (
                    "through",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.participation.Through,
                        max_length=32,
                        members=("council", "round", "survey", "other"),
                    ),
                ),
                ("raised", models.CharField(blank=True, max_length=2000)),
                (
                    "ages",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.participation.Ages,
                        max_length=32,
                        members=("0_to_3", "4_to_7", "8_to_11", "12_to_15", "16_to_17", "mixed"),
                        null=True,
                    ),
                ),
                ("children", models.PositiveIntegerField(null=True)),
                ("domain", models.CharField(blank=True, max_length=100)),
                ("done", models.CharField(blank=True, max_length=2000)),
                ("done_on", models.DateField(null=True)),
                ("told_back_on", models.DateField(null=True)),
                (
                    "feedback",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.feedback"
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
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="feedbackfacts_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="feedbackfacts_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="feedbackfacts_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("feedback",), name="feedback_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgrammeFacts",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                ("name", models.CharField(blank=True, max_length=2000)),
                (
                    "kind",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.participation.ProgrammeKind,
                        max_length=32,
                        members=(
                            "play",
                            "play_for_wellbeing",
                            "art",
                            "sport",
                            "homework",
                            "peer_support",
                            "parents",
                            "local_club",
                            "other",
                        ),
                    ),
                ),
                ("ages", luwte_web.registry.fields.CodesField(blank=True, default=frozenset, max_length=2000)),
                ("since", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
                ("times_a_week", luwte_web.registry.fields.ExactField(null=True)),
                ("hours_a_week", luwte_web.registry.fields.ExactField(null=True)),
                ("places_a_week", models.PositiveIntegerField(null=True)),
                ("reach", models.PositiveIntegerField(null=True)),
                ("counted_on", models.DateField(null=True)),
                ("budget", luwte_web.registry.fields.ExactField(null=True)),
                (
                    "budget_per",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.participation.Period,
                        max_length=32,
                        members=("month", "quarter", "year", "whole"),
                        null=True,
                    ),
                ),
                ("funded_by", models.CharField(blank=True, max_length=2000)),
                ("funded_until", models.DateField(null=True)),
                ("on_site", models.BooleanField(null=True)),
                (
                    "run_by",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.participation.RunBy,
                        max_length=32,
                        members=("residents", "site_team", "municipality", "organisation", "other"),
                        null=True,
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.location"
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.programme"
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
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="programmefacts_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="programmefacts_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="programmefacts_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("programme",), name="programme_once"
                    ),
                ],
            },
        ),
        written_once("registry", "FeedbackFacts", "ProgrammeFacts", "Contact"),
    )
