# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""All verbs of the command line, in the order in which help shows them."""

from importlib.metadata import version
from typing import Annotated

import typer

from luwte.cli.answers import answers
from luwte.cli.assess import assess
from luwte.cli.catalogue import catalogue
from luwte.cli.distribute import distribute
from luwte.cli.example import example
from luwte.cli.form import form
from luwte.cli.group import Luwte, Verb
from luwte.cli.letters import letters
from luwte.cli.phase_out import phase_out
from luwte.cli.place import place
from luwte.cli.plan import plan
from luwte.cli.refresh import refresh
from luwte.cli.terms import terms
from luwte.cli.verify import verify
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


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"luwte {version('luwte')}")
        raise typer.Exit


@app.callback()
def about(
    version_asked: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help=N_("Show the version and stop."))
    ] = False,
) -> None:
    """Options of Luwte itself."""


app.command("example", cls=Verb)(example)
app.command("distribute", cls=Verb)(distribute)
app.command("place", cls=Verb)(place)
app.command("plan", cls=Verb)(plan)
app.command("verify", cls=Verb)(verify)
app.command("letters", cls=Verb)(letters)
app.command("assess", cls=Verb)(assess)
app.command("form", cls=Verb)(form)
app.command("answers", cls=Verb)(answers)
app.command("terms", cls=Verb)(terms)
app.command("phase-out", cls=Verb)(phase_out)
app.command("refresh", cls=Verb)(refresh)
app.add_typer(catalogue, name="catalogue")
