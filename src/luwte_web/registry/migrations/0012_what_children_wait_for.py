# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Indexes by which worklists find the children who have no first school day or health intake yet."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """Made by makemigrations."""

    dependencies = (("registry", "0011_partings"),)

    operations = tuple(
        migrations.AddIndex(
            model_name="personfacts",
            index=models.Index(
                name=name, fields=["birth_month", "lodged_on"], condition=Q(superseded_by=None) & Q((field, None))
            ),
        )
        for name, field in (("waits_for_school", "first_school_day"), ("waits_for_health_intake", "health_intake_on"))
    )
