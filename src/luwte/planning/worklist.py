# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a plan leaves for people to solve: who has no place, and which child comes to a place that is not fit."""

from collections.abc import Iterator

from luwte.model.findings import Finding, FindingKind, Severity
from luwte.planning.recount.answer import Answer, Placed
from luwte.words import N_

LEFT_WITHOUT_PLACE = FindingKind(
    code="planning.left_without_place",
    severity=Severity.WARNING,
    what=N_("Household {household} is left without a place (people: {size}, of whom children: {minors})."),
    mend=N_("Find a place by hand; placements.csv tells which rules exclude how many locations."),
    norm="Directive (EU) 2024/1346 art. 19",
)
CHILD_TO_NOT_FIT = FindingKind(
    code="planning.child_to_not_fit",
    severity=Severity.WARNING,
    what=N_("Household {household} comes to location {location}, which is not known to be fit (children: {minors})."),
    mend=N_("Look for another place first, or assess the location."),
    norm="Directive (EU) 2024/1346 art. 26",
)
KINDS = (LEFT_WITHOUT_PLACE, CHILD_TO_NOT_FIT)


def worklist(answer: Answer) -> Iterator[Finding]:
    """One finding for each household that a person must look at, who has no place first."""
    members = answer.situation.members
    for household in answer.unplaced:
        counts = members[household.key]
        params = {"household": household.key, "size": str(counts.size), "minors": str(counts.minors)}
        yield Finding(LEFT_WITHOUT_PLACE, household.key, params=params)
    for placed in answer.placed:
        minors = members[placed.household.key].minors
        if minors and placed.brought and not _is_fit(answer, placed):
            params = {"household": placed.household.key, "minors": str(minors), "location": placed.at.key}
            yield Finding(CHILD_TO_NOT_FIT, placed.household.key, params=params)


def _is_fit(answer: Answer, placed: Placed) -> bool:
    return answer.situation.fitness(placed.household, placed.at, placed.group).is_fit
