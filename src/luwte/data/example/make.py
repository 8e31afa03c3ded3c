# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Make the example country: the whole flow, from places by province to the tables."""

from dataclasses import replace
from fractions import Fraction

import numpy as np

from luwte.data.content import content_hash
from luwte.data.example.assumptions import bundled_book
from luwte.data.example.commitments import bundled_commitments
from luwte.data.example.country import Country
from luwte.data.example.dice import Dice, half_up
from luwte.data.example.folder import TITLE
from luwte.data.example.history import tell
from luwte.data.example.horizon import closed_sites, plan_closings, planned_sites
from luwte.data.example.locations import location_records, unit_records
from luwte.data.example.moves import accept_moves
from luwte.data.example.people import populate
from luwte.data.example.pledges import decision_records, exchange_records, offer_records
from luwte.data.example.records import appoint, household_records, keys, person_records, stay_records
from luwte.data.example.settle import NOWHERE, settle
from luwte.data.example.sites import open_sites
from luwte.data.example.visits import assessment_records, improvement_records
from luwte.data.example.voices import ACCESSIBLE, equip, give_voice, with_women
from luwte.data.national import boundaries, national_holidays, national_municipalities
from luwte.model.dataset import Dataset
from luwte.model.progress import Progress, silent
from luwte.words import N_

SMALLEST, LARGEST = Fraction(1, 1000), Fraction(20)
SEED, LARGEST_SEED = 2026, 1_000_000  # the tables hold no larger number


def make_example(*, scale: Fraction | float = 1, seed: int = SEED, progress: Progress = silent) -> Dataset:
    """A synthetic country in the tables of Luwte, calibrated to published figures; nobody and no site in it is real.

    `scale` from 1/1000 to 20 multiplies places and people; the same scale and seed give the same bytes on every
    machine. Raises ValueError for another scale, and for a seed that is negative or above a million.
    """
    scale = Fraction(str(scale))
    if not (SMALLEST <= scale <= LARGEST and 0 <= seed <= LARGEST_SEED):
        raise ValueError(f"scale {scale}, seed {seed}")
    assumed = bundled_book().values
    municipalities = national_municipalities()
    outlines = {code: [ring for polygon in shape for ring in polygon] for code, shape in boundaries().items()}
    country = Country(municipalities, outlines)

    progress(N_("Placing locations"))
    standing = open_sites(assumed, country, scale, seed)
    plan_closings(assumed, standing, seed)
    progress(N_("Filling households"))
    people = populate(assumed, scale, seed)
    settlement = settle(assumed, scale, seed, standing, people)
    equip(assumed, seed, standing)
    people = with_women(standing, people, settlement, assumed.voices.needs_of_women)
    progress(N_("Telling histories"))
    closed = closed_sites(assumed, country, standing, seed)
    planned = planned_sites(assumed, country, standing, seed)
    sites = [*standing, *closed, *planned]
    history = tell(assumed, seed, [*standing, *closed], people, settlement)
    voices = give_voice(assumed, country, seed, standing, people, settlement, history)

    progress(N_("Writing records"))
    dice = Dice(seed, "keys")
    site_names, household_names = keys("L", len(sites), dice), keys("H", len(people), dice)
    guardians = appoint(assumed, people, history.lodged, dice)
    households = household_records(
        assumed.calendar.reference_date, people, household_names, site_names, history, voices, guardians
    )
    persons = person_records(assumed, people, household_names, history, guardians, dice)
    stays = stay_records(assumed.calendar.reference_date, household_names, site_names, history)
    housed = np.flatnonzero(settlement.site != NOWHERE)
    need_it = [row for row in housed.tolist() if ACCESSIBLE in voices.needs.get(row, ())]
    accessible = np.bincount(settlement.site[need_it], weights=people.size[need_it], minlength=len(sites))
    locations = location_records(
        assumed, country, seed, sites, site_names, dict(enumerate(accessible.astype(int).tolist()))
    )
    decisions = decision_records(assumed, country)
    answers = assessment_records(assumed, seed, sites, site_names)
    loose = half_up(len(standing) * assumed.pledges.loose_offers)
    first_planned = len(standing) + len(closed)
    dataset = Dataset(
        reference_date=assumed.calendar.reference_date,
        title=TITLE.format(scale=float(scale)),
        synthetic=True,
        seed=seed,
        municipalities=municipalities,
        locations=tuple(sorted(locations, key=lambda record: record.key)),
        households=tuple(sorted(households, key=lambda record: record.key)),
        persons=tuple(sorted(persons, key=lambda record: record.key)),
        units=tuple(unit_records(assumed, seed, sites, site_names)),
        stays=tuple(sorted(stays, key=lambda record: (record.household, record.since))),
        moves=tuple(accept_moves(assumed, seed, standing, site_names, people, household_names, settlement, voices)),
        holidays=national_holidays(),
        assessments=tuple(answers),
        improvements=tuple(improvement_records(assumed, seed, answers)),
        offers=tuple(
            offer_records(assumed, country, seed, list(zip(site_names[first_planned:], planned, strict=True)), loose)
        ),
        exchanges=tuple(exchange_records(assumed, country, seed, decisions)),
        commitments=bundled_commitments(),
        decisions=tuple(decisions),
        bundled=frozenset({"municipalities", "holidays"}),
    )
    return replace(dataset, content_hash=content_hash(dataset))
