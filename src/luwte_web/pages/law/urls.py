# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of the pages of the law, in the reader's language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from luwte_web.pages.law import hub

urlpatterns = [
    path(_("law/"), hub.hub, name="law"),
]
