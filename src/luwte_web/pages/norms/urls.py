# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of the pages about norms, in the reader's language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from luwte_web.pages.norms import screens

urlpatterns = [
    path(_("norms/"), screens.norms, name="norms"),
    path(_("norms/<str:key>/"), screens.norm, name="norm"),
]
