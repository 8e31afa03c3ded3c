# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Moves that people accepted and that are not made yet: lawful ones, to places that are free."""

from datetime import timedelta

import numpy as np

from luwte.data.example.assumptions import Assumptions
from luwte.data.example.dice import Dice, half_up
from luwte.data.example.horizon import YEAR
from luwte.data.example.people import AMV, FAMILY
from luwte.data.example.profiles import Sector
from luwte.data.example.settle import EMERGENCY, PLACE_GROUP
from luwte.data.example.sites import Site
from luwte.data.example.world import World
from luwte.model.places import LocationKind
from luwte.model.stays import Move, MoveCause, MoveStatus


def accept_moves(assumed: Assumptions, seed: int, world: World) -> list[Move]:
    """Accepted moves of households with children out of emergency sites that stay open."""
    dice, figures = Dice(seed, "accepted moves"), assumed.pledges
    people, settlement, sites = world.people, world.settlement, world.standing
    wanted, size = half_up(len(people) * figures.accepted_moves), people.size
    children = np.flatnonzero((settlement.stage == EMERGENCY) & np.isin(people.group, (FAMILY, AMV)))
    moves: list[Move] = []
    for row in children[dice.order(len(children))].tolist():
        if len(moves) >= wanted:
            break
        group = PLACE_GROUP[int(settlement.place_group[row])]
        needs, persons = world.voices.needs.get(row), int(size[row])
        if needs or row in world.voices.lock or sites[int(settlement.site[row])].closed_days_ago is not None:
            continue
        fitting = [at for at, site in enumerate(sites) if _welcomes(site) and site.free(group) >= 2 * persons]
        if not fitting:
            continue
        at = fitting[dice.number((0, len(fitting) - 1))]
        sites[at].residents[group] += persons
        on = assumed.calendar.reference_date + timedelta(days=dice.number(figures.moves_in_days))
        key = f"M{len(moves) + 1:03d}"
        moves.append(
            Move(key, world.household_keys[row], world.site_keys[at], on, MoveStatus.ACCEPTED, MoveCause.CAPACITY)
        )
    return moves


def _welcomes(site: Site) -> bool:
    return (
        site.sector is Sector.REGULAR
        and site.profile.kind is not LocationKind.REGISTRATION
        and not site.only
        and not site.closes_within(YEAR)
        and site.own_amv_team is not False
    )
