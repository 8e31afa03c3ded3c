# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The command line: one module per verb, on one small skeleton.

How to add a verb:

1. Write `cli/<verb>.py` with one public function named after the verb. Its parameters are Typer options; the shared
   ones stand in `cli/options.py`. Its docstring, in English, is the help text; help texts of its own options are
   marked with `N_`. All of them are translated when they are shown.
2. Open a desk, `desk = Desk.speaking(language)`, and speak through it: `desk.say`, `desk.table`,
   `desk.findings`, `with desk.progress() as progress`. Results go to standard output, all else to standard error.
3. Raise `InputRefused(findings)` when the input is refused, `Refused(message)` when something else cannot be done,
   `UsageRefused(message)` when options contradict each other. Never print an error yourself and never call
   `sys.exit`: the guard in `cli/group.py` turns what is raised into lines and an exit code (0 done, 1 refused,
   2 usage, 130 stopped).
4. Write files through `cli/folder.py`, so that a stopped command leaves no half file.
5. Register it in `cli/app.py`: `app.command("verb", cls=Verb)(verb)`.

    def distribute(directory: DirectoryArgument = None, language: LanguageOption = Language.NL) -> None:
        \"""Divide the need for places over municipalities by the key of the law.\"""
        desk = Desk.speaking(language)
        with desk.progress() as progress:
            dataset = read(directory, progress=progress)
        desk.findings(dataset.findings)
"""

import sys

from luwte.cli.exits import Exit


def main() -> None:
    """The console script; also usable alone, without the web application."""
    try:
        from luwte.cli.app import app
    except KeyboardInterrupt:
        sys.exit(Exit.STOPPED)
    app()
