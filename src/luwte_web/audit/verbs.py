# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte log`: check the log, hand it over, remove content whose term is over, make it forget somebody.

Nothing of Django is imported until one of them runs.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from luwte.cli.desk import Desk, Sheet
from luwte.cli.exits import Exit, UsageRefused
from luwte.cli.group import Verb, Verbs
from luwte.cli.language import Language
from luwte.cli.options import LanguageOption
from luwte.words import N_

CHECKING = N_("Checking the log")
WHOLE = N_("The log is whole from line {since} to line {number}.")
EMPTY = N_("The log is whole: nothing stands in it yet.")
NOT_WHOLE = N_("The log is not whole: see the errors above.")
EXPORTING = N_("Writing the log")
NO_REGISTER = N_("--register must be the whole address of your register of processing activities, not '{given}'.")
TAKEN = N_("{file} is there already. Choose another name.")
WRITTEN = N_("{count} lines written to {file}, in the terms of {standard}.")
REMOVED = N_("Content removed from {count} lines. The lines and the hashes of their content stay.")
WOULD = N_("Content would be removed from {count} lines. Nothing was changed.")
NO_TOKEN = N_("The log knows no person or household by this name, so there is nothing to forget.")
FORGOTTEN = N_("Forgotten: {count} lines tell of nobody now, and their content is gone.")
HEADINGS = (N_("What was done"), N_("Kept for"), N_("Over term"), N_("Mark"), N_("Source"))

Since = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help=N_("Begin at a checkpoint that was kept elsewhere; at the first line where left out."),
        show_default=False,
    ),
]
Save = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help=N_("Keep the end of the log as a checkpoint, when it is whole."), show_default=False
    ),
]
Out = Annotated[
    Path, typer.Argument(metavar="OUT", help=N_("File to write, one line of JSON each."), show_default=False)
]
Register = Annotated[
    str,
    typer.Option(
        metavar="URI",
        help=N_("Address of your register of processing activities; the act is added to it."),
        show_default=False,
    ),
]
TermsFile = Annotated[
    Path | None,
    typer.Option("--terms", metavar="FILE", help=N_("Terms of your own; the bundled ones where left out.")),
]
Preview = Annotated[bool, typer.Option("--preview", help=N_("Only tell what would be done."))]
Thing = Annotated[
    str, typer.Argument(metavar="KIND:KEY", help=N_("Who to forget, such as household:H12."), show_default=False)
]
Reason = Annotated[
    str, typer.Option(metavar="TEXT", help=N_("Why; it stays on the log, so name nobody."), show_default=False)
]

log = typer.Typer(cls=Verbs, help=N_("The log: who did and read what. Check it, hand it over, keep its terms."))


def check(since: Since = None, save: Save = None, language: LanguageOption = Language.NL) -> None:
    """Check that every line of the log is what was written, in its place, and that none is missing."""
    desk = Desk.speaking(language)
    _start()
    from luwte_web.audit import files, selectors
    from luwte_web.audit.check import BEGINNING

    begin = files.read_checkpoint(since) if since else BEGINNING
    with desk.progress() as progress:
        progress(CHECKING)
        end = selectors.end()
        found = list(selectors.faults(begin))
    desk.findings(found)
    if found:
        desk.tell(NOT_WHOLE)
        raise typer.Exit(Exit.REFUSED)
    if save is not None:
        files.write_checkpoint(save, end)
    if end == BEGINNING:
        desk.say(EMPTY)
    else:
        desk.say(WHOLE, since=desk.number(begin.number or 1), number=desk.number(end.number))


def export(out: Out, register: Register, language: LanguageOption = Language.NL) -> None:
    """Write the log in the terms of the Dutch standard Logboek dataverwerkingen. That is put on the log as well."""
    desk = Desk.speaking(language)
    if out.exists():
        raise UsageRefused(TAKEN, file=str(out))
    if "://" not in register:
        raise UsageRefused(NO_REGISTER, given=register)
    _start()
    from luwte_web.accounts.actors import SYSTEM
    from luwte_web.audit import files
    from luwte_web.audit.spans import STANDARD

    with desk.progress() as progress:
        progress(EXPORTING)
        count = files.export(SYSTEM, out, register)
    desk.say(WRITTEN, count=desk.number(count), file=str(out), standard=STANDARD)


def retain(terms: TermsFile = None, preview: Preview = False, language: LanguageOption = Language.NL) -> None:
    """Remove the content of lines whose term is over. The lines themselves stay, and the log still checks as whole."""
    desk = Desk.speaking(language)
    _start()
    from luwte_web.accounts.actors import SYSTEM
    from luwte_web.audit import selectors, services
    from luwte_web.audit.acts import NAMES
    from luwte_web.audit.terms import load_terms

    kept, now = load_terms(terms), datetime.now(UTC)
    counts = selectors.over_term(kept, now) if preview else services.retain(SYSTEM, kept, now)
    words = desk.words
    headings = [words.text(heading) for heading in HEADINGS]
    rows = [
        [
            words.text(NAMES[act]),
            words.count("{n} year", "{n} years", term.years),
            desk.number(counts[act]),
            words.text(term.mark.value),
            term.source,
        ]
        for act, term in kept
    ]
    desk.table(Sheet(headings, rows, numeric=frozenset({2})))
    desk.say(WOULD if preview else REMOVED, count=desk.number(sum(counts.values())))


def forget(thing: Thing, reason: Reason, language: LanguageOption = Language.NL) -> None:
    """Make the log forget whom its lines are about: one person or household, for good."""
    desk = Desk.speaking(language)
    _start()
    from luwte_web.accounts.actors import SYSTEM
    from luwte_web.audit import services

    count = services.forget(SYSTEM, thing, reason)
    if count is None:
        raise UsageRefused(NO_TOKEN)
    desk.say(FORGOTTEN, count=desk.number(count))


def _start() -> None:
    from luwte_web.start import start

    start()


for verb in (check, export, retain, forget):
    log.command(verb.__name__, cls=Verb)(verb)
