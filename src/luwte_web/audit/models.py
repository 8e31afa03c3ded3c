# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The lines of the log, where it ends, and whom its tokens stand for.

Triggers in the migrations hold what the log promises: a line joins the end, and never changes or goes. Only its content
can be removed, with the salt; the hash of it stays.
"""

import json
from datetime import datetime
from typing import Any, cast

from django.db import models
from django.db.models import Q

from luwte_web.audit import chain

TOKEN_LENGTH = 32
KEY_LENGTH = 200
KIND_LENGTH = 32
MOMENT_LENGTH = 27
ACT_LENGTH = 16


class Line(models.Model):
    """One thing that was done. Its content and salt are empty once they were removed."""

    number = models.BigIntegerField(primary_key=True)
    moment = models.CharField(max_length=MOMENT_LENGTH, db_index=True)
    actor = models.CharField(max_length=KEY_LENGTH)
    act = models.CharField(max_length=ACT_LENGTH)
    kind = models.CharField(max_length=KIND_LENGTH)
    thing = models.CharField(max_length=KEY_LENGTH)
    salt = models.CharField(max_length=2 * chain.SALT_BYTES, null=True)
    content = models.TextField(null=True)
    content_hash = models.CharField(max_length=chain.HASH_LENGTH)
    previous = models.CharField(max_length=chain.HASH_LENGTH)
    seal = models.CharField(max_length=chain.HASH_LENGTH)

    class Meta:
        """What is looked for, and what the database itself holds."""

        indexes = (
            models.Index(fields=("kind", "thing", "number"), name="audit_line_by_thing"),
            models.Index(fields=("act", "number"), name="audit_line_by_act"),
        )
        constraints = (
            models.CheckConstraint(
                name="content_goes_with_its_salt",
                condition=Q(content__isnull=True, salt__isnull=True) | Q(content__isnull=False, salt__isnull=False),
            ),
        )

    @property
    def sealed(self) -> chain.Sealed:
        """What the seal covers."""
        return chain.Sealed(*(getattr(self, name) for name in chain.Sealed._fields))

    @property
    def told(self) -> dict[str, Any] | None:
        """The content, or None where it was removed; raises ValueError where somebody spoiled it."""
        return None if self.content is None else json.loads(self.content)

    @property
    def at(self) -> datetime:
        """When it was done; raises ValueError where somebody spoiled it."""
        return chain.read(cast(str, self.moment))


class Head(models.Model):
    """Where the log ends: the number and the seal of its last line. The one row is the lock of all who write."""

    number = models.BigIntegerField()
    seal = models.CharField(max_length=chain.HASH_LENGTH)

    class Meta:
        """What the database itself holds."""

        constraints = (models.CheckConstraint(name="the_log_has_one_end", condition=Q(id=1)),)


class Token(models.Model):
    """Whom or what a token stands for. Deleting the row makes every line about it nobody's."""

    token = models.CharField(primary_key=True, max_length=TOKEN_LENGTH)
    kind = models.CharField(max_length=KIND_LENGTH)
    key = models.CharField(max_length=KEY_LENGTH)

    class Meta:
        """What the database itself holds."""

        constraints = (models.UniqueConstraint(name="a_thing_has_one_token", fields=("kind", "key")),)
