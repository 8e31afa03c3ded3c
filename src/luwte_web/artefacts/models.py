# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Immutable artefacts, and the record of which plan was shown from when."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact

ADDRESS_LENGTH = 64  # SHA-256, hexadecimal


class Artefact(models.Model):
    """A dataset or a plan: the files of its folder as one archive, found by the hash of their content.

    The database refuses every change of a row (a trigger in the migrations); deleting is for retention.
    """

    class Kind(models.TextChoices):
        """What the archive holds."""

        DATASET = "dataset"
        PLAN = "plan"

    address = models.CharField(primary_key=True, max_length=ADDRESS_LENGTH)
    kind = models.CharField(max_length=16, choices=Kind)
    content = models.BinaryField()
    stored_at = models.DateTimeField()
    dataset = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="plans")

    class Meta:
        """What the database itself holds."""

        constraints = (
            models.CheckConstraint(name="address_is_a_hash", condition=Exact(Length("address"), ADDRESS_LENGTH)),
            models.CheckConstraint(
                name="a_plan_and_only_a_plan_has_a_dataset",
                condition=Q(kind="plan", dataset__isnull=False) | Q(kind="dataset", dataset__isnull=True),
            ),
        )


class Publication(models.Model):
    """From this moment on the pages show this plan; the latest row holds."""

    plan = models.ForeignKey(Artefact, on_delete=models.PROTECT, related_name="publications")
    published_at = models.DateTimeField()

    class Meta:
        """Later is newer; of two at one moment the one written last."""

        get_latest_by = ("published_at", "id")
