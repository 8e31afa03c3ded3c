# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The app's name for Django."""

from django.apps import AppConfig


class WorkspaceConfig(AppConfig):
    """Plans in the making, and the decisions about what they propose."""

    name = "luwte_web.workspace"
    default_auto_field = "django.db.models.BigAutoField"
