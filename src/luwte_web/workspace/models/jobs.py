# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Plans in the making: what was asked, how far it is, and what came of it."""

import secrets
from enum import StrEnum

from django.db import models
from django.db.models import Q

from luwte.data.cells import LONGEST_KEY, LONGEST_TEXT
from luwte_web.artefacts.models import Artefact
from luwte_web.registry.fields import ExactField, MemberField
from luwte_web.registry.models.versions import LONGEST_TOKEN, Change

KEY_BYTES = 8
KEY_LENGTH = 2 * KEY_BYTES


def new_key() -> str:
    """A random key that tells nothing."""
    return secrets.token_hex(KEY_BYTES)


class JobState(StrEnum):
    """How far a plan is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


class PlanJob(models.Model):
    """One plan that somebody asked for. `change` is the last change of the registry that it was made from.

    `stage` is a message id and `done` the share of it from 0 to 1; `seen_at` is when whoever makes the plan was last
    heard of. `failure` holds findings, each as `what`, `mend` and `params`. `without` is the key of a location that the
    plan takes to close: nothing that it proposes is there to be decided on.
    """

    key = models.CharField(max_length=KEY_LENGTH, unique=True, default=new_key, editable=False)
    asked_at = models.DateTimeField()
    actor = models.CharField(max_length=LONGEST_TOKEN)
    on = models.DateField()
    seconds = models.PositiveIntegerField(null=True)
    gap = ExactField(null=True)
    without = models.CharField(max_length=LONGEST_KEY, blank=True, default="")
    state = MemberField(JobState, default=JobState.WAITING)
    is_to_stop = models.BooleanField(default=False)
    stage = models.CharField(max_length=LONGEST_TEXT, blank=True)
    done = models.FloatField(null=True)
    began_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    change = models.ForeignKey(Change, null=True, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(Artefact, null=True, on_delete=models.PROTECT, related_name="+")
    failure = models.JSONField(default=list)

    class Meta:
        """What the database itself holds; the newest first."""

        ordering = ("-asked_at", "-id")
        constraints = (
            models.CheckConstraint(
                name="a_plan_that_is_made_is_there",
                condition=Q(state=JobState.DONE, plan__isnull=False, change__isnull=False)
                | (~Q(state=JobState.DONE) & Q(plan__isnull=True)),
            ),
            models.CheckConstraint(
                name="a_job_has_ended_or_not",
                condition=Q(state__in=[JobState.WAITING, JobState.RUNNING], ended_at__isnull=True)
                | (~Q(state__in=[JobState.WAITING, JobState.RUNNING]) & Q(ended_at__isnull=False)),
            ),
        )

    @property
    def is_what_if(self) -> bool:
        """Whether it only tells what would follow."""
        return self.without != ""

    @property
    def is_under_way(self) -> bool:
        """Whether it may still become a plan."""
        return self.state in (JobState.WAITING, JobState.RUNNING)
