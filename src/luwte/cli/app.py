# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""All verbs of the command line, in the order in which help shows them."""

import typer

from luwte.cli.distribute import distribute
from luwte.cli.group import Luwte, Verb
from luwte.words import N_

ABOUT = N_(
    "A calm, lasting place for every child in asylum reception: fair spread, careful placement, an open account."
)

app = typer.Typer(
    name="luwte",
    cls=Luwte,
    help=ABOUT,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def about() -> None:
    """Let help list the verbs even while there is only one."""


app.command("distribute", cls=Verb)(distribute)
