# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Answers to wishes, relatives, and plans for eighteen."""

import django.db.models.deletion
from django.db import migrations, models

import luwte.model.people
import luwte_web.registry.fields
import luwte_web.registry.models.care


class Migration(migrations.Migration):
    """Made by makemigrations."""

    dependencies = (("registry", "0003_now"),)

    operations = (
        migrations.CreateModel(
            name="EighteenPlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                (
                    "where",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte_web.registry.models.care.AtEighteen,
                        max_length=32,
                        members=("stay", "reception", "home", "family"),
                    ),
                ),
                ("guidance", models.CharField(blank=True, max_length=2000)),
                ("school", models.CharField(blank=True, max_length=2000)),
                ("housing", models.CharField(blank=True, max_length=2000)),
                ("daytime", models.CharField(blank=True, max_length=2000)),
                ("made_on", models.DateField()),
                ("made_by", models.CharField(blank=True, max_length=2000)),
                ("made_with", models.CharField(blank=True, max_length=2000)),
                ("view", models.CharField(blank=True, max_length=2000)),
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.person"
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
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="eighteenplan_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="eighteenplan_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="eighteenplan_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("person",), name="eighteen_plan_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("guidance", ""),
                            ("school", ""),
                            ("housing", ""),
                            ("daytime", ""),
                            ("made_with", ""),
                            ("view", ""),
                            _connector="OR",
                            _negated=True,
                        ),
                        name="an_eighteen_plan_is_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Relative",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                (
                    "tie",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte_web.registry.models.care.Tie,
                        max_length=32,
                        members=("parent", "child", "sibling", "partner", "relative", "close_person"),
                    ),
                ),
                ("municipality", models.CharField(blank=True, max_length=100)),
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
                    "other",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.household",
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
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="relative_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="relative_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="relative_known_first",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("other", None), ("municipality", ""), _connector="XOR"),
                        name="a_relative_lives_in_one_place",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("other", models.F("household")), _negated=True),
                        name="nobody_is_a_relative_of_themselves",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WishAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                (
                    "wish_kind",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.people.WishKind,
                        max_length=32,
                        members=("stay", "place", "region", "small_scale"),
                    ),
                ),
                ("wish", models.CharField(blank=True, max_length=100)),
                (
                    "wish_by",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.people.WishBy,
                        max_length=32,
                        members=("child", "guardian", "parents"),
                        null=True,
                    ),
                ),
                ("wish_on", models.DateField(null=True)),
                (
                    "answer",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte_web.registry.models.care.Answer,
                        max_length=32,
                        members=("granted", "refused", "withdrawn"),
                    ),
                ),
                ("on", models.DateField()),
                ("why", models.CharField(blank=True, max_length=2000)),
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
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="wishanswer_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="wishanswer_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="wishanswer_known_first",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("why", ""), _negated=True), name="a_wish_is_answered_with_a_reason"
                    ),
                ],
            },
        ),
    )
