# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Start Django in this process and bring the database to the present form."""

import os

import django
from django.core.management import call_command


def start() -> None:
    """Make everything ready for services, selectors and pages; may be called again."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "luwte_web.settings")
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
