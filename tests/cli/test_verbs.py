# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The verbs of the library and of the command line are the same, and the library shows nothing else."""

import pytest
import typer

import luwte
from luwte.cli.app import app


def test_nothing_leaks() -> None:
    assert dir(luwte) == luwte.__all__
    own = {name for name, value in vars(luwte).items() if getattr(value, "__module__", "").startswith("luwte.")}
    assert own <= {*luwte.__all__, "__getattr__", "__dir__"}
    with pytest.raises(AttributeError):
        _ = luwte.nothing_of_the_kind


@pytest.mark.parametrize("verb", ["distribute", "place", "plan"])
def test_a_verb_is_a_function_and_a_command(verb: str) -> None:
    assert callable(getattr(luwte, verb))
    assert verb in typer.main.get_group(app).commands
