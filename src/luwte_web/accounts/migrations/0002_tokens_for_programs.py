# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Tokens with which programs act as a user."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

import luwte_web.accounts.models


class Migration(migrations.Migration):
    """Made by Django from the models."""

    dependencies = (("accounts", "0001_users_and_their_roles"),)
    operations = (
        migrations.CreateModel(
            name="MachineToken",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=luwte_web.accounts.models.new_machine_key, editable=False, max_length=24, unique=True
                    ),
                ),
                ("hash", models.CharField(max_length=64, unique=True)),
                ("purpose", models.CharField(max_length=100)),
                ("made_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="machine_tokens",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=~Q(purpose=""), name="a_token_says_what_it_is_for"),
                    models.CheckConstraint(
                        condition=Q(expires_at__gt=F("made_at")), name="a_token_expires_after_it_was_made"
                    ),
                    models.CheckConstraint(
                        condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("made_at")),
                        name="a_token_ends_after_it_was_made",
                    ),
                ],
            },
        ),
    )
