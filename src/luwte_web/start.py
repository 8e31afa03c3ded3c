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


def set_up() -> None:
    """Make Django ready in a process whose database is brought to the present form already."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "luwte_web.settings")
    django.setup()


def start() -> None:
    """Make everything ready for services, selectors and pages; raises SettingRefused where the database is away."""
    set_up()
    bring_up_to_date()


def bring_up_to_date() -> None:
    """Give the database the form that this version needs; raises SettingRefused where it is away."""
    try:
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
    except OperationalError as error:
        raise SettingRefused(AWAY, reason=str(error).strip().splitlines()[0]) from None


def lay_out_static_files() -> None:
    """Gather the files that pages refer to, each under a name that tells its content, so that browsers may keep it."""
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
