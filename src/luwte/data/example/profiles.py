# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Site profiles: what a sort of location is like, as a row of the assumptions."""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from luwte.model.places import Building, LocationKind, Operator, PlaceGroup, Scheme

Weight = Annotated[float, Field(gt=0)]


class Sector(StrEnum):
    """The two sorts of reception that the published capacity is divided over."""

    REGULAR = "regular"
    EMERGENCY = "emergency"


class Profile(BaseModel):
    """A sort of location. `share` is its part of the sector's places, `places` the mean size of one location.

    The `main` profile of a sector stands in every province; a `capped` one is never made larger than its size says.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    sector: Sector
    kind: LocationKind
    share: Annotated[float, Field(gt=0, le=1)]
    places: Annotated[int, Field(gt=0)]
    spread: Annotated[float, Field(ge=0, lt=1)]
    groups: dict[PlaceGroup, Weight]
    buildings: dict[Building, Weight]
    operators: dict[Operator, Weight]
    schemes: dict[Scheme, Weight]
    cost: str
    opened_months_ago: tuple[int, int]
    main: bool = False
    capped: bool = False
    provinces: list[str] | None = None
    only: dict[str, Weight] | None = None

    @property
    def serves_one_group(self) -> PlaceGroup | None:
        """The group that all places are for, where there is only one."""
        return next(iter(self.groups)) if len(self.groups) == 1 else None
