# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""All verbs of the command line, in the order in which help shows them."""

from importlib.metadata import version
from typing import Annotated

import typer

from luwte.cli.group import Luwte, later
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


VERBS = (
    ("example", "luwte.cli.example:example",
     N_("Write the example country as tables, show how near it comes to the published figures, or write empty "
        "tables.")),
    ("distribute", "luwte.cli.distribute:distribute",
     N_("Divide the need for places over municipalities by the key of the law; without DIR over the bundled table.")),
    ("law", "luwte.cli.law:law",
     N_("The law in full: what counts, the cycle and its days, the remainder, grants, regimes, the housing task.")),
    ("place", "luwte.cli.place:place",
     N_("Place: a place for every household on a day, with levels, bounds and reasons.")),
    ("plan", "luwte.cli.plan:plan",
     N_("Plan: tasks by law, a place for every household, checked and counted again, with a report to read.")),
    ("verify", "luwte.cli.verify:verify",
     N_("Verify a plan or another result: check its hashes, count again, make it again and compare.")),
    ("letters", "luwte.cli.letters:letters",
     N_("Letters: the reasons of a proposal, what happens when and what people can do, to adults or to children.")),
    ("assess", "luwte.cli.assess:assess",
     N_("Assess: by which norms each location is fit for whom, in which layer it is and why, and who lives there.")),
    ("form", "luwte.cli.form:form",
     N_("Make a form to assess locations in the field, in both languages: an XLSForm for ODK and KoboToolbox.")),
    ("answers", "luwte.cli.answers:answers",
     N_("Add answers that were given in ODK or KoboToolbox to the tables, and write those anew, whole or not at all.")),
    ("terms", "luwte.cli.terms:terms",
     N_("Terms: for every child what must happen by when, by which norm, and what is overdue.")),
    ("phase-out", "luwte.cli.phase_out:phase_out",
     N_("Phase-out: children in emergency reception by quarter, at what pace that ends, and what a chosen day takes.")),
    ("refresh", "luwte.cli.refresh:refresh",
     N_("Bring inhabitants, SES-WOA, asylum requests and boundaries up to date from CBS and PDOK, or change nothing.")),
    ("estimate", "luwte.cli.estimate:estimate",
     N_("Estimate how many places are needed: from residents you expect, or from inflow, with a band.")),
    ("catalogue", "luwte.cli.catalogue:catalogue",
     N_("The norms for reception: list them, count them, check another catalogue.")),
)  # fmt: skip

for name, where, summary in VERBS:
    later(app, name, where, summary)
