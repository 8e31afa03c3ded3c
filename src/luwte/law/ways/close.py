# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How many places it takes until what counts reaches the number, in larger sites, small ones, or small ones for amv."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field

from luwte.law.counting import Nature
from luwte.law.counting.places import MINIMUM
from luwte.model.marks import Mark

FILE = Path(__file__).parent / "sizes.yaml"


class Way(StrEnum):
    """The ways that are worked out."""

    LARGER = "larger"
    SMALL = "small"
    AMV = "amv"


class Size(BaseModel):
    """Places of one site in a way: the fewest in a larger one, the most in a small one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    way: Way
    places: int = Field(gt=0)
    source: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Durable:
    """Durable places that are there or come in time, enough to count or not, by nature."""

    regular: int
    special: int

    @property
    def counting(self) -> int:
        """Those that count: of each nature only from its minimum on (Decree 3.1)."""
        return _enough(self.regular, Nature.REGULAR) + _enough(self.special, Nature.SPECIAL)


@dataclass(frozen=True, slots=True)
class Closing:
    """One way: the places of each new site, what counts after it, what is left to make, and what lies above the number.

    `above` is there where a minimum asks for more places than the number does.
    """

    way: Way
    sites: tuple[int, ...]
    counting: int
    left: int
    above: int

    @property
    def places(self) -> int:
        """All new places together."""
        return sum(self.sites)


@cache
def sizes() -> Mapping[Way, Size]:
    """The size of a site in each way; a fault in the file raises `pydantic.ValidationError`."""
    read = [Size.model_validate(one) for one in yaml.safe_load(FILE.read_text(encoding="utf-8"))]
    return {one.way: one for one in read}


def ways(number: int, durable: Durable, *, number_amv: int | None) -> tuple[Closing, ...]:
    """The ways to bring what counts up to a number; none where it is there already.

    The way for unaccompanied minors goes no further than `number_amv`, or where that is not known the fewest that
    count; what it leaves is told.
    """
    if durable.counting >= number:
        return ()
    regular, special = _regular(number, durable), _special(number_amv, durable)
    return (
        _closing(Way.LARGER, _at_least(regular, sizes()[Way.LARGER].places), number, durable),
        _closing(Way.SMALL, _at_most(regular, sizes()[Way.SMALL].places), number, durable),
        _closing(Way.AMV, _at_most(special, sizes()[Way.AMV].places), number, durable),
    )


def _regular(number: int, durable: Durable) -> int:
    """The fewest new regular places after which what counts reaches the number."""
    besides = number - _enough(durable.special, Nature.SPECIAL)
    return max(besides, MINIMUM[Nature.REGULAR]) - durable.regular


def _special(number_amv: int | None, durable: Durable) -> int:
    return max(max(number_amv or 0, MINIMUM[Nature.SPECIAL]) - durable.special, 0)


def _enough(places: int, nature: Nature) -> int:
    return places if places >= MINIMUM[nature] else 0


def _closing(way: Way, new: tuple[int, ...], number: int, durable: Durable) -> Closing:
    added = sum(new)
    after = (
        Durable(durable.regular, durable.special + added)
        if way is Way.AMV
        else Durable(durable.regular + added, durable.special)
    )
    return Closing(way, new, after.counting, max(number - after.counting, 0), max(after.counting - number, 0))


def _at_least(places: int, size: int) -> tuple[int, ...]:
    return _evenly(places, max(places // size, 1))


def _at_most(places: int, size: int) -> tuple[int, ...]:
    return _evenly(places, -(-places // size))


def _evenly(places: int, sites: int) -> tuple[int, ...]:
    """Places over sites that differ by one at most, the largest first."""
    if not places:
        return ()
    each, more = divmod(places, sites)
    return (each + 1,) * more + (each,) * (sites - more)
