# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte law`: what the Act comes to beyond the key, a verb for each part of it."""

import typer

from luwte.cli.group import Verbs
from luwte.cli.law.counting import counting
from luwte.cli.law.cycle import cycle
from luwte.cli.law.decision import decision
from luwte.cli.law.fact_sheet import sheet
from luwte.cli.law.given import Remembering
from luwte.cli.law.grants import grants
from luwte.cli.law.housing import housing
from luwte.cli.law.province import province
from luwte.cli.law.regimes import regimes
from luwte.cli.law.remainder import remainder
from luwte.cli.law.sites import sites
from luwte.words import N_

law = typer.Typer(
    cls=Verbs,
    no_args_is_help=True,
    help=N_("The law in full: what counts, the cycle and its days, the remainder, grants, regimes, the housing task."),
)
for verb in (counting, cycle, province, remainder, decision, grants, regimes, housing, sites, sheet):
    law.command(verb.__name__, cls=Remembering)(verb)
