# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The app's name for Django."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """The pages."""

    name = "luwte_web.pages"
