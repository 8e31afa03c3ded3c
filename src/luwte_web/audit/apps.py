# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The app's name for Django."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The log of changes, decisions and readings."""

    name = "luwte_web.audit"
    default_auto_field = "django.db.models.BigAutoField"
