# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of the self-check of municipalities, in the reader's language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from luwte_web.pages.selfcheck import answers, filling, public

urlpatterns = [
    path(_("municipalities/<str:code>/self-check/"), public.selfcheck, name="selfcheck"),
    path(_("municipalities/<str:code>/self-check/answers/"), answers.answers, name="selfcheck_answers"),
    path(_("municipalities/<str:code>/self-check/fill-in/"), filling.fill_in, name="selfcheck_fill_in"),
]
