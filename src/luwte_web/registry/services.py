# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The one way to change the registry.

    with change(actor, "arrived on Monday") as made:
        know(made, Stay(household=household, location=location, since=monday))
        correct(made, facts, location=location, since=monday)

All that is written within the block is one transaction with one `Change` and one line on the log. Changes are made one
after the other: whoever changes waits for its turn, so that the number of a change also tells what was known before it.
Nothing else writes.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from luwte_web.accounts.actors import Actor
from luwte_web.audit.acts import Act
from luwte_web.audit.chain import JSON
from luwte_web.audit.services import record
from luwte_web.registry.models import Change, Turn, Version

THE_TURN = 1
OWN = frozenset({"id", "line", "known_by", "superseded_by"})
Kind = TypeVar("Kind", bound=Version)


@contextmanager
def change(actor: Actor, reason: str, *, act: Act = Act.WRITE, about: str = "") -> Iterator[Change]:
    """Change the registry within the block: all of it or nothing, with one line on the log."""
    with transaction.atomic():
        take_turn()
        made = Change.objects.create(moment=timezone.now(), actor=actor.key, reason=reason)
        yield made
        content: Mapping[str, JSON] = {"change": made.pk}
        record(actor, act, about or f"change:{made.pk}", content)


def take_turn() -> None:
    """Wait until nobody else changes the registry; nobody does before this transaction ends."""
    Turn.objects.select_for_update().get(id=THE_TURN)


def know(made: Change, version: Kind) -> Kind:
    """Add a line that was not known before."""
    version.line = next_line(type(version))
    version.known_by = made
    version.save(force_insert=True)
    return version


def correct(made: Change, version: Kind, **facts: Any) -> Kind:
    """Say a line anew with other facts; what was known before is kept."""
    withdraw(made, version)
    return say_again(made, version, **facts)


def say_again(made: Change, version: Kind, **facts: Any) -> Kind:
    """Say a line of which nothing is known at present, as it was but for these facts."""
    kept = {f.attname: getattr(version, f.attname) for f in version._meta.concrete_fields if f.name not in OWN}
    said = type(version)(**kept, line=version.line, known_by=made)
    for name, value in facts.items():
        setattr(said, name, value)
    said.save(force_insert=True)
    return said


def withdraw(made: Change, version: Version) -> None:
    """Say a line no more, from this change on."""
    version.superseded_by = made
    version.save(update_fields=["superseded_by"])


def next_line(versions: type[Version]) -> int:
    """The number of the first line that there never was."""
    last: int | None = versions.objects.aggregate(last=Max("line"))["last"]
    return 0 if last is None else last + 1
