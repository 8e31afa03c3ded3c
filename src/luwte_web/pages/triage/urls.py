# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of the pages of the triage, in the reader's language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from luwte_web.pages.triage import everywhere, location, stating, what_if

urlpatterns = [
    path(_("triage/"), everywhere.triage_now, name="triage"),
    path(_("registry/locations/<path:key>/quality/statements/"), stating.stating, name="stating"),
    path(_("registry/locations/<path:key>/what-if-it-closed/"), what_if.ask, name="what_if"),
    path(_("registry/locations/<path:key>/quality/"), location.quality, name="quality"),
]
