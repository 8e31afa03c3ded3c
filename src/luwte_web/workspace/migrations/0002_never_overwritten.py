# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people decided and weighed is written once, as everything in the registry."""

from django.db import migrations

from luwte_web.registry.guards.laying import written_once


class Migration(migrations.Migration):
    """Run after the tables are there, and after the guards of the registry, whose functions these use."""

    dependencies = (("workspace", "0001_plans_and_decisions"), ("registry", "0002_guards"))
    operations = (written_once("workspace", "Hold", "BestInterests", "GuardianView", "Urgency"),)
