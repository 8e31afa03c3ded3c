# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses. Dutch pages stand at `/`, English ones at `/en/`, each in its own words; the address is the state."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import path
from django.utils.translation import gettext_lazy as _

from luwte_web.pages import errors, views

urlpatterns = [
    path("health", views.health, name="health"),
    *i18n_patterns(
        path("", views.overview, name="overview"),
        path(_("municipalities/"), views.municipalities, name="municipalities"),
        path(_("municipalities/<str:code>/"), views.municipality, name="municipality"),
        path(_("locations/"), views.locations, name="locations"),
        path(_("locations/<str:key>/"), views.location, name="location"),
        path(_("plan/"), views.plan, name="plan"),
        path(_("plan/findings/"), views.findings, name="findings"),
        path(_("plan/proposals/"), views.proposals, name="proposals"),
        path(_("plan/proposals/<str:key>/"), views.proposal, name="proposal"),
        path(_("plan/report/"), views.report, name="report"),
        path(_("about/"), views.about, name="about"),
        prefix_default_language=False,
    ),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
