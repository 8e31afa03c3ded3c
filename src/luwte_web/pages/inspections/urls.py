# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of the pages about inspections, in the reader's language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from luwte_web.pages.inspections import actions, filling, listing, paper, where, whole

urlpatterns = [
    path(_("inspections/"), listing.inspections, name="inspections"),
    path(_("inspections/where-first/"), where.where, name="inspections_where"),
    path(_("inspections/new/<path:key>/"), listing.new, name="inspection_new"),
    path(_("inspections/<slug:key>/form/<slug:page>/"), filling.form, name="inspection_form"),
    path(_("inspections/<slug:key>/answer/"), filling.answer, name="inspection_answer"),
    path(_("inspections/<slug:key>/photo/<int:number>/"), filling.photo, name="inspection_photo"),
    path(_("inspections/<slug:key>/actions/"), actions.actions, name="inspection_actions"),
    path(_("inspections/<slug:key>/paper/"), paper.paper, name="inspection_paper"),
    path(_("inspections/<slug:key>/"), whole.inspection, name="inspection"),
]
