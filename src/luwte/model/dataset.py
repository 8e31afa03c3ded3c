# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A validated, frozen dataset: the one value that every verb starts from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from luwte.model.cycles import CycleStep, HousingBalance, MunicipalStatus
from luwte.model.findings import Finding
from luwte.model.geography import Municipality
from luwte.model.participation import Contact, Feedback, Programme
from luwte.model.people import Household, Person
from luwte.model.periods import Holiday
from luwte.model.places import Location, Unit
from luwte.model.pledges import Commitment, Decision, Exchange, Offer
from luwte.model.quality import Assessment, Improvement, SelfCheck
from luwte.model.sites import Condition, Operation
from luwte.model.stays import Headcount, Move, Stay


@dataclass(frozen=True)
class Dataset:
    """All tables as records, in the order of their files.

    `reference_date` is the day the tables describe; `bundled` names the tables that were absent and came from
    the package; `findings` are the warnings and notes of reading; `content_hash` is the SHA-256 of the content
    of all tables, the same whatever form (CSV, XLSX, Parquet) they came in.
    """

    reference_date: date | None = None
    title: str = ""
    synthetic: bool = False
    seed: int | None = None
    municipalities: tuple[Municipality, ...] = ()
    locations: tuple[Location, ...] = ()
    households: tuple[Household, ...] = ()
    persons: tuple[Person, ...] = ()
    units: tuple[Unit, ...] = ()
    stays: tuple[Stay, ...] = ()
    moves: tuple[Move, ...] = ()
    headcounts: tuple[Headcount, ...] = ()
    holidays: tuple[Holiday, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    improvements: tuple[Improvement, ...] = ()
    selfchecks: tuple[SelfCheck, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    programmes: tuple[Programme, ...] = ()
    contacts: tuple[Contact, ...] = ()
    offers: tuple[Offer, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    decisions: tuple[Decision, ...] = ()
    steps: tuple[CycleStep, ...] = ()
    statuses: tuple[MunicipalStatus, ...] = ()
    housing: tuple[HousingBalance, ...] = ()
    conditions: tuple[Condition, ...] = ()
    operations: tuple[Operation, ...] = ()
    bundled: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()
    content_hash: str = field(default="", compare=False)

    @cached_property
    def municipality(self) -> Mapping[str, Municipality]:
        """Municipalities by code."""
        return {m.code: m for m in self.municipalities}

    @cached_property
    def location(self) -> Mapping[str, Location]:
        """Locations by key."""
        return {place.key: place for place in self.locations}

    @cached_property
    def household(self) -> Mapping[str, Household]:
        """Households by key."""
        return {h.key: h for h in self.households}

    @cached_property
    def persons_of(self) -> Mapping[str, tuple[Person, ...]]:
        """The persons of each household, by household key."""
        members: dict[str, list[Person]] = {}
        for person in self.persons:
            members.setdefault(person.household, []).append(person)
        return {key: tuple(people) for key, people in members.items()}
