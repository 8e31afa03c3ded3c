# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte backup` and `luwte restore`: everything that is kept in one file, and from that file into an empty database.

Nothing of Django is imported until one of the two runs.
"""

from pathlib import Path
from typing import Annotated

import typer

from luwte.cli.desk import Desk
from luwte.cli.exits import UsageRefused
from luwte.cli.language import Language
from luwte.cli.options import LanguageOption
from luwte.words import N_

TAKEN = N_("{file} is there already. Choose another name.")
NO_FOLDER = N_("The folder of {file} is not there. Make it first.")
NO_FILE = N_("{file} is not there.")
BACKED_UP = N_("The backup is written to {file}. It tells about people: keep it where few can read it.")
SUM = N_("SHA-256 {sum}")
KEY_APART = N_(
    "The secret key of this installation is not in it. Keep {key} apart from the backup: second factors need it."
)
RESTORED = N_("Restored: the backup of {made_at}, made by Luwte {version}, with {rows} rows in {tables} tables.")
OTHER_KEY = N_(
    "The secret key here is another than that of the backup, so second factors cannot be read. Put the old secret_key "
    "into {home}, or let people set theirs up anew."
)

Out = Annotated[Path, typer.Argument(metavar="FILE", help=N_("File to write."), show_default=False)]
Given = Annotated[Path, typer.Argument(metavar="FILE", help=N_("File that luwte backup wrote."), show_default=False)]


def backup(out: Out, language: LanguageOption = Language.NL) -> None:
    """Write everything that is kept into one file, as it is at one moment, while people go on working."""
    desk = Desk.speaking(language)
    if out.exists():
        raise UsageRefused(TAKEN, file=str(out))
    if not out.absolute().parent.is_dir():
        raise UsageRefused(NO_FOLDER, file=str(out))
    from luwte_web.start import start

    start()
    from django.conf import settings

    from luwte_web.operations.backup import backup as write

    with desk.progress() as progress:
        digest = write(out.absolute(), progress)
    desk.say(BACKED_UP, file=str(out))
    desk.say(SUM, sum=digest)
    desk.tell(KEY_APART, key=str(settings.HOME / "secret_key"))


def restore(given: Given, language: LanguageOption = Language.NL) -> None:
    """Bring a backup into a new, empty database; it may be of another sort than the one it was made from."""
    desk = Desk.speaking(language)
    if not given.is_file():
        raise UsageRefused(NO_FILE, file=str(given))
    from luwte_web.start import set_up

    set_up()
    from django.conf import settings

    from luwte_web.operations.archive import key_print
    from luwte_web.operations.restore import restore as bring_back

    with desk.progress() as progress:
        page = bring_back(given, progress)
    rows = sum(written.rows for written in page.tables.values())
    desk.say(RESTORED, made_at=page.made_at, version=page.luwte, rows=desk.number(rows), tables=len(page.tables))
    if page.key != key_print():
        desk.tell(OTHER_KEY, home=str(settings.HOME))
