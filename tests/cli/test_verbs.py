# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The verbs of the library and of the command line are the same, and the library shows nothing else."""

from types import ModuleType

import pytest
import typer

import luwte
from luwte.cli.app import app


def test_nothing_leaks() -> None:
    shown = {
        name for name, value in vars(luwte).items() if not name.startswith("_") and not isinstance(value, ModuleType)
    }
    assert shown == set(luwte.__all__)


@pytest.mark.parametrize("verb", ["distribute", "place", "plan"])
def test_a_verb_is_a_function_and_a_command(verb: str) -> None:
    assert callable(getattr(luwte, verb))
    assert verb in typer.main.get_group(app).commands
