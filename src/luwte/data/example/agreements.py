# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What municipalities of the example ask for their sites, and who is responsible there; nobody agreed any of it."""

from collections.abc import Sequence
from datetime import timedelta

from luwte.data.example.assumptions import Assumptions
from luwte.data.example.dice import Dice
from luwte.model.marks import Mark
from luwte.model.places import Location, Operator, Scheme
from luwte.model.pledges import Offer
from luwte.model.sites import Condition, ConditionState, Operation, OperationTask, Responsible

EXAMPLE = "Synthetisch voorbeeld"


def condition_records(assumed: Assumptions, seed: int, offers: Sequence[Offer]) -> list[Condition]:
    """A few conditions for some of the offers that name a location."""
    dice, figures, on = Dice(seed, "conditions"), assumed.agreements, assumed.calendar.reference_date
    asked = list(figures.conditions.items())
    records: list[Condition] = []
    for offer in offers:
        if offer.location is None or not dice.happens(figures.with_conditions):
            continue
        kind, what = asked[dice.number((0, len(asked) - 1))]
        state = dice.draw(figures.states)
        records.append(
            Condition(
                condition=f"V{len(records) + 1:03d}",
                municipality=offer.municipality,
                kind=kind,
                what=what,
                state=state,
                source=EXAMPLE,
                mark=Mark.ASSUMPTION,
                offer=offer.key,
                location=offer.location,
                owner=figures.owner,
                due=on + timedelta(days=dice.number(figures.due_in_days)),
                state_on=None if state is ConditionState.UNKNOWN else on,
            )
        )
    return records


def operation_records(assumed: Assumptions, seed: int, locations: Sequence[Location]) -> list[Operation]:
    """Who is responsible at some of the locations that a municipality runs; some of it stays with COA."""
    dice, figures, on = Dice(seed, "operations"), assumed.agreements, assumed.calendar.reference_date
    records: list[Operation] = []
    for location in sorted(locations, key=lambda location: location.key):
        is_there = location.closes is None or location.closes > on
        if location.operator is not Operator.MUNICIPALITY or not is_there or not dice.happens(figures.told):
            continue
        for task in OperationTask:
            responsible = dice.draw(figures.responsible)
            if task is OperationTask.SUPERVISION or dice.happens(figures.nobody):
                continue
            named = figures.contractor if responsible is Responsible.CONTRACTOR else None
            since = location.opens or on
            records.append(
                Operation(
                    location.key,
                    task,
                    responsible,
                    since,
                    EXAMPLE,
                    Mark.ASSUMPTION,
                    named,
                    Scheme.DGOS,
                    location.closes,
                )
            )
    return records
