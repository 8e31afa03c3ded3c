# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses. Dutch pages stand at `/`, English ones at `/en/`, each in its own words; the address is the state."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from luwte_web.operations import health, metrics
from luwte_web.pages import (
    about,
    ahead,
    errors,
    fairness,
    findings,
    letters,
    locations,
    log,
    municipalities,
    needed,
    overview,
    phase_out,
    plan,
    proposals,
    terms,
)
from luwte_web.pages.work import screens

urlpatterns = [
    path("health", health.health, name="health"),
    path("ready", health.ready, name="ready"),
    path("metrics", metrics.metrics, name="metrics"),
    path("", include("luwte_web.api.urls")),
    path("", include("allauth.socialaccount.providers.openid_connect.urls")),
    *i18n_patterns(
        path("", overview.overview, name="overview"),
        path(_("municipalities/"), municipalities.municipalities, name="municipalities"),
        path(_("municipalities/<str:code>/"), municipalities.municipality, name="municipality"),
        path(_("locations/"), locations.locations, name="locations"),
        path(_("locations/<path:key>/"), locations.location, name="location"),
        path(_("plan/"), plan.plan, name="plan"),
        path(_("plan/ahead/"), ahead.ahead, name="ahead"),
        path(_("plan/fairness/"), fairness.fairness, name="fairness"),
        path(_("plan/findings/"), findings.findings, name="findings"),
        path(_("plan/proposals/"), proposals.proposals, name="proposals"),
        path(_("plan/proposals/<path:key>/letter/"), letters.letter, name="letter"),
        path(_("plan/proposals/<path:key>/"), proposals.proposal, name="proposal"),
        path(_("plan/report/"), plan.report, name="report"),
        path(_("what-it-takes/"), needed.needed, name="needed"),
        path(_("phase-out/"), phase_out.phase_out, name="phase_out"),
        path(_("about/"), about.about, name="about"),
        path(_("log/"), log.log, name="log"),
        path(_("terms/"), terms.terms, name="terms"),
        path(_("work/"), screens.work, name="work"),
        path(_("work/<str:code>/"), screens.worklist, name="worklist"),
        path("", include("luwte_web.pages.law.urls")),
        path("", include("luwte_web.pages.law.sites_urls")),
        path("", include("luwte_web.pages.norms.urls")),
        path("", include("luwte_web.pages.selfcheck.urls")),
        path("", include("luwte_web.pages.inspections.urls")),
        path("", include("luwte_web.pages.triage.urls")),
        path("", include("luwte_web.pages.people.urls")),
        path("", include("luwte_web.pages.review.urls")),
        path("", include("luwte_web.accounts.urls")),
        prefix_default_language=False,
    ),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
