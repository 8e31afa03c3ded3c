# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What each child thinks of a move, written once as everything in the registry."""

import django.db.models.deletion
from django.db import migrations, models

import luwte_web.registry.fields
import luwte_web.workspace.models.decisions
from luwte_web.registry.guards.laying import written_once


class Migration(migrations.Migration):
    """Made by makemigrations; the last step guards the table."""

    dependencies = (("registry", "0006_looked_up_by"), ("workspace", "0002_never_overwritten"))
    operations = (
        migrations.CreateModel(
            name="ChildView",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                ("view", models.CharField(blank=True, max_length=2000)),
                (
                    "stance",
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
                ("differs", models.CharField(blank=True, max_length=2000)),
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
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.location"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="childview_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="childview_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="childview_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)),
                        fields=("household", "to", "person"),
                        name="child_view_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("heard_on", None), ("not_heard_because", ""), _connector="OR"),
                        name="child_heard_or_why_not",
                    ),
                ],
            },
        ),
        written_once("workspace", "ChildView"),
    )
