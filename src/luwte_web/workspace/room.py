# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Whether a proposed place is still there, now that people decided about others since the plan was made."""

from collections import Counter
from dataclasses import dataclass, field

from luwte.model.places import PlaceGroup
from luwte.model.stays import MoveStatus
from luwte.planning.outputs import PlacementRow
from luwte.planning.recount.occupancy import Occupancy
from luwte_web.workspace.assumed import Assumed
from luwte_web.workspace.since import GONE, Since


@dataclass
class Room:
    """The people at each location by the plan, without proposals that nobody decided on, and with who came since."""

    plan: Assumed
    since: Since
    _counted: dict[str, Occupancy] = field(default_factory=dict)
    _waits: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def is_there_for(self, row: PlacementRow) -> bool:
        """Whether the household fits at the proposed location, beside those who live or will come there for certain."""
        location = self.plan.dataset.location.get(row.destination or "")
        if location is None or row.place_group is None:
            return False
        there = self._at(location.key)
        now, then = there.over(location), there.with_more(row.place_group, row.size).over(location)
        return not then[row.place_group] and all(then[group] <= now[group] for group in PlaceGroup)

    def waits_for(self, row: PlacementRow) -> tuple[str, ...]:
        """Who must have left before there is a place: those whom the plan moves away from there and whose move is not
        final. Nobody where the place is free already.
        """
        if row.household not in self._waits:
            self._waits[row.household] = self._found_to_wait_for(row)
        return self._waits[row.household]

    def trades(self, row: PlacementRow) -> bool:
        """Whether those who must leave first wait for this household in turn, and for nobody else."""
        others = self.waits_for(row)
        among = {row.household, *others}
        waiting = [set(self.waits_for(self.plan.proposals[key])) for key in others]
        return bool(waiting) and all(row.household in keys and keys <= among for keys in waiting)

    def _found_to_wait_for(self, row: PlacementRow) -> tuple[str, ...]:
        location = self.plan.dataset.location.get(row.destination or "")
        if location is None or row.place_group is None:
            return ()
        leaving = [key for key, there in self.plan.leaving.get(location.key, ()) if there is row.place_group]
        if not leaving:
            return ()
        left = {key for key in leaving if self._has_left(key)}
        people = Counter(self.plan.answer.before[location.key].people)
        people.update(self._came(location.key))
        people.subtract({row.place_group: sum(self.plan.answer.situation.members[key].size for key in left)})
        over = Occupancy(people).with_more(row.place_group, row.size).over(location)[row.place_group]
        return tuple(key for key in leaving if key not in left) if over else ()

    def _has_left(self, household: str) -> bool:
        move = self.since.moves.get(household)
        is_final = move is not None and move.status is MoveStatus.COMMITTED
        return is_final or household in self.since.settled or GONE in self.since.households.get(household, ())

    def _at(self, location: str) -> Occupancy:
        if location not in self._counted:
            people = Counter(self.plan.answer.after[location].people)
            people.subtract(self._not_there(location))
            people.update(self._came(location, planned=False))
            self._counted[location] = Occupancy(people)
        return self._counted[location]

    def _not_there(self, location: str) -> Counter[PlaceGroup]:
        """Who the plan counts there and who is not: nobody decided yet, they went elsewhere, or they are gone."""
        counted: Counter[PlaceGroup] = Counter()
        for placed in self.plan.placed_at.get(location, ()):
            key = placed.household.key
            if not self._is_certain(key, location):
                counted[placed.group] += self.plan.answer.situation.members[key].size
        return counted

    def _is_certain(self, household: str, location: str) -> bool:
        if household in self.since.came:
            return self.since.came[household][0] == location
        return household not in self.plan.proposals and GONE not in self.since.households.get(household, ())

    def _came(self, location: str, *, planned: bool = True) -> Counter[PlaceGroup]:
        """Who came since, or will for certain; with or without those whom the plan counts there."""
        counted: Counter[PlaceGroup] = Counter()
        for household, (at, group) in self.since.came.items():
            if at == location and (planned or self.plan.destination.get(household) != location):
                counted[group] += self.since.sizes[household]
        return counted
