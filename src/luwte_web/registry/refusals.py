# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the database refuses, told as findings. The code of each is the word that its trigger or constraint answers."""

from collections.abc import Mapping
from typing import TypeVar

from django.db import IntegrityError

from luwte.data.raw import error
from luwte.model.findings import Finding, FindingKind
from luwte.words import N_

NO_PLACE = error(
    "registry_no_place",
    N_("There is no place left for household {household} at location {location} on {date}."),
    N_("Choose another location or another day, or plan again."),
)
PLACE_GIVEN_AWAY = error(
    "registry_place_given_away",
    N_("The place that household {household} was to leave is promised to others."),
    N_("Cancel a move to that location first."),
)
LOCKED = error(
    "registry_locked",
    N_("Household {household} is locked and is not moved."),
    N_("Unlock it first, with the reason, or leave it where it is."),
)
NOT_FOR_AMV = error(
    "registry_not_for_amv",
    N_("Household {household} is an unaccompanied minor and gets no place of others."),
    N_("Choose a location with places for unaccompanied minors."),
)
OTHER_GROUP = error(
    "registry_other_group",
    N_("Household {household} cannot take a place that is kept for another group."),
    N_("Choose a location with places for its own group."),
)
MOVES_TWICE = error(
    "a_household_moves_once",
    N_("Household {household} already has a move that is not made."),
    N_("Cancel one of the two."),
)
OVERLAP = error(
    "registry_stays_overlap",
    N_("Household {household} would live in two places at once."),
    N_("End the earlier stay first."),
)
NOT_THERE = error(
    "registry_not_there",
    N_("{key} is not in the registry."),
    N_("Check the key."),
)
DECIDED = error(
    "registry_move_decided",
    N_("The move of household {household} was already committed or cancelled."),
    N_("Look at the household again; where it is needed, accept a new move."),
)
STALE = error(
    "registry_stale",
    N_("The registry was changed after this preview was made."),
    N_("Make the preview again and look at it again."),
)
OTHER = error(
    "registry_refused",
    N_("The database refuses this change."),
    N_("Look at the page again: somebody else may have changed the same."),
)
KINDS = (
    NO_PLACE,
    PLACE_GIVEN_AWAY,
    LOCKED,
    NOT_FOR_AMV,
    OTHER_GROUP,
    MOVES_TWICE,
    OVERLAP,
    NOT_THERE,
    DECIDED,
    STALE,
    OTHER,
)
Known = TypeVar("Known")

OF_THE_DATABASE = (NO_PLACE, PLACE_GIVEN_AWAY, LOCKED, NOT_FOR_AMV, OTHER_GROUP, MOVES_TWICE, OVERLAP)
SQLITE_SAYS: Mapping[str, FindingKind] = {
    "UNIQUE constraint failed: registry_movefacts.household_id": MOVES_TWICE,
}


class ChangeRefused(Exception):  # noqa: N818 - the word users meet
    """The change cannot be made; nothing of it was written. Carries all findings."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(", ".join(finding.kind.code for finding in findings))
        self.findings = findings


def refusal(kind: FindingKind, subject: str = "", **params: object) -> Finding:
    """A finding about a change."""
    return Finding(kind, subject, params={name: str(value) for name, value in params.items()})


def there(known: Known | None, key: object) -> Known:
    """What is known of something; ChangeRefused where nothing is."""
    if known is None:
        raise ChangeRefused(refusal(NOT_THERE, str(key), key=key))
    return known


def told(refused: IntegrityError, subject: str = "", **params: object) -> Finding:
    """What the database refused, as a finding."""
    said = str(refused)
    by_code = {kind.code: kind for kind in OF_THE_DATABASE} | dict(SQLITE_SAYS)
    kind = next((kind for word, kind in by_code.items() if word in said), OTHER)
    return refusal(kind, subject, **params)
