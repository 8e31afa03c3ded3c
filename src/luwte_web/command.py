# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The console script `luwte`: the verbs of the library, and those that need the web application.

A verb is imported when somebody gives it, and Django by a verb that needs it when it runs, so that every other verb
starts fast.
"""

import sys

from luwte.cli.exits import Exit
from luwte.words import N_

VERBS = (
    ("demo", "luwte_web.verbs:demo",
     N_("Make the example country where there is none, plan it, and show it on this machine.")),
    ("serve", "luwte_web.verbs:serve",
     N_("Serve the pages: of the plan given, else of the one that was shown last, and those for who works here.")),
    ("import", "luwte_web.registry.verbs:import_tables",
     N_("Bring tables into the registry, all of them or nothing, and tell what changed.")),
    ("export", "luwte_web.registry.verbs:export_tables",
     N_("Write the registry as tables: a folder of CSV files, or a workbook.")),
    ("headcounts", "luwte_web.registry.counting_verb:headcounts",
     N_("Count children in emergency reception at the end of earlier quarters: a preview, until --yes is given.")),
    ("backup", "luwte_web.operations.verbs:backup",
     N_("Write everything that is kept into one file, as it is at one moment, while people go on working.")),
    ("restore", "luwte_web.operations.verbs:restore",
     N_("Bring a backup into a new, empty database; it may be of another sort than the one it was made from.")),
    ("log", "luwte_web.audit.verbs:log",
     N_("The log: who did and read what. Check it, hand it over, keep its terms.")),
    ("person", "luwte_web.records.verbs:person",
     N_("What is kept about a household or person: hand it over, or forget it.")),
    ("inspections", "luwte_web.records.inspection_verbs:inspections",
     N_("What is kept of inspections beside the registry: remove it by its term.")),
    ("user", "luwte_web.accounts.verbs:user",
     N_("Users of the pages and their roles, and tokens for programs: add, list and end them.")),
)  # fmt: skip


def main() -> None:
    """Run a verb."""
    try:
        from luwte.cli.app import app
        from luwte.cli.group import later
    except KeyboardInterrupt:
        sys.exit(Exit.STOPPED)
    for name, where, summary in VERBS:
        later(app, name, where, summary)
    app()
