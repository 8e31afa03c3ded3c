# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a plan asks people to decide, a line for each household; of the newest plan that is there already as well."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

import luwte.placement.placement
import luwte_web.registry.fields
from luwte.model.findings import InputRefused
from luwte.planning.outputs import PlacementRow
from luwte_web import bridge

AS_THEY_ARE = ("action", "cause", "size", "minors")


def keep_those_of_the_newest(apps: StateApps, _: BaseDatabaseSchemaEditor) -> None:
    """Write the lines of the newest plan. Of one that this version does not read, no page tells proposals either."""
    job = apps.get_model("workspace", "PlanJob").objects.filter(state="done").order_by("-ended_at", "-id").first()
    if job is None:
        return
    try:
        rows = bridge.plan_from(bytes(job.plan.content)).placements
    except InputRefused:
        return
    known = dict(apps.get_model("registry", "Household").objects.values_list("key", "pk"))
    lines = apps.get_model("workspace", "Proposed").objects
    asked = [row for row in rows if _asks_for_a_decision(row) and row.household in known]
    lines.bulk_create(
        lines.model(
            job=job,
            household_id=known[row.household],
            origin=row.origin or "",
            destination=row.destination or "",
            **{name: getattr(row, name) for name in AS_THEY_ARE},
        )
        for row in asked
    )


def _asks_for_a_decision(row: PlacementRow) -> bool:
    return row.action != "stay" and row.cause != "reserved"


class Migration(migrations.Migration):
    """The table made by makemigrations, then its first lines."""

    dependencies = (("registry", "0007_departures"), ("workspace", "0004_said_before"))
    operations = (
        migrations.CreateModel(
            name="Proposed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "action",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.placement.placement.Action,
                        max_length=32,
                        members=("stay", "move", "new", "unplaced"),
                    ),
                ),
                (
                    "cause",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.placement.placement.Cause,
                        max_length=32,
                        members=(
                            "stays",
                            "better_is_full",
                            "locked",
                            "move_later",
                            "unfit_no_location_fits",
                            "unfit_no_room",
                            "unfit_move_weighs_more",
                            "reserved",
                            "location_closes",
                            "location_not_open",
                            "closes_soon",
                            "leaves_unfit_place",
                            "wish",
                            "nearer",
                            "linked_region",
                            "smaller_site",
                            "makes_room",
                            "less_crowded",
                            "better_fit",
                            "no_place_yet",
                            "no_location_fits",
                            "no_room",
                            "not_settled",
                        ),
                    ),
                ),
                ("size", models.PositiveIntegerField()),
                ("minors", models.PositiveIntegerField()),
                ("origin", models.CharField(blank=True, max_length=100)),
                ("destination", models.CharField(blank=True, max_length=100)),
                (
                    "household",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="registry.household"
                    ),
                ),
                (
                    "job",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="proposed", to="workspace.planjob"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("job", "household"), name="a_plan_proposes_once")],
            },
        ),
        migrations.RunPython(keep_those_of_the_newest, migrations.RunPython.noop),
    )
