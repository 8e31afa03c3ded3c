# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A catalogue of norms in memory: its norms by id, its sources by key, and how its ids stand to those of another."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from luwte.model.marks import Mark
from luwte.quality.catalogue.mapping import Counterpart
from luwte.quality.catalogue.profiles import ASKS, Profile
from luwte.quality.norm import Level, Norm


@dataclass(frozen=True, slots=True)
class Reference:
    """A document that norms come from; `where` tells how to find it, `mark` how it was read."""

    key: str
    title: Mapping[str, str]
    where: str
    date: str
    mark: Mark


@dataclass(frozen=True)
class Catalogue:
    """Norms in the order of their file; `domains` are titles by name and language, `hash` the file's SHA-256.

    `mapping` tells how ids of this catalogue stand to those under which older answers were given.
    """

    id: str
    title: Mapping[str, str]
    version: str
    hash: str
    domains: Mapping[str, Mapping[str, str]]
    norms: tuple[Norm, ...]
    sources: Mapping[str, Reference]
    mapping: tuple[Counterpart, ...] = ()

    def __getitem__(self, norm: str) -> Norm:
        """The norm with an id; one that is not in it raises KeyError."""
        return self._by_id[norm]

    def __contains__(self, norm: object) -> bool:
        return norm in self._by_id

    def norms_on(self, day: date) -> tuple[Norm, ...]:
        """The norms that hold on a day."""
        return tuple(norm for norm in self.norms if norm.holds_on(day))

    def profile(self, profile: Profile, day: date | None = None) -> tuple[Norm, ...]:
        """The norms that a profile asks about, on a day those that hold then."""
        among = self.norms if day is None else self.norms_on(day)
        return tuple(norm for norm in among if ASKS[profile](norm))

    @property
    def about_reception(self) -> tuple[Norm, ...]:
        """The norms about locations, children and the system; those for municipalities are counted apart."""
        return tuple(norm for norm in self.norms if norm.level is not Level.MUNICIPALITY)

    @cached_property
    def _by_id(self) -> Mapping[str, Norm]:
        return {norm.id: norm for norm in self.norms}
