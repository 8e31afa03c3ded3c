# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Start Django in this process and bring the database to the present form."""

import os

import django
from django.core.management import call_command
from django.db.utils import OperationalError

from luwte.words import N_
from luwte_web.environment import SettingRefused

AWAY = N_("The database cannot be used: {reason}. Check LUWTE_DATABASE_URL and LUWTE_HOME, and whether it runs.")


def start() -> None:
    """Make everything ready for services, selectors and pages; raises SettingRefused where the database is away."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "luwte_web.settings")
    django.setup()
    try:
        call_command("migrate", verbosity=0, interactive=False)
    except OperationalError as error:
        raise SettingRefused(AWAY, reason=str(error).strip().splitlines()[0]) from None
