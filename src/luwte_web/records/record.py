# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Everything that is kept about a household, or about one person of it, put together for whom it is about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Field, ForeignKey

from luwte.data.rows import as_text
from luwte_web.audit.models import Line
from luwte_web.audit.tokens import known
from luwte_web.registry.models import Household, Person, PersonFacts, Thing, Version
from luwte_web.registry.reach import Reach, columns_to
from luwte_web.registry.refusals import there
from luwte_web.registry.services import OWN

Said = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class About:
    """Whom a record is about: a household, and the one person of it, if it is about one."""

    household: Household
    person: Person | None = None

    @property
    def things(self) -> list[str]:
        """The names under which the log may know them."""
        if self.person:
            return [f"household:{self.household.key}", f"person:{self.person.key}"]
        keys = Person.objects.filter(pk__in=Reach.of(self.household).persons).values_list("key", flat=True)
        return [f"household:{self.household.key}", *(f"person:{key}" for key in sorted(keys))]


def about(key: str) -> About:
    """Whom a key stands for: a household, else a person; raises ChangeRefused for a key that is not there."""
    household = Household.objects.filter(key=key).first()
    if household:
        return About(household)
    person = there(Person.objects.filter(key=key).first(), key)
    last = there(_last_of(person), key)
    return About(last.household, person)


def tables(of: About) -> Iterator[tuple[str, list[Said]]]:
    """What was ever known, by table: each version with its change, as texts. Of others in the household nothing."""
    for versions in Reach.of(of.household).versions():
        if of.person and columns_to(versions.model, Person):
            versions = versions.filter(person=of.person)
        if rows := [_said(version) for version in versions.select_related("known_by", "superseded_by")]:
            yield versions.model._meta.model_name or "", rows


def log(of: About) -> list[Said]:
    """Who read about them or changed something, by the log: actors are tokens."""
    named = [name for name in map(known, of.things) if name]
    lines = [line for name in named for line in Line.objects.filter(kind=name.kind, thing=name.thing)]
    return [
        {"moment": str(line.moment), "actor": line.actor, "act": line.act}
        for line in sorted(lines, key=lambda line: int(line.number))
    ]


def _last_of(person: Person) -> PersonFacts | None:
    return PersonFacts.objects.filter(person=person).select_related("household").order_by("id").last()


def _said(version: Version) -> Said:
    ended = version.superseded_by
    facts = {name: value for name, value in _facts(version) if value}
    return facts | {
        "known_from": version.known_by.moment.isoformat(),
        "known_until": ended.moment.isoformat() if ended else None,
        "changed_by": version.known_by.actor,
        "because": version.known_by.reason,
    }


def _facts(version: Version) -> Iterator[tuple[str, str]]:
    fields: Sequence[Field[Any, Any]] = version._meta.concrete_fields
    for field in fields:
        if field.name not in OWN:
            value = getattr(version, field.name)
            is_thing = isinstance(field, ForeignKey)
            yield field.name, (_key(value) if is_thing else as_text(value))


def _key(thing: Thing | Any) -> str:
    return "" if thing is None else str(getattr(thing, "key", thing.pk))
