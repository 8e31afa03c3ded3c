# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte person`: hand over what is kept about a household or person, and forget a household whose term is over.

Nothing of Django is imported until one of them runs.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from luwte.cli.desk import Desk, Sheet
from luwte.cli.exits import UsageRefused
from luwte.cli.group import Verb, Verbs
from luwte.cli.language import Language
from luwte.cli.options import LanguageOption, ReasonOption
from luwte.model.findings import InputRefused
from luwte.words import N_

if TYPE_CHECKING:
    from luwte_web.records.forgetting import Outlook

TAKEN = N_("{out} is there already. Choose another name.")
NO_FOLDER = N_("The folder in which {out} should come is not there. Make it first.")
HANDED = N_("{count} versions written to {out}: record.json for programs, record.txt for people. It is on the log.")
PRIVATE = N_("It tells about people: hand it to nobody but them or who acts for them.")
TERM = N_("Left on {left}: {due}. It may be forgotten from {may}, and must from {must} ({mark}: {source}).")
NOT_LEFT = N_("The household lives in reception: it cannot be forgotten.")
MENTIONED = N_("Named in {count} versions about other households, which are kept without it.")
STORED = N_("These stored plans and tables name it:")
STAYS = N_("stays, because {why}")
CAN_GO = N_("can be deleted with --plans")
GOES = N_("is deleted")
LEFT_BEHIND = N_("Plans and tables that stay still hold its pseudonym. So do backups: end those by their own term.")
LOOKED = N_("Nothing was changed: this was a preview. To forget it for good, give --yes.")
FORGOTTEN = N_("Forgotten. The lines of the log stay and tell of nobody.")
HEADINGS = (N_("table"), N_("versions"))
STORED_HEADINGS = (N_("address"), N_("kind"), N_("what becomes of it"))
SHOWN = 12

Key = Annotated[str, typer.Argument(metavar="KEY", help=N_("Key of a household or of a person."), show_default=False)]
Household = Annotated[str, typer.Argument(metavar="HOUSEHOLD", help=N_("Key of the household."), show_default=False)]
Out = Annotated[Path, typer.Argument(metavar="OUT", help=N_("New folder for the record."), show_default=False)]
Yes = Annotated[bool, typer.Option("--yes", help=N_("Forget it for good; without this, only tell what would go."))]
Early = Annotated[bool, typer.Option("--early", help=N_("Forget it before its term, because it must go by right."))]
Plans = Annotated[bool, typer.Option("--plans", help=N_("Delete stored plans and tables that name it as well."))]

person = typer.Typer(cls=Verbs, help=N_("What is kept about a household or person: hand it over, or forget it."))


def export(key: Key, out: Out, language: LanguageOption = Language.NL) -> None:
    """Write everything that is kept about a household or person, as JSON and as text. It is put on the log."""
    desk = Desk.speaking(language)
    if out.exists():
        raise UsageRefused(TAKEN, out=str(out))
    if not out.absolute().parent.is_dir():
        raise UsageRefused(NO_FOLDER, out=str(out))
    _start()
    from luwte_web.accounts.actors import SYSTEM
    from luwte_web.records.handing_over import hand_over
    from luwte_web.registry.refusals import ChangeRefused

    try:
        count = hand_over(SYSTEM, key, out, desk.words)
    except ChangeRefused as refused:
        raise InputRefused(refused.findings) from None
    desk.say(HANDED, count=desk.number(count), out=str(out))
    desk.tell(PRIVATE)


def forget(
    household: Household,
    reason: ReasonOption = "",
    yes: Yes = False,
    early: Early = False,
    with_plans: Plans = False,
    language: LanguageOption = Language.NL,
) -> None:
    """Forget a household that left, when its term is over: a preview, until --yes is given."""
    desk = Desk.speaking(language)
    _start()
    from luwte_web.accounts.actors import SYSTEM
    from luwte_web.records import forgetting
    from luwte_web.records.terms import load_terms
    from luwte_web.registry.refusals import ChangeRefused

    terms = load_terms()
    try:
        if yes:
            seen = forgetting.forget(SYSTEM, household, terms, reason, early=early, with_plans=with_plans)
        else:
            seen = forgetting.outlook(household, terms)
    except ChangeRefused as refused:
        raise InputRefused(refused.findings) from None
    _tell(desk, seen)
    _tell_stored(desk, seen, goes=yes and with_plans)
    desk.say(FORGOTTEN if yes else LOOKED)


def _tell(desk: Desk, seen: "Outlook") -> None:
    """What goes, and by which term."""
    from luwte_web.records.terms import DUES

    rows = [(table, desk.number(count)) for table, count in seen.versions.items()]
    desk.table(Sheet([desk.words.text(heading) for heading in HEADINGS], rows, frozenset({1})))
    if seen.mentions:
        desk.say(MENTIONED, count=desk.number(seen.mentions))
    if seen.left is None:
        desk.say(NOT_LEFT)
        return
    term, words = seen.term, desk.words
    may, must = (term.day(seen.left, years).isoformat() for years in (term.may, term.must))
    due, mark = words.text(DUES[seen.due]), words.text(term.mark.value)
    desk.say(TERM, left=seen.left.isoformat(), due=due, may=may, must=must, mark=mark, source=term.source)


def _tell_stored(desk: Desk, seen: "Outlook", *, goes: bool) -> None:
    """Which stored plans and tables name the household, and what becomes of each."""
    from luwte_web.records.plans import KEPT_FOR

    if not seen.stored:
        return
    words = desk.words
    desk.say(STORED)
    rows = [
        (
            each.artefact.pk[:SHOWN],
            words.text(str(each.artefact.kind)),
            words.text(STAYS, why=words.text(KEPT_FOR[each.kept_for]))
            if each.kept_for
            else words.text(GOES if goes else CAN_GO),
        )
        for each in seen.stored
    ]
    desk.table(Sheet([words.text(heading) for heading in STORED_HEADINGS], rows))
    desk.say(LEFT_BEHIND)


def _start() -> None:
    from luwte_web.start import start

    start()


for verb in (export, forget):
    person.command(verb.__name__, cls=Verb)(verb)
