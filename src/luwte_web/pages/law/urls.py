# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of the pages of the law, in the reader's language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from luwte_web.pages.law import cycle, cycle_writing, estimate, grants, hub, provisions, regimes, regimes_writing

urlpatterns = [
    path(_("law/"), hub.hub, name="law"),
    path(_("law/cycle/"), cycle.cycle, name="cycle"),
    path(_("law/cycle/paper/"), cycle.cycle_paper, name="cycle_paper"),
    path(_("law/cycle/step/"), cycle_writing.step, name="cycle_step"),
    path(_("law/cycle/status/"), cycle_writing.status, name="cycle_status"),
    path(_("law/estimate/"), estimate.estimate, name="estimate"),
    path(_("law/grants/"), grants.grants, name="grants"),
    path(_("law/provisions/"), provisions.provisions, name="provisions"),
    path(_("law/regimes/"), regimes.regimes_page, name="regimes"),
    path(_("law/regimes/paper/"), regimes.regimes_paper, name="regimes_paper"),
    path(_("law/regimes/<slug:regime>/children/"), regimes_writing.regime_statement, name="regime_statement"),
]
