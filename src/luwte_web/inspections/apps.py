# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The app's name for Django."""

from django.apps import AppConfig


class InspectionsConfig(AppConfig):
    """Looking at locations: planned, filled in, handed in."""

    name = "luwte_web.inspections"
    default_auto_field = "django.db.models.BigAutoField"
