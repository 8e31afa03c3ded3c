# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The app's name for Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users, their memberships, and signing in."""

    name = "luwte_web.accounts"
    default_auto_field = "django.db.models.BigAutoField"
