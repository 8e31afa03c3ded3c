# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of users and their roles."""

import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

import luwte_web.accounts.models


class Migration(migrations.Migration):
    """Made by makemigrations."""

    initial = True

    dependencies = ()

    operations = (
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "token",
                    models.CharField(
                        default=luwte_web.accounts.models.new_token, editable=False, max_length=24, unique=True
                    ),
                ),
                ("email", models.EmailField(max_length=254, unique=True)),
                ("is_active", models.BooleanField(default=True)),
                ("is_demo", models.BooleanField(default=False)),
                ("added_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("email"), name="an_address_is_one_user_in_any_case"
                    ),
                    models.CheckConstraint(condition=models.Q(("token", ""), _negated=True), name="a_user_has_a_token"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Appointment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(max_length=32)),
                ("scope", models.CharField(max_length=16)),
                ("within", models.CharField(blank=True, max_length=100)),
                ("given_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
                                    "placement_officer",
                                    "guardian",
                                    "site_team",
                                    "inspector",
                                    "municipality",
                                    "province",
                                    "ministry",
                                    "auditor",
                                    "administrator",
                                    "partner",
                                ],
                            )
                        ),
                        name="a_role_exists",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("scope__in", ["country", "province", "municipality", "location", "own_wards"])
                        ),
                        name="a_scope_exists",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("scope", "country"), ("within", "")),
                            models.Q(
                                models.Q(("scope", "country"), _negated=True), models.Q(("within", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="every_scope_but_the_country_names_a_place",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_at__isnull", True), ("ended_at__gte", models.F("given_at")), _connector="OR"
                        ),
                        name="a_role_ends_after_it_was_given",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=("user", "role", "scope", "within"),
                        name="a_role_is_held_once",
                    ),
                ],
            },
        ),
    )
