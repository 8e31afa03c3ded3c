# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What has to be known of a province at the end of the two years to compute the grant of Act 9(3)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offered:
    """What a municipality offered in the two years, in places, and whether it met its task; `None` is not known."""

    municipality: str
    places: int
    met_task: bool | None

    @property
    def shares(self) -> bool:
        """Who offered places and met its task shares in the grant."""
        return self.places > 0 and self.met_task is True


@dataclass(frozen=True, slots=True)
class Provincial:
    """A province at the end of the two years: number, places realised, places granted under 9(2), who offered what."""

    province_code: str
    number: int
    realised: int
    granted: int
    offered: tuple[Offered, ...]
