# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Everything that is kept about one household: its versions in every table, and where others are said to be near it.

A version is about a household by its column `household`, else by its `person` or `move`. Any other column that points
to a household is a mention in a version about somebody else. So a table that is added later is found as well.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from django.apps import apps
from django.db.models import ForeignKey, Q, QuerySet

from luwte_web.registry.models import Household, Move, MoveFacts, Person, PersonFacts, Version

OWN = "household"


@dataclass(frozen=True, slots=True)
class Reach:
    """A household with the persons and moves of which everything that is known names it last."""

    household: Household
    persons: tuple[int, ...]
    moves: tuple[int, ...]

    @classmethod
    def of(cls, household: Household) -> Self:
        """Who went on to another household is that one's person, and stays known there."""
        persons = PersonFacts.objects.filter(household=household).values_list("person_id", flat=True)
        moves = MoveFacts.objects.filter(household=household).values_list("move_id", flat=True)
        last = (PersonFacts.objects.filter(person_id=person).latest("id") for person in set(persons))
        here = sorted(facts.person_id for facts in last if facts.household_id == household.pk)
        return cls(household, tuple(here), tuple(sorted(set(moves))))

    def versions(self) -> "Iterator[QuerySet[Version]]":
        """All versions about the household, of now and before, table by table in the order in which they came."""
        for kind in kinds():
            if about := self._about(kind):
                yield kind.objects.filter(about).order_by("line", "id")

    def mentions(self) -> "Iterator[tuple[str, QuerySet[Version]]]":
        """The columns of others' versions that name the household, and those versions."""
        for kind in kinds():
            for column in columns_to(kind, Household):
                if column != OWN:
                    others = kind.objects.exclude(self._about(kind) or Q(pk__in=()))
                    yield column, others.filter(**{column: self.household})

    def _about(self, kind: type[Version]) -> Q | None:
        """Which versions of a table are about the household; None where no version is about any."""
        if OWN in columns_to(kind, Household):
            persons = Q(person__in=self.persons) if columns_to(kind, Person) else Q(pk__in=())
            return Q(household=self.household) | persons
        if columns_to(kind, Person):
            return Q(person__in=self.persons)
        return Q(move__in=self.moves) if columns_to(kind, Move) else None


def kinds() -> list[type[Version]]:
    """The tables of versions, of every part of the application."""
    return [model for model in apps.get_models() if issubclass(model, Version)]


def columns_to(kind: type[Version], thing: type) -> list[str]:
    """The columns of a table that point to things of this sort."""
    fields = kind._meta.concrete_fields
    return [field.name for field in fields if isinstance(field, ForeignKey) and field.related_model is thing]
