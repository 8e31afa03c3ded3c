# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Profiles: which norms of a catalogue one visit or one form asks about."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from luwte.model.places import PlaceGroup
from luwte.quality.norm import Level, Norm, Scope


class Profile(StrEnum):
    """A selection of norms that is asked about together."""

    FULL = "full"
    EMERGENCY = "emergency"
    AMV_SMALL = "amv_small"
    MUNICIPAL = "municipal"


def _full(norm: Norm) -> bool:
    return norm.level is Level.LOCATION


def _emergency(norm: Norm) -> bool:
    """The core and what is written for emergency reception, without what is written for another kind of location."""
    asked = norm.is_core or norm.scope is Scope.EMERGENCY
    return norm.level is Level.LOCATION and asked and norm.scope in (Scope.ALL, Scope.EMERGENCY)


def _amv_small(norm: Norm) -> bool:
    is_asked_there = norm.scope in (Scope.ALL, Scope.REGULAR, Scope.AMV_SMALL)
    return norm.level is Level.LOCATION and PlaceGroup.AMV in norm.groups and is_asked_there


def _municipal(norm: Norm) -> bool:
    return norm.level is Level.MUNICIPALITY


ASKS: Mapping[Profile, Callable[[Norm], bool]] = {
    Profile.FULL: _full,
    Profile.EMERGENCY: _emergency,
    Profile.AMV_SMALL: _amv_small,
    Profile.MUNICIPAL: _municipal,
}
