# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte form`: a form to assess locations in the field, for ODK and KoboToolbox, and on paper."""

from datetime import date as day
from pathlib import Path
from typing import Annotated

import typer

from luwte.cli.desk import Desk
from luwte.cli.exits import Refused, UsageRefused
from luwte.cli.language import Language
from luwte.cli.options import CatalogueOption, DateOption, LanguageOption
from luwte.data import read
from luwte.data.write import whole_file
from luwte.model.places import PlaceGroup
from luwte.quality.catalogue import Profile, load_catalogue
from luwte.quality.forms import form_of
from luwte.reporting.forms import FormRejected, paper, xlsform
from luwte.words import N_

NOT_XLSX = N_("The form is a workbook: give a name that ends in .xlsx, not {file}.")
NOT_HTML = N_("The form on paper is a page: give a name that ends in .html, not {file}.")
NOT_IN_THE_FIELD = N_("Municipalities fill in the self-check about themselves; it is not a form for locations.")
REJECTED = N_("The form cannot be made, because ODK would not take it: {said}")
WRITTEN = N_("Written: {file}, with {norms} norms and {locations} locations; pyxform took it without a warning.")
ON_PAPER = N_("Written: {file}, to print.")

OutArgument = Annotated[
    Path, typer.Argument(metavar="OUT.xlsx", help=N_("Workbook to write the form to."), show_default=False)
]
ProfileOption = Annotated[Profile, typer.Option("--profile", help=N_("Which form: full, emergency or amv_small."))]
GroupOption = Annotated[
    list[PlaceGroup] | None,
    typer.Option(
        "--group",
        help=N_(
            "Only about this group; may be given more than once. Every group that the form is about where left out."
        ),
        show_default=False,
    ),
]
DataOption = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="DIR",
        help=N_("Tables whose locations can be chosen in the form; their key is typed where left out."),
        show_default=False,
    ),
]
PrintOption = Annotated[
    Path | None,
    typer.Option("--print", metavar="OUT.html", help=N_("Write the form on paper too, as a page to print.")),
]


def form(
    out: OutArgument,
    profile: ProfileOption = Profile.FULL,
    group: GroupOption = None,
    data: DataOption = None,
    catalogue: CatalogueOption = None,
    date: DateOption = None,
    on_paper: PrintOption = None,
    language: LanguageOption = Language.NL,
) -> None:
    """Make a form to assess locations in the field, in both languages: an XLSForm for ODK and KoboToolbox."""
    desk = Desk.speaking(language)
    _check(out, profile, on_paper)
    norms = load_catalogue(catalogue)
    with desk.progress() as progress:
        dataset = read(data, need=("locations",), progress=progress) if data else None
    locations = dataset.locations if dataset else ()
    on = date or (dataset and dataset.reference_date) or day.today()
    made = form_of(norms, profile, on, groups=group or (), locations=locations)
    try:
        content = xlsform(made)
    except FormRejected as rejected:
        raise Refused(REJECTED, said="; ".join(rejected.said)) from None
    with whole_file(out) as file:
        file.write_bytes(content)
    told = {"norms": desk.number(len(made.norms)), "locations": desk.number(len(made.locations))}
    desk.say(WRITTEN, file=out, **told)
    if on_paper is not None:
        with whole_file(on_paper) as file:
            file.write_text(paper(made, desk.words), encoding="utf-8")
        desk.say(ON_PAPER, file=on_paper)


def _check(out: Path, profile: Profile, on_paper: Path | None) -> None:
    """Refuse what cannot be made before anything is read."""
    if profile is Profile.MUNICIPAL:
        raise UsageRefused(NOT_IN_THE_FIELD)
    if out.suffix.lower() != ".xlsx":
        raise UsageRefused(NOT_XLSX, file=str(out))
    if on_paper is not None and on_paper.suffix.lower() != ".html":
        raise UsageRefused(NOT_HTML, file=str(on_paper))
