# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Imagine a country: first the places, then the people, then who lives where and how they came there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from luwte.data.example.assumptions import Assumptions
from luwte.data.example.country import Country
from luwte.data.example.dice import Dice
from luwte.data.example.history import History, tell
from luwte.data.example.horizon import closed_sites, plan_closings, planned_sites
from luwte.data.example.people import People, populate
from luwte.data.example.records import keys
from luwte.data.example.settle import NOWHERE, Settlement, settle
from luwte.data.example.sites import Site, open_sites
from luwte.data.example.voices import Voices, equip, give_voice, with_women
from luwte.model.places import ACCESSIBLE
from luwte.model.progress import Progress
from luwte.words import N_


@dataclass(frozen=True)
class World:
    """Everything of the example before it becomes tables.

    `sites` are the `standing` ones, the ones that closed and the `planned` ones, under `site_keys`.
    """

    standing: Sequence[Site]
    planned: Sequence[Site]
    sites: Sequence[Site]
    site_keys: Sequence[str]
    people: People
    household_keys: Sequence[str]
    settlement: Settlement
    history: History
    voices: Voices

    @property
    def accessible_needed(self) -> Mapping[int, int]:
        """By site: persons of households who live there and need an accessible place."""
        housed = np.flatnonzero(self.settlement.site != NOWHERE).tolist()
        rows = [row for row in housed if ACCESSIBLE in self.voices.needs.get(row, ())]
        persons = np.bincount(self.settlement.site[rows], weights=self.people.size[rows], minlength=len(self.sites))
        return dict(enumerate(persons.astype(int).tolist()))


def imagine(assumed: Assumptions, country: Country, scale: Fraction, seed: int, progress: Progress) -> World:
    """Draw a whole country; each part has its own stream of chance."""
    progress(N_("Placing locations"))
    standing = open_sites(assumed, country, scale, seed)
    plan_closings(assumed, standing, seed)
    progress(N_("Filling households"))
    people = populate(assumed, scale, seed)
    settlement = settle(assumed, scale, seed, standing, people)
    equip(assumed, seed, standing)
    people = with_women(standing, people, settlement, assumed.voices.needs_of_women)
    progress(N_("Telling histories"))
    known = [*standing, *closed_sites(assumed, country, standing, seed)]
    planned = planned_sites(assumed, country, standing, seed)
    history = tell(assumed, seed, known, people, settlement)
    voices = give_voice(assumed, country, seed, standing, people, settlement, history)
    sites, dice = [*known, *planned], Dice(seed, "keys")
    site_keys, household_keys = keys("L", len(sites), dice), keys("H", len(people), dice)
    return World(standing, planned, sites, site_keys, people, household_keys, settlement, history, voices)
