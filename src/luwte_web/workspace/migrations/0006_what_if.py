# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A plan can be asked for as if a location closed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The column made by makemigrations."""

    dependencies = (("workspace", "0005_proposals_kept"),)

    operations = (
        migrations.AddField(
            model_name="planjob",
            name="without",
            field=models.CharField(blank=True, default="", max_length=100),
        ),
    )
