# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people do for a household is written once, as everything in the registry."""

from django.db import migrations

from luwte_web.registry.guards.laying import written_once


class Migration(migrations.Migration):
    """Run after the tables are there."""

    dependencies = (("registry", "0004_care"),)
    operations = (written_once("registry", "WishAnswer", "Relative", "EighteenPlan"),)
