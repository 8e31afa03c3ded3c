# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How near the example comes to the figures it is calibrated to: target beside outcome, with source and mark."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from math import sqrt

from luwte.data.example.assumptions import Book, Note, bundled_book
from luwte.data.example.profiles import Sector
from luwte.model.dataset import Dataset
from luwte.model.people import HouseholdGroup, Phase
from luwte.model.periods import Month, is_minor, is_school_age
from luwte.model.places import EMERGENCY_RECEPTION, Location
from luwte.words import N_

DAYS_PER_YEAR = 365.25
MONTHS_PER_YEAR = 12
LARGEST_HOUSEHOLD = 12  # persons; a small example can miss a target by one household
ROUNDING = 0.5  # places
HALF = Fraction(1, 2)  # from this scale on, counts of locations and municipalities can be compared
IN_SECTOR = {
    Sector.REGULAR: N_("Places in {province}, regular sites"),
    Sector.EMERGENCY: N_("Places in {province}, emergency sites"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the example: `label` is a message id, `tolerance` is relative and `slack` absolute."""

    label: str
    target: float
    outcome: float
    tolerance: float
    note: Note
    slack: float = 0.0
    params: Mapping[str, str] = field(default_factory=dict)

    @property
    def deviation(self) -> float:
        """Relative to the target."""
        return (self.outcome - self.target) / self.target if self.target else float(self.outcome != self.target)

    @property
    def is_near(self) -> bool:
        """Within the tolerance, or within what one household or location makes out."""
        return abs(self.outcome - self.target) <= abs(self.target) * self.tolerance + self.slack


def describe(dataset: Dataset, *, scale: Fraction | float = 1) -> tuple[Figure, ...]:
    """Every figure that the example is calibrated to, for a dataset made at this scale."""
    book, counted = bundled_book(), _Count.of(dataset)
    scale = Fraction(str(scale))
    return (
        *_places(book, dataset, counted, scale),
        *_people(book, counted, scale),
        *_courses(book, dataset, counted),
        *_costs(book, counted),
    )


def sector_of(location: Location) -> Sector:
    """The sector that a location counts in."""
    return Sector.EMERGENCY if location.kind in EMERGENCY_RECEPTION else Sector.REGULAR


@dataclass(frozen=True)
class _Count:
    """Persons and minors by group and by the sector of where they live (`None`: no place yet)."""

    on: date
    open_locations: tuple[Location, ...]
    persons: Counter[tuple[HouseholdGroup, Sector | None]]
    minors: Counter[tuple[HouseholdGroup, Sector | None]]

    @classmethod
    def of(cls, dataset: Dataset) -> "_Count":
        on = dataset.reference_date or bundled_book().values.calendar.reference_date
        persons: Counter[tuple[HouseholdGroup, Sector | None]] = Counter()
        minors: Counter[tuple[HouseholdGroup, Sector | None]] = Counter()
        for household in dataset.households:
            where = sector_of(dataset.location[household.location]) if household.location else None
            members = dataset.persons_of[household.key]
            persons[household.group, where] += len(members)
            minors[household.group, where] += sum(is_minor(person.birth_month, on) for person in members)
        return cls(on, tuple(location for location in dataset.locations if location.is_open(on)), persons, minors)


def _places(book: Book, dataset: Dataset, counted: _Count, scale: Fraction) -> Iterator[Figure]:
    exact, near = (book.values.checks.tolerances[name] for name in ("exact", "near"))
    note, names = book.notes["capacity.places"], {m.province_code: m.province for m in dataset.municipalities}
    places: Counter[tuple[str, Sector]] = Counter()
    for location in counted.open_locations:
        province = dataset.municipality[location.municipality].province_code
        places[province, sector_of(location)] += location.total_places
    slack = 0.0 if scale == 1 else float(book.values.capacity.smallest_province)
    for code, sectors in book.values.capacity.places.items():
        for sector, target in sectors.items():
            scaled = float(target * scale)
            about = {"province": names[code]}
            yield Figure(IN_SECTOR[sector], scaled, places[code, sector], exact, note, slack, about)
    for sector, label in (
        (Sector.REGULAR, N_("Places in regular sites")),
        (Sector.EMERGENCY, N_("Places in emergency sites")),
    ):
        total = sum(sectors[sector] for sectors in book.values.capacity.places.values())
        outcome = sum(count for (_, its), count in places.items() if its is sector)
        yield Figure(label, float(total * scale), outcome, exact, note, ROUNDING)
    if scale >= HALF:
        towns = len({location.municipality for location in counted.open_locations})
        capacity, notes = book.values.capacity, book.notes
        yield Figure(
            N_("Municipalities with a place"), capacity.municipalities, towns, exact, notes["capacity.municipalities"]
        )
        locations = float(capacity.locations * scale)
        yield Figure(N_("Open locations"), locations, len(counted.open_locations), near, notes["capacity.locations"])


def _people(book: Book, counted: _Count, scale: Fraction) -> Iterator[Figure]:
    people, notes = book.values.people, book.notes
    close = book.values.checks.tolerances["close"]
    minors = counted.minors
    amv = {where: count for (group, where), count in minors.items() if group is HouseholdGroup.AMV}
    children, alone = minors.total(), sum(amv.values())
    in_emergency = sum(count for (_, where), count in minors.items() if where is Sector.EMERGENCY)
    young = sum(count for (group, _), count in counted.persons.items() if group is HouseholdGroup.YOUNG_ADULT)
    waiting = sum(count for (_, where), count in counted.persons.items() if where is None)
    week = people.arrivals_per_year / people.weeks_per_year
    household = float(LARGEST_HOUSEHOLD)
    for label, name, target, outcome in (
        (N_("People in reception"), "persons", people.persons, counted.persons.total()),
        (N_("Children in reception"), "children", people.children, children),
        (N_("Unaccompanied minors in reception"), "unaccompanied", people.unaccompanied, alone),
        (N_("Young adults who came alone as a minor"), "young_adults", people.young_adults, young),
        (N_("People who arrived this week and have no place"), "arrivals_per_year", week, waiting),
    ):
        yield Figure(label, float(target * scale), outcome, close, notes[f"people.{name}"], household)
    yield Figure(
        N_("Share of children in emergency sites"),
        people.children_in_emergency,
        in_emergency / children,
        close,
        notes["people.children_in_emergency"],
        household / children,
    )
    yield Figure(
        N_("Share of unaccompanied minors in emergency sites"),
        people.unaccompanied_in_emergency,
        amv.get(Sector.EMERGENCY, 0) / alone,
        close,
        notes["people.unaccompanied_in_emergency"],
        household / alone,
    )


def _courses(book: Book, dataset: Dataset, counted: _Count) -> Iterator[Figure]:
    stays, notes, tolerances = book.values.stays, book.notes, book.values.checks.tolerances
    history = _histories(dataset, counted.on)
    spread = 1 / sqrt(max(1, history.children_in_emergency))  # of a mean over few children, relative
    holders = sum(
        len(dataset.persons_of[household.key]) for household in dataset.households if household.phase is Phase.PERMIT
    )
    people = counted.persons.total()
    yield Figure(
        N_("Share of people with a permit"),
        book.values.people.permit_holders,
        holders / people,
        tolerances["close"],
        notes["people.permit_holders"],
        LARGEST_HOUSEHOLD / people,
    )
    yield Figure(
        N_("Months in emergency sites so far, children who live in one"),
        stays.months_in_emergency_of_children,
        history.emergency_days / max(1, history.children_in_emergency) / DAYS_PER_YEAR * MONTHS_PER_YEAR,
        tolerances["loose"],
        notes["stays.months_in_emergency_of_children"],
        stays.months_in_emergency_of_children * spread,
    )
    yield Figure(
        N_("Moves per child per year"),
        stays.moves_per_child_year,
        history.moves / max(1, history.child_days) * DAYS_PER_YEAR,
        tolerances["loose"],
        notes["stays.moves_per_child_year"],
        stays.moves_per_child_year * spread,
    )
    households = book.values.people.households * people / book.values.people.persons
    yield Figure(
        N_("Households in reception"),
        households,
        len(dataset.households),
        tolerances["near"],
        notes["people.households"],
    )
    within = stays.school_within_three_months
    yield Figure(
        N_("Share of pupils at school within three months"),
        within,
        _at_school_in_time(dataset, counted.on, stays.three_months_days),
        tolerances["close"],
        notes["stays.school_within_three_months"],
        spread,
    )


@dataclass
class _Histories:
    """Sums over the stays of households with minors, weighed by their minors."""

    moves: int = 0
    child_days: int = 0
    emergency_days: int = 0
    children_in_emergency: int = 0


def _histories(dataset: Dataset, on: date) -> _Histories:
    minors = {
        household: sum(is_minor(person.birth_month, on) for person in members)
        for household, members in dataset.persons_of.items()
    }
    lives_in_emergency = {
        household.key: household.location is not None
        and sector_of(dataset.location[household.location]) is Sector.EMERGENCY
        for household in dataset.households
    }
    sums = _Histories()
    for stay in dataset.stays:
        children, days = minors[stay.household], ((stay.until or on) - stay.since).days
        sums.moves += children * (stay.cause is not None)
        sums.child_days += children * days
        if lives_in_emergency[stay.household] and sector_of(dataset.location[stay.location]) is Sector.EMERGENCY:
            sums.emergency_days += children * days
    sums.children_in_emergency = sum(minors[key] for key, lives in lives_in_emergency.items() if lives)
    return sums


def _at_school_in_time(dataset: Dataset, on: date, term: int) -> float:
    """Of pupils lodged longer ago than the term: the share with a first school day within it."""
    in_time = pupils = 0
    for person in dataset.persons:
        lodged = person.lodged_on
        if lodged and (on - lodged).days > term and _was_pupil(person.birth_month, lodged, on):
            pupils += 1
            in_time += person.first_school_day is not None and (person.first_school_day - lodged).days <= term
    return in_time / max(1, pupils)


def _was_pupil(birth_month: Month, lodged: date, on: date) -> bool:
    return is_school_age(birth_month, lodged) and is_school_age(birth_month, on)


def _costs(book: Book, counted: _Count) -> Iterator[Figure]:
    costs, notes = book.values.sites.cost_per_resident_year, book.notes
    regular = [place for place in counted.open_locations if sector_of(place) is Sector.REGULAR]
    places = sum(place.total_places for place in regular)
    spent = sum(float(place.cost_per_place_day or 0) * place.total_places for place in regular)
    yield Figure(
        N_("Cost per regular place per year, EUR"),
        costs["regular"],
        spent / places * book.values.sites.days_per_year,
        book.values.checks.tolerances["near"],
        notes["sites.cost_per_resident_year"],
    )
