# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of the pages of the law, in the reader's language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from luwte_web.pages.law import (
    cycle,
    cycle_writing,
    estimate,
    exchanging,
    grants,
    housing,
    housing_writing,
    hub,
    municipal,
    national,
    national_deciding,
    national_documents,
    provinces,
    provinces_seen,
    provisions,
    regimes,
    regimes_writing,
)

urlpatterns = [
    path(_("law/"), hub.hub, name="law"),
    path(_("law/cycle/"), cycle.cycle, name="cycle"),
    path(_("law/cycle/paper/"), cycle.cycle_paper, name="cycle_paper"),
    path(_("law/cycle/step/"), cycle_writing.step, name="cycle_step"),
    path(_("law/cycle/status/"), cycle_writing.status, name="cycle_status"),
    path(_("law/country/"), national.national, name="national"),
    path(_("law/country/draft/<str:way>/<str:scope>/"), national_documents.draft_document, name="distribution_draft"),
    path(_("law/country/decision/"), national_documents.decision_document, name="distribution_decision"),
    path(_("law/country/decide/"), national_deciding.decide_page, name="distribution_decide"),
    path(_("law/estimate/"), estimate.estimate, name="estimate"),
    path(_("law/grants/"), grants.grants, name="grants"),
    path(_("law/housing/"), housing.housing, name="housing"),
    path(_("law/housing/<slug:code>/"), housing_writing.housing_balance, name="housing_balance"),
    path(_("law/provinces/"), provinces.provinces, name="provinces"),
    path(_("law/provinces/<slug:province>/"), provinces.province, name="province"),
    path(_("law/provinces/<slug:province>/report/<slug:form>/"), provinces_seen.province_paper, name="province_paper"),
    path(_("law/provinces/<slug:province>/exchange/"), exchanging.agree_exchange, name="agree_exchange"),
    path(
        _("law/provinces/<slug:province>/exchange/<int:line>/take-back/"),
        exchanging.take_back_exchange,
        name="take_back_exchange",
    ),
    path(_("law/provisions/"), provisions.provisions, name="provisions"),
    path(_("law/regimes/"), regimes.regimes_page, name="regimes"),
    path(_("law/regimes/paper/"), regimes.regimes_paper, name="regimes_paper"),
    path(_("law/regimes/<slug:regime>/children/"), regimes_writing.regime_statement, name="regime_statement"),
    path(_("municipalities/<str:code>/task/"), municipal.task, name="municipal_task"),
    path(_("municipalities/<str:code>/fact-sheet/"), municipal.fact_sheet, name="fact_sheet"),
]
