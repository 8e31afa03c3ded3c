# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What every table of the registry has in common: things that are known by a key, and versions of facts about them.

A version is written once. It names the change that made it known and, once that is so, the change that superseded it;
the database refuses anything else. `line` tells which line of its table a version is of, in the order in which the
lines came: a correction keeps it.
"""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from luwte.data.cells import LONGEST_KEY, LONGEST_TEXT

LONGEST_TOKEN = 64
CURRENT = Q(superseded_by=None)


class Change(models.Model):
    """One change of the registry: when it was made, by whom, and why. Changes are made one after the other."""

    moment = models.DateTimeField(db_index=True)
    actor = models.CharField(max_length=LONGEST_TOKEN)
    reason = models.CharField(max_length=LONGEST_TEXT)


class Turn(models.Model):
    """A single row that whoever changes the registry holds until the change is there, or is not."""

    class Meta:
        """What the database itself holds."""

        constraints = (models.CheckConstraint(name="there_is_one_turn", condition=Q(id=1)),)


class Forgetting(models.Model):
    """While a row stands here, within one transaction, the database lets versions be deleted: the door of retention."""


class Thing(models.Model):
    """Something that is known by a key and by nothing else; what is known of it stands in versions."""

    key = models.CharField(max_length=LONGEST_KEY, unique=True)

    class Meta:
        """One table for each sort of thing."""

        abstract = True


class Versions(models.QuerySet["Version"]):
    """Versions by what was known when."""

    def known(self, to: int | None = None) -> Self:
        """What is known now, or what was known once the change with this number was made."""
        if to is None:
            return self.filter(CURRENT)
        later = Q(superseded_by__gt=to) | CURRENT
        return self.filter(later, known_by__lte=to)


class Version(models.Model):
    """One version of one line of a table. `thing` names the field that holds the key, where the line has one."""

    thing: ClassVar[str | None] = None
    line = models.BigIntegerField()
    known_by = models.ForeignKey(Change, on_delete=models.PROTECT, related_name="+", db_index=False)
    superseded_by = models.ForeignKey(
        Change, null=True, default=None, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    objects = Versions.as_manager()

    class Meta:
        """One table for each sort of fact; no line has two current versions."""

        abstract = True
        constraints = (
            models.UniqueConstraint(name="%(class)s_one_current", fields=["line"], condition=CURRENT),
            models.CheckConstraint(
                name="%(class)s_known_first", condition=Q(superseded_by=None) | Q(superseded_by__gte=F("known_by"))
            ),
        )
        indexes = (models.Index(name="%(class)s_history", fields=["known_by", "superseded_by"]),)


def once(name: str, *fields: str) -> models.UniqueConstraint:
    """No two current lines have these facts in common."""
    return models.UniqueConstraint(name=name, fields=fields, condition=CURRENT)


def about(kind: type[Thing], **options: object) -> "models.ForeignKey[Thing, Thing]":
    """A thing that a fact is about; things are never deleted while anything is known of them."""
    return models.ForeignKey(kind, on_delete=models.PROTECT, related_name="+", **options)  # type: ignore[call-overload,no-any-return]
