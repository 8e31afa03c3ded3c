# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of inspections. A sheet is what one respondent answers; the registry has it once it is handed in."""

import secrets
from typing import ClassVar

from django.db import models
from django.db.models import Q

from luwte.model.quality import Answer, AssessedGroup, Method
from luwte.quality.catalogue import Profile
from luwte_web.registry.fields import ExactField, MemberField, key, text
from luwte_web.registry.models import Change, Location
from luwte_web.registry.models.places import READ_AT_LOCATION
from luwte_web.registry.models.versions import LONGEST_TOKEN, about

KEY_BYTES = 8
KEY_LENGTH = 2 * KEY_BYTES
MARK_LENGTH = 32


def new_key() -> str:
    """A random key that tells nothing."""
    return secrets.token_hex(KEY_BYTES)


class Inspection(models.Model):
    """One look at a location on a day, with one form and one way of finding answers.

    `group` is whom the answers are about; `after` is the inspection whose gaps it looks at again. `dropped_at` is when
    it was called off: it is kept, with the reason.
    """

    access: ClassVar = READ_AT_LOCATION
    key = models.CharField(max_length=KEY_LENGTH, unique=True, default=new_key, editable=False)
    location = about(Location)
    group = MemberField(AssessedGroup)
    profile = MemberField(Profile)
    method = MemberField(Method)
    on = models.DateField()
    after = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="again")
    planned_by = models.CharField(max_length=LONGEST_TOKEN)
    planned_at = models.DateTimeField()
    dropped_at = models.DateTimeField(null=True)
    dropped_because = text()

    class Meta:
        """What the database itself holds."""

        constraints = (
            models.CheckConstraint(
                name="what_is_called_off_says_why",
                condition=Q(dropped_at=None, dropped_because="") | (~Q(dropped_at=None) & ~Q(dropped_because="")),
            ),
        )


class Sheet(models.Model):
    """The answers of one respondent, known by a token; `change` is that by which the registry knows them."""

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="sheets")
    respondent = models.CharField(max_length=LONGEST_TOKEN)
    began_at = models.DateTimeField()
    change = models.ForeignKey(Change, null=True, default=None, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """What the database itself holds; who began first in front."""

        ordering = ("id",)
        constraints = (models.UniqueConstraint(name="a_respondent_once", fields=("inspection", "respondent")),)

    @property
    def is_handed_in(self) -> bool:
        """Whether the registry knows it, and nobody changes it any more."""
        return self.change_id is not None


class Given(models.Model):
    """What a respondent says of one norm; without an answer while only a value or a note stands there.

    `writer` is a mark of the window that wrote it last: it may write again without having seen what it wrote itself.
    """

    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="given")
    norm = key()
    answer = MemberField(Answer, null=True)
    value = text()
    note = text()
    writer = models.CharField(max_length=MARK_LENGTH, blank=True)

    class Meta:
        """What the database itself holds."""

        ordering = ("id",)
        constraints = (models.UniqueConstraint(name="one_word_a_norm", fields=("sheet", "norm")),)


class Photo(models.Model):
    """A picture without people beside an answer, cleaned before it came here; it goes when the inspection goes."""

    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="photos")
    norm = key()
    content = models.BinaryField()
    added_at = models.DateTimeField()

    class Meta:
        """In the order in which they were made."""

        ordering = ("id",)


class Step(models.Model):
    """What is agreed for a gap that an inspection found: an action with who, by when and at what cost in EUR, or why
    there is none. `change` is that by which the registry knows the action.
    """

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="steps")
    norm = key()
    action = text()
    owner = text()
    due = models.DateField(null=True)
    cost = ExactField(null=True)
    none_because = text()
    agreed_by = models.CharField(max_length=LONGEST_TOKEN)
    change = models.ForeignKey(Change, null=True, default=None, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """What the database itself holds."""

        constraints = (
            models.UniqueConstraint(name="one_step_a_gap", fields=("inspection", "norm")),
            models.CheckConstraint(
                name="an_action_or_why_there_is_none",
                condition=(~Q(action="") & ~Q(owner="") & Q(due__isnull=False, none_because=""))
                | (Q(action="", owner="", due=None) & ~Q(none_because="")),
            ),
        )
