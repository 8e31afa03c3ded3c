# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Indexes by which worklists find who lives where, whose ward is whose, and who is how old."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Made by makemigrations."""

    dependencies = (("registry", "0005_care_is_kept"),)

    operations = (
        migrations.AddIndex(
            model_name="householdfacts",
            index=models.Index(
                condition=models.Q(("superseded_by", None)), fields=["location"], name="household_lives_at"
            ),
        ),
        migrations.AddIndex(
            model_name="householdfacts",
            index=models.Index(
                condition=models.Q(("superseded_by", None)), fields=["guardian"], name="household_is_ward_of"
            ),
        ),
        migrations.AddIndex(
            model_name="personfacts",
            index=models.Index(
                condition=models.Q(("superseded_by", None)), fields=["household"], name="person_belongs_to"
            ),
        ),
        migrations.AddIndex(
            model_name="personfacts",
            index=models.Index(
                condition=models.Q(("superseded_by", None)), fields=["birth_month"], name="person_born_in"
            ),
        ),
    )
