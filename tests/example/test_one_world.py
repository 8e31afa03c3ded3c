# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People, places and histories agree with each other, counted anew from the records."""

from collections import Counter, defaultdict
from itertools import pairwise

from luwte.model.dataset import Dataset
from luwte.model.people import HouseholdGroup, Phase, Relation, Sex, WishBy
from luwte.model.periods import age, is_minor
from luwte.model.places import LocationKind, PlaceGroup
from luwte.model.stays import MoveCause, MoveStatus
from luwte.planning.recount.division import family_units, own_amv_teams

UNFORCED = (None, MoveCause.OWN_WISH, MoveCause.FAMILY)


def test_groups_follow_from_the_relations(example: Dataset) -> None:
    on = example.reference_date
    assert on is not None
    for household in example.households:
        members = example.persons_of[household.key]
        minors = [person for person in members if is_minor(person.birth_month, on)]
        carers = [person for person in members if person.relation in (Relation.PARENT, Relation.LEGAL_CARER)]
        match household.group:
            case HouseholdGroup.FAMILY:
                assert minors
                assert carers
            case HouseholdGroup.AMV:
                assert minors
                assert len(minors) == len(members)
            case HouseholdGroup.YOUNG_ADULT:
                assert [18 <= age(person.birth_month, on) <= 22 for person in members] == [True]
            case HouseholdGroup.ADULT:
                assert not minors


def test_parents_are_older_than_their_children(example: Dataset) -> None:
    on = example.reference_date
    assert on is not None
    for household in example.households:
        ages = defaultdict(list)
        for person in example.persons_of[household.key]:
            ages[person.relation].append(age(person.birth_month, on))
        if ages[Relation.PARENT] and household.group is HouseholdGroup.FAMILY:
            assert min(ages[Relation.PARENT]) >= max(ages[Relation.CHILD]) + 18


def test_stays_follow_each_other_to_the_present_one(example: Dataset) -> None:
    stays = defaultdict(list)
    for stay in example.stays:
        stays[stay.household].append(stay)
    for household in example.households:
        history = stays[household.key]
        assert bool(history) == (household.location is not None)
        for earlier, later in pairwise(history):
            assert earlier.since < later.since == earlier.until
            assert earlier.location != later.location
        if history:
            assert (history[-1].location, history[-1].since) == (household.location, household.since)
            assert history[-1].until is None
        assert household.forced_moves == sum(bool(stay.forced) for stay in history)
        assert all(bool(stay.forced) == (stay.cause not in UNFORCED) for stay in history)


def test_stays_lie_within_the_time_that_a_location_was_open(example: Dataset) -> None:
    for stay in example.stays:
        location = example.location[stay.location]
        assert location.opens is not None
        assert location.opens <= stay.since
        if stay.until is not None and location.closes is not None:
            assert stay.until <= location.closes


def test_a_closure_ends_the_stay_on_the_day_that_the_location_closed(country: Dataset) -> None:
    closures = 0
    for earlier, later in pairwise(country.stays):
        if later.household == earlier.household and later.cause is MoveCause.CLOSURE:
            assert country.location[earlier.location].closes == later.since
            closures += 1
    assert closures > 1000


def test_who_turned_eighteen_moved_after_the_birthday(country: Dataset) -> None:
    for stay in country.stays:
        if stay.cause is MoveCause.EIGHTEEN:
            (person,) = country.persons_of[stay.household]
            assert not is_minor(person.birth_month, stay.since)


def test_registration_sites_hold_mostly_who_registers(country: Dataset) -> None:
    phases = Counter(
        household.phase
        for household in country.households
        if household.location and country.location[household.location].kind is LocationKind.REGISTRATION
    )
    assert set(phases) == {Phase.REGISTRATION, Phase.PROCEDURE}
    assert phases[Phase.PROCEDURE] < phases[Phase.REGISTRATION] / 5


def test_people_have_the_places_of_their_group(example: Dataset) -> None:
    for household in example.households:
        location = example.location[household.location] if household.location else None
        if location is None:
            continue
        if household.group is HouseholdGroup.YOUNG_ADULT:
            assert location.adult_places or location.stays_until_age > 18
        else:
            assert location.places_for(PlaceGroup(household.group.value))


def test_sites_for_some_only_hold_who_they_are_for(example: Dataset) -> None:
    limited = {location.key: location.only for location in example.locations if location.only}
    assert limited
    for household in example.households:
        only = limited.get(household.location or "", frozenset())
        assert only <= household.needs
        if "women_only" in only:
            assert all(person.sex is Sex.FEMALE for person in example.persons_of[household.key])


def test_who_needs_an_accessible_place_is_within_their_number(country: Dataset) -> None:
    people: Counter[str] = Counter()
    for household in country.households:
        if household.location and "accessible" in household.needs:
            people[household.location] += len(country.persons_of[household.key])
    assert all(
        people[location.key] <= location.accessible_places
        for location in country.locations
        if location.accessible_places
    )


