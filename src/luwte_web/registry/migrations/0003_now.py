# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Views that tell where things are now: see `guards/now.py`."""

from typing import Any

from django.db import migrations, models
from django.db.models import DO_NOTHING

import luwte.model.people
import luwte.model.places
import luwte_web.registry.fields
from luwte_web.registry.guards import now


def _of(kind: str) -> "models.OneToOneField[Any, Any]":
    return models.OneToOneField(
        f"registry.{kind}", primary_key=True, serialize=False, on_delete=DO_NOTHING, related_name="now"
    )


def _points_to(kind: str, **options: Any) -> "models.ForeignKey[Any, Any]":
    return models.ForeignKey(f"registry.{kind}", on_delete=DO_NOTHING, related_name="+", **options)


def _key() -> "models.CharField[str, str]":
    return models.CharField(max_length=100, blank=True)


class Migration(migrations.Migration):
    """Run after the guards are laid."""

    dependencies = (("registry", "0002_guards"),)
    operations = (
        migrations.CreateModel(
            name="LocationNow",
            fields=(
                ("location", _of("Location")),
                ("name", models.CharField(max_length=2000, blank=True)),
                ("municipality", _key()),
                ("kind", luwte_web.registry.fields.MemberField(kind=luwte.model.places.LocationKind)),
                ("closes", models.DateField(null=True)),
                ("stays_until_age", models.PositiveIntegerField()),
            ),
            options={"managed": False, "db_table": "registry_locationnow"},
        ),
        migrations.CreateModel(
            name="HouseholdNow",
            fields=(
                ("household", _of("Household")),
                ("location", _points_to("Location", null=True)),
                ("group", luwte_web.registry.fields.MemberField(kind=luwte.model.people.HouseholdGroup)),
                ("guardian", _key()),
                ("since", models.DateField(null=True)),
            ),
            options={"managed": False, "db_table": "registry_householdnow"},
        ),
        migrations.CreateModel(
            name="PersonNow",
            fields=(
                ("person", _of("Person")),
                ("household", _points_to("Household")),
                ("birth_month", luwte_web.registry.fields.MonthField()),
            ),
            options={"managed": False, "db_table": "registry_personnow"},
        ),
        migrations.RunSQL(list(now.LAY), list(now.TAKE)),
    )
