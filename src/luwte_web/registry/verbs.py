# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte import` and `luwte export`: tables into the registry, and the registry as tables.

Nothing of Django is imported until one of the two runs.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from luwte.cli.desk import Desk, Sheet
from luwte.cli.exits import Refused
from luwte.cli.language import Language
from luwte.cli.options import LanguageOption
from luwte.model.findings import InputRefused
from luwte.words import N_

if TYPE_CHECKING:
    from luwte_web.registry.differences import Difference
    from luwte_web.registry.importing import Preview

SHOWN = 20  # lines of one table that are new, as many that change and that are gone; the counts tell how many there are

NOTHING = N_("The registry already says what these tables say. Nothing changes.")
WOULD = N_("What would change in the registry:")
REJECTED = N_("Lines with an error, by table:")
HEADINGS = (N_("table"), N_("new"), N_("changed"), N_("gone"))
REJECTED_HEADINGS = (N_("table"), N_("rejected"))
NEW = N_("{table} {key}: is new")
GONE = N_("{table} {key}: is gone")
CORRECTED = N_("{table} {key}: {column} was '{old}', becomes '{new}'")
MORE_NEW = (N_("and {n} more new line of {table}"), N_("and {n} more new lines of {table}"))
MORE_CHANGED = (N_("and {n} more changed line of {table}"), N_("and {n} more changed lines of {table}"))
MORE_GONE = (N_("and {n} more line of {table} that is gone"), N_("and {n} more lines of {table} that are gone"))
LOOKED = N_("Nothing was written: this was a preview.")
DONE = N_("The registry now says what these tables say (change {change}).")
BY_COMMAND = N_("imported on the command line")
NOTHING_TO_EXPORT = N_("The registry is empty. Bring tables in first: luwte import DIR")
EXPORTED = N_("The registry is written to {out}.")

Tables = Annotated[
    Path, typer.Argument(metavar="DIR", help=N_("Folder with tables, or a workbook."), show_default=False)
]
Only = Annotated[bool, typer.Option("--preview", help=N_("Only tell what would change."))]
Reason = Annotated[str, typer.Option(metavar="TEXT", help=N_("Why the registry changes; kept with the change."))]
Out = Annotated[
    Path, typer.Argument(metavar="DIR", help=N_("New folder, or a file that ends in .xlsx."), show_default=False)
]


def import_tables(
    data: Tables, preview: Only = False, reason: Reason = "", language: LanguageOption = Language.NL
) -> None:
    """Bring tables into the registry, all of them or nothing, and tell what changed."""
    desk = Desk.speaking(language)
    _start()
    from luwte_web.accounts.actors import SYSTEM
    from luwte_web.registry import importing
    from luwte_web.registry.refusals import ChangeRefused

    with desk.progress() as progress:
        seen = importing.preview(data, progress)
    _tell(desk, seen)
    if preview:
        desk.tell(LOOKED)
    if preview or seen.changes_nothing:
        return
    with desk.progress() as progress:
        try:
            made = importing.apply(seen, SYSTEM, reason or desk.words.text(BY_COMMAND), progress)
        except ChangeRefused as refused:
            raise InputRefused(refused.findings) from None
    desk.say(DONE, change=made.pk if made else "")


def export_tables(out: Out, language: LanguageOption = Language.NL) -> None:
    """Write the registry as tables: a folder of CSV files, or a workbook."""
    desk = Desk.speaking(language)
    _start()
    from luwte_web.accounts.actors import SYSTEM
    from luwte_web.registry import exporting, selectors

    if not selectors.latest_change():
        raise Refused(NOTHING_TO_EXPORT)
    with desk.progress() as progress:
        progress(N_("Writing the tables"))
        exporting.export(out, SYSTEM)
    desk.say(EXPORTED, out=out)


def _start() -> None:
    from luwte_web.start import start

    start()


def _tell(desk: Desk, seen: "Preview") -> None:
    """The findings of reading, then what would change; raises InputRefused where lines have errors."""
    if seen.dataset is None:
        rows = [(table, desk.number(count)) for table, count in seen.rejected.items()]
        if rows:
            desk.say(REJECTED)
            desk.table(Sheet([desk.words.text(h) for h in REJECTED_HEADINGS], rows, frozenset({1})))
        raise InputRefused(seen.findings)
    desk.findings(seen.findings)
    if seen.changes_nothing:
        desk.say(NOTHING)
        return
    found = [each for each in seen.differences if each]
    desk.say(WOULD)
    counts = [(each.table, *(desk.number(len(part)) for part in (each.new, each.changed, each.gone))) for each in found]
    desk.table(Sheet([desk.words.text(heading) for heading in HEADINGS], counts, frozenset({1, 2, 3})))
    for each in found:
        _tell_lines(desk, each)


def _tell_lines(desk: Desk, found: "Difference") -> None:
    """The first lines that are new, old and new value of every cell of the first that change, the first that go."""
    for new in found.new[:SHOWN]:
        desk.say(NEW, table=found.table, key=_said(new.key))
    _tell_more(desk, found.table, MORE_NEW, len(found.new))
    for corrected in found.changed[:SHOWN]:
        for column, (was, becomes) in corrected.cells.items():
            desk.say(CORRECTED, table=found.table, key=_said(corrected.key), column=column, old=was, new=becomes)
    _tell_more(desk, found.table, MORE_CHANGED, len(found.changed))
    for gone in found.gone[:SHOWN]:
        desk.say(GONE, table=found.table, key=_said(gone.key))
    _tell_more(desk, found.table, MORE_GONE, len(found.gone))


def _tell_more(desk: Desk, table: str, more: tuple[str, str], count: int) -> None:
    if count > SHOWN:
        desk.print(desk.words.count(*more, count - SHOWN, table=table))


def _said(key: tuple[str, ...]) -> str:
    return " ".join(filter(None, key))
