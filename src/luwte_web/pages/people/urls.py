# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of the pages about households and the locations where they live, in the reader's language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from luwte_web.pages.people import departures, household, households, programmes, site, speak, who
from luwte_web.pages.people.editing import editing_page
from luwte_web.pages.people.noting import noting_page

urlpatterns = [
    path(_("registry/locations/<path:key>/feedback/"), noting_page("feedback"), name="feedback"),
    path(_("registry/locations/<path:key>/feedback/<int:line>/"), noting_page("feedback"), name="feedback_change"),
    path(_("registry/locations/<path:key>/programme/"), noting_page("programme"), name="programme"),
    path(_("registry/locations/<path:key>/programme/<int:line>/"), noting_page("programme"), name="programme_change"),
    path(_("registry/locations/<path:key>/contact/"), noting_page("contact"), name="contact"),
    path(_("registry/locations/<path:key>/contact/<int:line>/"), noting_page("contact"), name="contact_change"),
    path(_("registry/locations/<path:key>/"), site.site, name="site"),
    path(_("children-speak/"), speak.speak, name="speak"),
    path(_("what-there-is-to-do/"), programmes.programmes, name="programmes"),
    path(_("households/"), households.households, name="households"),
    path(_("households/arrival/"), who.arrive, name="arrival"),
    path(_("households/left/"), departures.departures, name="departures"),
    path(_("households/left/<path:key>/"), departures.take_back, name="take_back"),
    path(_("households/<path:key>/leave/"), editing_page("leave"), name="household_leave"),
    path(_("households/<path:key>/who/"), who.who, name="household_who"),
    path(_("households/<path:key>/needs/"), editing_page("needs"), name="household_needs"),
    path(_("households/<path:key>/wish/"), editing_page("wish"), name="household_wish"),
    path(_("households/<path:key>/answer/"), editing_page("answer"), name="household_answer"),
    path(_("households/<path:key>/lock/"), editing_page("lock"), name="household_lock"),
    path(_("households/<path:key>/unlock/"), editing_page("unlock"), name="household_unlock"),
    path(_("households/<path:key>/guardian/"), editing_page("guardian"), name="household_guardian"),
    path(_("households/<path:key>/relative/"), editing_page("relative"), name="household_relative"),
    path(_("households/<path:key>/relative/<int:about>/"), editing_page("unrelate"), name="household_unrelate"),
    path(_("households/<path:key>/stay/<str:about>/"), editing_page("stay"), name="household_stay"),
    path(_("households/<path:key>/stayed/"), editing_page("stayed"), name="household_stayed"),
    path(_("households/<path:key>/out/<path:about>/"), editing_page("part"), name="household_part"),
    path(_("households/<path:key>/back/<str:about>/"), editing_page("rejoin"), name="household_rejoin"),
    path(_("households/<path:key>/missing/<path:about>/"), editing_page("missing"), name="household_missing"),
    path(_("households/<path:key>/done/<path:about>/"), editing_page("follow"), name="household_follow"),
    path(_("households/<path:key>/found/<path:about>/"), editing_page("found"), name="household_found"),
    path(_("households/<path:key>/eighteen/<path:about>/"), editing_page("eighteen"), name="household_eighteen"),
    path(_("households/<path:key>/"), household.household, name="household"),
]
