# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people state of a location: COA's own category, and whether it could become regular reception."""

from django.db import migrations, models

import luwte.model.places
import luwte_web.registry.fields


class Migration(migrations.Migration):
    """Made by makemigrations."""

    dependencies = (("registry", "0007_departures"),)

    operations = (
        migrations.AddField(
            model_name="locationfacts",
            name="coa_category",
            field=luwte_web.registry.fields.MemberField(
                kind=luwte.model.places.CoaCategory,
                max_length=32,
                members=("critical", "improvable", "good"),
                null=True,
            ),
        ),
        migrations.AddField(model_name="locationfacts", name="term_long_enough", field=models.BooleanField(null=True)),
        migrations.AddField(model_name="locationfacts", name="permit_feasible", field=models.BooleanField(null=True)),
        migrations.AddField(model_name="locationfacts", name="regional_support", field=models.BooleanField(null=True)),
    )
