# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The console script `luwte`: the verbs of the library, and those that need the web application.

Django is imported by a verb that needs it when it runs, so that every other verb starts fast.
"""

import sys

from luwte.cli.exits import Exit


def main() -> None:
    """Run a verb."""
    try:
        from luwte.cli.app import app
        from luwte.cli.group import Verb
        from luwte_web.accounts.verbs import user
        from luwte_web.audit.verbs import log
        from luwte_web.operations.verbs import backup, restore
        from luwte_web.records.verbs import person
        from luwte_web.registry.verbs import export_tables, import_tables
        from luwte_web.verbs import demo, serve
    except KeyboardInterrupt:
        sys.exit(Exit.STOPPED)
    app.command("demo", cls=Verb)(demo)
    app.command("serve", cls=Verb)(serve)
    app.command("import", cls=Verb)(import_tables)
    app.command("export", cls=Verb)(export_tables)
    app.command("backup", cls=Verb)(backup)
    app.command("restore", cls=Verb)(restore)
    app.add_typer(log, name="log")
    app.add_typer(person, name="person")
    app.add_typer(user, name="user")
    app()
