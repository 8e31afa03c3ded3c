# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Make the example country: imagine it, then write it down as tables."""

from dataclasses import replace
from fractions import Fraction

from luwte.data.content import content_hash
from luwte.data.example.agreements import condition_records, operation_records
from luwte.data.example.assumptions import Assumptions, bundled_book
from luwte.data.example.commitments import bundled_commitments
from luwte.data.example.country import Country
from luwte.data.example.dice import Dice, half_up
from luwte.data.example.folder import TITLE
from luwte.data.example.headcounts import headcount_records
from luwte.data.example.locations import location_records
from luwte.data.example.moves import accept_moves
from luwte.data.example.participation import contact_records, feedback_records, programme_records
from luwte.data.example.pledges import decision_records, exchange_records, offer_records
from luwte.data.example.records import appoint, household_records, person_records, stay_records
from luwte.data.example.units import unit_records
from luwte.data.example.visits import assessment_records, improvement_records, stated, visits_of
from luwte.data.example.world import World, imagine
from luwte.data.faults import MAX_INTEGER
from luwte.data.national import boundaries, national_holidays, national_municipalities
from luwte.model.dataset import Dataset
from luwte.model.progress import Progress, silent
from luwte.words import N_

SMALLEST, LARGEST = Fraction(1, 1000), Fraction(20)
SEED, LARGEST_SEED = 2026, MAX_INTEGER


def make_example(*, scale: Fraction | float = 1, seed: int = SEED, progress: Progress = silent) -> Dataset:
    """A synthetic country in the tables of Luwte, calibrated to published figures; nobody and no site in it is real.

    `scale` from 1/1000 to 20 multiplies places and people; the same scale and seed give the same bytes on every
    machine. Raises ValueError for another scale, and for a seed that is negative or above a million.
    """
    scale = Fraction(str(scale))
    if not (SMALLEST <= scale <= LARGEST and 0 <= seed <= LARGEST_SEED):
        raise ValueError(f"scale {scale}, seed {seed}")
    assumed, country = bundled_book().values, _bundled_country()
    world = imagine(assumed, country, scale, seed, progress)
    progress(N_("Writing records"))
    dataset = Dataset(
        reference_date=assumed.calendar.reference_date,
        title=TITLE.format(scale=float(scale)),
        synthetic=True,
        seed=seed,
        municipalities=country.municipalities,
        holidays=national_holidays(),
        commitments=bundled_commitments(),
        bundled=frozenset({"municipalities", "holidays"}),
    )
    dataset = _with_residents(dataset, assumed, country, seed, world)
    dataset = _with_pledges(dataset, assumed, country, seed, world)
    dataset = replace(dataset, headcounts=tuple(headcount_records(assumed, dataset)))
    standing_at = dict(zip(world.site_keys, world.sites, strict=True))
    dataset = replace(dataset, units=tuple(unit_records(assumed, seed, dataset, standing_at)))
    return replace(dataset, content_hash=content_hash(dataset))


def _bundled_country() -> Country:
    outlines = {code: [ring for polygon in shape for ring in polygon] for code, shape in boundaries().items()}
    return Country(national_municipalities(), outlines)


def _with_residents(dataset: Dataset, assumed: Assumptions, country: Country, seed: int, world: World) -> Dataset:
    """Add locations with what is known of them, households, persons and stays, in the order of their keys."""
    reference, dice = assumed.calendar.reference_date, Dice(seed, "persons")
    sites, people, history = world.site_keys, world.people, world.history
    guardians = appoint(assumed, people, history.lodged, dice)
    locations = location_records(assumed, country, seed, world.sites, sites, world.accessible_needed)
    households = household_records(reference, people, world.household_keys, sites, history, world.voices, guardians)
    persons = person_records(assumed, people, world.household_keys, history, guardians, dice)
    stays = stay_records(reference, world.household_keys, sites, history)
    visits = visits_of(assumed, seed, locations, world.sites)
    answers = assessment_records(assumed, seed, visits)
    return replace(
        dataset,
        locations=tuple(sorted(stated(assumed, seed, locations, visits), key=lambda location: location.key)),
        households=tuple(sorted(households, key=lambda household: household.key)),
        persons=tuple(sorted(persons, key=lambda person: person.key)),
        stays=tuple(sorted(stays, key=lambda stay: (stay.household, stay.since))),
        assessments=tuple(answers),
        improvements=tuple(improvement_records(assumed, seed, visits, answers)),
        feedback=tuple(feedback_records(assumed, seed, world.sites, sites)),
        programmes=tuple(programme_records(assumed, seed, world.sites, sites)),
        contacts=tuple(contact_records(assumed, seed, world.sites, sites)),
    )


def _with_pledges(dataset: Dataset, assumed: Assumptions, country: Country, seed: int, world: World) -> Dataset:
    """Add what is accepted, offered, exchanged and decided."""
    decisions = decision_records(assumed, country)
    loose = half_up(len(world.standing) * assumed.pledges.loose_offers)
    first_planned = len(world.sites) - len(world.planned)
    planned = list(zip(world.site_keys[first_planned:], world.planned, strict=True))
    offers = tuple(offer_records(assumed, country, seed, planned, loose))
    return replace(
        dataset,
        moves=tuple(accept_moves(assumed, seed, world)),
        offers=offers,
        exchanges=tuple(exchange_records(assumed, country, seed, decisions)),
        decisions=tuple(decisions),
        conditions=tuple(condition_records(assumed, seed, offers)),
        operations=tuple(operation_records(assumed, seed, dataset.locations)),
    )
