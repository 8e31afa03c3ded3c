# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The app's name for Django."""

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    """Dated facts, never overwritten."""

    name = "luwte_web.registry"
    default_auto_field = "django.db.models.BigAutoField"
