# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The app's name for Django."""

from django.apps import AppConfig


class ArtefactsConfig(AppConfig):
    """Immutable artefacts and which plan is shown."""

    name = "luwte_web.artefacts"
    default_auto_field = "django.db.models.BigAutoField"
