# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte inspections`: keep the terms of photos, drafts and sheets of inspections.

Nothing of Django is imported until it runs.
"""

from pathlib import Path
from typing import Annotated

import typer

from luwte.cli.desk import Desk, Sheet
from luwte.cli.group import Verb, Verbs
from luwte.cli.language import Language
from luwte.cli.options import LanguageOption, ReasonOption
from luwte.model.findings import InputRefused
from luwte.words import N_

HEADINGS = (N_("what is kept"), N_("kept for"), N_("term over"), N_("how sure"), N_("source"))
LOOKED = N_("Nothing was changed: this was a preview. To remove it for good, give --yes.")
REMOVED = N_("Removed for good. What was answered and agreed stays in the registry. It is on the log of each location.")
LEFT_BEHIND = N_("Backups still hold it: end those by their own term.")

TermsFile = Annotated[
    Path | None,
    typer.Option("--terms", metavar="FILE", help=N_("Terms of your own; the bundled ones where left out.")),
]
Yes = Annotated[bool, typer.Option("--yes", help=N_("Remove it for good; without this, only tell what would go."))]

inspections = typer.Typer(
    cls=Verbs, no_args_is_help=True, help=N_("What is kept of inspections beside the registry: remove it by its term.")
)


def retain(
    reason: ReasonOption = "", terms: TermsFile = None, yes: Yes = False, language: LanguageOption = Language.NL
) -> None:
    """Remove photos, drafts and sheets of inspections whose term is over: a preview, until --yes is given."""
    desk = Desk.speaking(language)
    from luwte_web.start import start

    start()
    from luwte_web.accounts.actors import SYSTEM
    from luwte_web.records import inspections as kept
    from luwte_web.records.inspection_terms import KEPT, load_inspection_terms
    from luwte_web.registry.refusals import ChangeRefused

    known, words = load_inspection_terms(terms), desk.words
    try:
        counts = kept.retain(SYSTEM, known, reason) if yes else kept.over_term(known)
    except ChangeRefused as refused:
        raise InputRefused(refused.findings) from None
    rows = [
        [
            words.text(KEPT[term.what]),
            words.count("{n} year", "{n} years", term.years),
            desk.number(counts[term.what]),
            words.text(term.mark.value),
            term.source,
        ]
        for term in known
    ]
    desk.table(Sheet([words.text(heading) for heading in HEADINGS], rows, numeric=frozenset({2})))
    desk.say(REMOVED if yes else LOOKED)
    if yes:
        desk.tell(LEFT_BEHIND)


inspections.command("retain", cls=Verb)(retain)
