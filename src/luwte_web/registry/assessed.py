# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How the locations of the registry stand today: by the same rules as plans, from the answers that it holds.

What was found of all of them is kept in the memory of the process until the registry is changed or the day is over; it
is kept in short, without the answers behind it.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from luwte.data.places import with_units
from luwte.model.dataset import Dataset
from luwte.model.findings import Finding
from luwte.model.places import PlaceGroup
from luwte.planning.suitability import AssessedAt, Verdicts, assessed_in
from luwte.quality.assess import Assessed
from luwte.quality.fitness import Verdict, verdict
from luwte.quality.losses import facilities_lost
from luwte.quality.triage import Triage, triage
from luwte_web.accounts.actors import Actor
from luwte_web.registry.days import today
from luwte_web.registry.in_memory import UntilChanged
from luwte_web.registry.models import HouseholdFacts
from luwte_web.registry.selectors import locations_seen, records

TABLES = ("units", "assessments", "improvements", "feedback", "programmes", "contacts")
At = tuple[str, PlaceGroup]


@dataclass(frozen=True, slots=True)
class Judged:
    """How one location stands for one group, in short; `losses` are norms that it met once and does not now."""

    triage: Triage
    verdict: Verdict | None
    losses: tuple[Finding, ...]


def tables_now(key: str = "") -> Dataset:
    """The tables that an assessment is made from: all of them, or what they say of one location."""
    return _tables({"location__key": key} if key else {})


def tables_seen(actor: Actor) -> Dataset:
    """The same, of the locations that somebody reads about."""
    return _tables({"location__in": locations_seen(actor).values("location")})


def assessed_now(tables: Dataset, key: str = "") -> AssessedAt:
    """What is known today of the locations in these tables, for each group with places there, or residents."""
    return assessed_in(tables, today(), residents=_residents(key))


def judged_now() -> Mapping[At, Judged]:
    """How every location that somebody looked at stands for each group, as known at the last change of the registry."""
    return _judged.now(today())


def verdicts_now() -> Verdicts:
    """What the gates say, by location and group, where they tell."""
    return {at: judged.verdict for at, judged in judged_now().items() if judged.verdict is not None}


def _tables(of: Mapping[str, Any]) -> Dataset:
    tables = {name: tuple(records(name, **of)) for name in TABLES}
    return Dataset(locations=with_units(records("locations", **of), tables["units"]), **tables)


def _judge() -> Mapping[At, Judged]:
    tables = tables_now()
    found = assessed_now(tables)
    lost: defaultdict[At, list[Finding]] = defaultdict(list)
    for loss in facilities_lost(found.values(), tables.assessments):
        lost[loss.params["location"], PlaceGroup(loss.params["whom"])].append(loss)
    return {at: Judged(triage(one), _in_short(one), tuple(lost[at])) for at, one in found.items()}


_judged = UntilChanged(_judge)


def _in_short(assessed: Assessed) -> Verdict | None:
    told = verdict(assessed)
    return None if told is None else replace(told, failed=())


def _residents(key: str) -> Collection[At]:
    """The groups whose places somebody takes at each location."""
    living = HouseholdFacts.objects.known().exclude(location=None)
    living = living.filter(location__key=key) if key else living
    return {(at, PlaceGroup(group)) for at, group in living.values_list("location__key", "on_place").distinct()}
