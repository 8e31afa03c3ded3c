# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Options that verbs share, so that one thing has one name everywhere."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from luwte.cli.language import Language
from luwte.words import N_


def day(text: str) -> date:
    """Read YYYY-MM-DD; anything else is a usage error."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(text) from None


DirectoryArgument = Annotated[
    Path | None,
    typer.Argument(
        metavar="DIR", help=N_("Folder with tables (CSV or Parquet) or a workbook (XLSX)."), show_default=False
    ),
]
DatasetArgument = Annotated[
    Path,
    typer.Argument(
        metavar="DIR", help=N_("Folder with tables (CSV or Parquet) or a workbook (XLSX)."), show_default=False
    ),
]
OutOption = Annotated[
    Path | None,
    typer.Option("--out", metavar="OUT", help=N_("Folder to write the result to."), show_default=False),
]
DateOption = Annotated[
    date | None,
    typer.Option(
        "--date",
        metavar="YYYY-MM-DD",
        parser=day,
        help=N_("The day to look at; the day that the tables describe where left out."),
        show_default=False,
    ),
]
CatalogueOption = Annotated[
    Path | None,
    typer.Option(
        "--catalogue", metavar="FILE", help=N_("Another catalogue of norms than the bundled one."), show_default=False
    ),
]
BeforeOption = Annotated[
    Path | None,
    typer.Option(
        "--before",
        metavar="FILE",
        help=N_("An earlier catalogue: what it asked and this one does not is told."),
        show_default=False,
    ),
]
LanguageOption = Annotated[
    Language,
    typer.Option("--language", help=N_("Language of texts: nl or en."), show_default=False),
]
ReasonOption = Annotated[
    str, typer.Option("--reason", metavar="TEXT", help=N_("Why; it stays on the log, so name nobody."))
]