def test_accepted_moves_lead_children_to_free_places_that_last(country: Dataset) -> None:
    on = country.reference_date
    assert on is not None
    people: Counter[tuple[str | None, HouseholdGroup]] = Counter()
    for household in country.households:
        people[household.location, household.group] += len(country.persons_of[household.key])
    assert len({move.household for move in country.moves}) == len(country.moves) > 10
    for move in country.moves:
        household, to = country.household[move.household], country.location[move.to]
        people[to.key, household.group] += len(country.persons_of[household.key])
        assert move.status is MoveStatus.ACCEPTED
        assert move.on > on
        assert to.is_open(move.on)
        assert to.closes is None or (to.closes - on).days > 365
        assert people[to.key, household.group] <= to.places_for(PlaceGroup(household.group.value))


def test_units_in_use_add_up_to_the_places_of_their_group(example: Dataset) -> None:
    units: Counter[tuple[str, PlaceGroup]] = Counter()
    for unit in example.units:
        units[unit.location, unit.group] += 0 if unit.out_of_use else unit.places
    assert units
    assert all(count == example.location[key].places_for(group) for (key, group), count in units.items())


def test_families_live_in_units_of_their_own_with_few_exceptions(example: Dataset) -> None:
    going = {move.household: move.to for move in example.moves}
    families: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for household in example.households:
        location = going.get(household.key, household.location)
        if household.group is HouseholdGroup.FAMILY and location:
            families[location][len(example.persons_of[household.key])] += 1
    divided = family_units(example.units)
    short = [
        key
        for key, units in divided.items()
        if any(number > units.at_least(size) for size, number in units.taken(families[key]).items())
    ]
    assert len(divided) > 5
    assert len(short) <= len(divided) / 5


def test_units_are_of_a_size_for_those_who_live_in_them(country: Dataset) -> None:
    sizes = {group: [unit.places for unit in country.units if unit.group is group] for group in PlaceGroup}
    assert max(sizes[PlaceGroup.FAMILY]) <= 8
    assert sum(size >= 4 for size in sizes[PlaceGroup.FAMILY]) > len(sizes[PlaceGroup.FAMILY]) / 2
    assert max(sizes[PlaceGroup.AMV]) <= 20


def test_units_of_a_shared_site_tell_of_its_teams_what_the_site_tells(country: Dataset) -> None:
    told = own_amv_teams(country.units)
    on = country.reference_date
    assert on is not None
    shared = [
        location
        for location in country.locations
        if location.is_open(on) and location.kind is LocationKind.AZC and location.amv_places and location.family_places
    ]
    assert {location.own_amv_team for location in shared} == {True, False}
    assert all(told[location.key] is location.own_amv_team for location in shared)


def test_a_wish_has_the_voice_of_somebody_who_is_there(country: Dataset) -> None:
    voices: defaultdict[HouseholdGroup, set[WishBy | None]] = defaultdict(set)
    for household in country.households:
        if household.wish_kind is not None:
            voices[household.group].add(household.wish_by)
    assert voices == {
        HouseholdGroup.FAMILY: {WishBy.CHILD, WishBy.PARENTS},
        HouseholdGroup.AMV: {WishBy.CHILD, WishBy.GUARDIAN},
        HouseholdGroup.YOUNG_ADULT: {None},
        HouseholdGroup.ADULT: {None},
    }


def test_planned_locations_have_an_offer_that_opens_with_them(example: Dataset) -> None:
    on = example.reference_date
    assert on is not None
    planned = {place.key: place for place in example.locations if place.opens is None or place.opens > on}
    offers = {offer.location: offer for offer in example.offers if offer.location}
    assert set(planned) == set(offers)
    for key, offer in offers.items():
        assert offer.available_from == planned[key].opens
        assert (offer.municipality, offer.places) == (planned[key].municipality, planned[key].total_places)


def test_exchanges_stay_inside_a_province(example: Dataset) -> None:
    for exchange in example.exchanges:
        giver, taker = example.municipality[exchange.giver], example.municipality[exchange.taker]
        assert giver != taker
        assert giver.province_code == taker.province_code


def test_decisions_divide_the_tasks_of_the_first_cycle(example: Dataset) -> None:
    by_province: Counter[str] = Counter()
    for decision in example.decisions:
        by_province[example.municipality[decision.municipality].province] += decision.places
    assert by_province.total() == 96_002
    assert by_province["Zuid-Holland"] == 19_776
    assert by_province["Flevoland"] == 2_441
    assert sum(decision.amv_places or 0 for decision in example.decisions) == 8_140


def test_small_homes_for_unaccompanied_minors_hold_at_most_twenty(country: Dataset) -> None:
    sizes = [place.amv_places for place in country.locations if place.kind is LocationKind.AMV_SITE]
    assert max(sizes) <= 100
    assert sum(size <= 20 for size in sizes) > len(sizes) / 3
