# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""From the figures of a plan to the review of it, for who may review."""

from django import template
from django.template.context import Context
from django.urls import reverse

from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import NOBODY
from luwte_web.accounts.policy import can_somewhere
from luwte_web.workspace import jobs

register = template.Library()


@register.simple_tag(takes_context=True)
def review_of_this_plan(context: Context) -> str:
    """Where the proposals of the plan on this page are decided; empty where it was not made from the registry."""
    if not can_somewhere(getattr(context["request"], "actor", NOBODY), Action.READ_PERSON):
        return ""
    job = jobs.made().filter(plan_id=context["country"].address).first()
    return reverse("plan_in_review", args=[job.key]) if job else ""
