# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Starting Luwte: nobody waits for what another verb needs, and help says of each verb what the verb says of itself."""

import subprocess
import sys
from importlib import import_module

import pytest
import typer

from luwte.cli.app import VERBS
from luwte.cli.exits import Exit
from luwte_web.command import VERBS as OF_THE_PAGES

HEAVY = ("numpy", "numba", "polars", "highspy", "pyxform", "xlsxwriter", "PIL", "django")
LOADED = f"""
import sys
from luwte_web.command import main
sys.argv = ["luwte", *sys.argv[1:]]
try:
    main()
finally:
    print("loaded:", *(name for name in {HEAVY!r} if name in sys.modules))
"""


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["no-such-verb"]])
def test_help_waits_for_nothing_that_computes(words: list[str]) -> None:
    done = subprocess.run([sys.executable, "-c", LOADED, *words], capture_output=True, text=True, check=False)
    assert done.returncode == (Exit.USAGE if words == ["no-such-verb"] else Exit.DONE)
    assert done.stdout.splitlines()[-1] == "loaded:"


@pytest.mark.parametrize(("name", "where", "summary"), [*VERBS, *OF_THE_PAGES], ids=lambda each: str(each)[:12])
def test_help_says_of_each_verb_what_the_verb_says_of_itself(name: str, where: str, summary: str) -> None:
    module, _, attribute = where.partition(":")
    verb = getattr(import_module(module), attribute)
    told = verb.info.help if isinstance(verb, typer.Typer) else verb.__doc__
    assert " ".join(told.split("\n\n")[0].split()) == summary, name
