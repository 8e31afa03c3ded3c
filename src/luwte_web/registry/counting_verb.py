# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte headcounts`: let the registry count the children in emergency reception at the end of earlier quarters.

Nothing of Django is imported until it runs.
"""

from typing import TYPE_CHECKING, Annotated

import typer

from luwte.cli.desk import Desk, Sheet
from luwte.cli.language import Language
from luwte.cli.options import LanguageOption, ReasonOption
from luwte.model.findings import InputRefused
from luwte.words import N_

if TYPE_CHECKING:
    from luwte_web.registry.headcounts import Count

HEADINGS = (N_("day"), N_("kind of site"), N_("children"), N_("of whom amv"), N_("what becomes of it"))
NEW, KNOWN, KEPT = N_("can be kept"), N_("people counted"), N_("is kept")
SOURCE = N_("counted by the registry from its stays, as known on {day}")
SINCE = N_("The registry knows everybody from {day} on; of earlier days it tells nothing.")
EMPTY = N_("The registry is empty.")
NONE = N_("No quarter ended since then and before today.")
LOOKED = N_("Nothing was written: this was a preview. To keep what nobody counted yet, give --yes.")
WRITTEN = N_("Written to headcounts, as reconstructed. What people counted stays as it is.")

Yes = Annotated[bool, typer.Option("--yes", help=N_("Keep the counts; without this, only tell them."))]


def headcounts(reason: ReasonOption = "", yes: Yes = False, language: LanguageOption = Language.NL) -> None:
    """Count children in emergency reception at the end of earlier quarters: a preview, until --yes is given."""
    desk = Desk.speaking(language)
    from luwte_web.start import start

    start()
    from luwte_web.accounts.actors import SYSTEM
    from luwte_web.registry import headcounts as counting
    from luwte_web.registry.days import today
    from luwte_web.registry.refusals import ChangeRefused

    first = counting.first_day()
    if first is None:
        desk.say(EMPTY)
        return
    desk.say(SINCE, day=first.isoformat())
    found = counting.count_quarters()
    if not found:
        desk.say(NONE)
        return
    if yes:
        try:
            counting.keep_counts(SYSTEM, reason, desk.words.text(SOURCE, day=today().isoformat()))
        except ChangeRefused as refused:
            raise InputRefused(refused.findings) from None
    _tell(desk, found, kept=yes)
    desk.say(WRITTEN if yes else LOOKED)


def _tell(desk: Desk, found: "list[Count]", *, kept: bool) -> None:
    from luwte.reporting.labels import KINDS_OF_SITE

    text = desk.words.text
    rows = [
        (
            count.on.isoformat(),
            text(KINDS_OF_SITE[count.kind]),
            desk.number(count.children),
            desk.number(count.amv),
            text((KEPT if kept else NEW) if count.is_new else KNOWN),
        )
        for count in found
    ]
    desk.table(Sheet([text(heading) for heading in HEADINGS], rows, numeric=frozenset({2, 3})))
