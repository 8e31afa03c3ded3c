# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of the pages about offers, their conditions, who is responsible at sites, and places that come and go."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from luwte_web.pages.law import amv, at_risk, offers
from luwte_web.pages.law import sites_writing as writing

urlpatterns = [
    path(_("law/offers/"), offers.offers, name="offers"),
    path(_("law/offers/new/<str:code>/"), writing.new_offer, name="offer_new"),
    path(_("law/offers/<path:key>/change/"), writing.change_offer, name="offer_change"),
    path(_("law/offers/<path:key>/withdraw/"), writing.take_offer_back, name="offer_withdraw"),
    path(_("law/offers/<path:key>/"), offers.offer, name="offer"),
    path(_("law/conditions/new/<str:code>/"), writing.new_condition, name="condition_new"),
    path(_("law/conditions/<path:key>/change/"), writing.change_condition, name="condition_change"),
    path(_("law/conditions/<path:key>/state/"), writing.look_at_condition, name="condition_look"),
    path(_("registry/locations/<path:key>/responsible/"), writing.operation, name="operation"),
    path(_("registry/locations/<path:key>/responsible/<int:line>/"), writing.operation, name="operation_change"),
    path(_("law/at-risk/"), at_risk.places_at_risk, name="at_risk"),
    path(_("law/amv-places/"), amv.amv_places, name="amv_places"),
]
