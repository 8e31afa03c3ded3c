# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of review, in the reader's language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from luwte_web.pages.review import household, plan, plans, undisputed

urlpatterns = [
    path(_("review/"), plans.plans, name="plans"),
    path(_("review/<str:key>/"), plan.plan_in_review, name="plan_in_review"),
    path(_("review/<str:key>/cancel/"), plans.cancel, name="cancel_plan"),
    path(_("review/<str:key>/again/"), plans.again, name="plan_again"),
    path(_("review/<str:key>/show/"), plans.show, name="show_plan"),
    path(_("review/<str:key>/undisputed/"), undisputed.undisputed, name="undisputed"),
    path(_("review/<str:key>/households/<path:household>/"), household.household, name="proposal_in_review"),
]
