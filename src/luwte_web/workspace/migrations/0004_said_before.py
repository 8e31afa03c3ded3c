# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What was written of the only child of a household is the view of that child, version by version.

Of several children nobody can tell which of them said it: those words stay where they are, and are shown there until
each child was heard.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from luwte.model.periods import is_minor

SAID = {
    "view": "view",
    "view_stance": "stance",
    "heard_by": "heard_by",
    "heard_on": "heard_on",
    "not_heard_because": "not_heard_because",
}


def give_to_the_only_child(apps: StateApps, _: BaseDatabaseSchemaEditor) -> None:
    """Copy every version that says something; those that say the same as the one before are one version."""
    records = apps.get_model("workspace", "BestInterests").objects.order_by("line", "id").select_related("known_by")
    views = apps.get_model("workspace", "ChildView").objects
    for line, versions in groupby(records, lambda record: record.line):
        written = list(versions)
        child = _only_child(apps, written[-1])
        if child is not None:
            views.bulk_create(views.model(line=line, person_id=child, **told) for told in _told(written))


def _only_child(apps: StateApps, record: Any) -> int | None:
    """The one minor that the household had when this was written."""
    persons = apps.get_model("registry", "PersonFacts").objects.filter(
        household=record.household_id, superseded_by=None
    )
    day = record.known_by.moment.date()
    minors = [person.person_id for person in persons if is_minor(person.birth_month, day)]
    return minors[0] if len(minors) == 1 else None


def _told(versions: list[Any]) -> Iterator[dict[str, Any]]:
    for said, same in groupby(versions, lambda one: {now: getattr(one, before) for before, now in SAID.items()}):
        alike = list(same)
        first, last = alike[0], alike[-1]
        if any(said.values()):
            yield {
                **said,
                "household_id": first.household_id,
                "to_id": first.to_id,
                "known_by_id": first.known_by_id,
                "superseded_by_id": last.superseded_by_id,
            }


class Migration(migrations.Migration):
    """Run after the table is there."""

    dependencies = (("workspace", "0003_each_child"),)
    operations = (migrations.RunPython(give_to_the_only_child, migrations.RunPython.noop),)
