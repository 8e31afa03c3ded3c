# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a verb of the law was given, kept in its account so that `luwte verify` can ask the verb the same once more."""

from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from luwte.cli.group import Verb
from luwte.cli.planned import seen_from

DIRECTORY, OUT, DAY = "directory", "out", "date"
GIVEN: ContextVar[Mapping[str, Any]] = ContextVar("given")
OPTION_OF: ContextVar[Mapping[str, str]] = ContextVar("option_of")


class Remembering(Verb):
    """A verb that can tell, while it runs, what it was given."""

    def invoke(self, ctx: Any) -> Any:
        """Run the verb."""
        names = {one.name: one.opts[0] for one in ctx.command.params}
        given, options = GIVEN.set(ctx.params), OPTION_OF.set(names)
        try:
            return super().invoke(ctx)
        finally:
            GIVEN.reset(given)
            OPTION_OF.reset(options)


def given_to(out: Path, on: date) -> Mapping[str, Any]:
    """What stands in the account: where the tables lie, the options as words, and files seen from the folder.

    The day is always told, so that the same is asked on another day.
    """
    asked, options, files = GIVEN.get(), dict[str, list[str]](), dict[str, str | None]()
    for name, value in asked.items():
        if name in (DIRECTORY, OUT, DAY) or value is None or value is False:
            continue
        if isinstance(value, Path):
            files[OPTION_OF.get()[name]] = seen_from(out, value)
        else:
            options[OPTION_OF.get()[name]] = list(_words(value))
    if DAY in asked:
        options[OPTION_OF.get()[DAY]] = [on.isoformat()]
    directory = asked.get(DIRECTORY)
    return {"data": seen_from(out, directory) if directory else None, "options": options, "option_files": files}


def _words(value: Any) -> Iterator[str]:
    """A value as it is written after its option; a flag has none."""
    if value is True:
        return
    for one in value if isinstance(value, list | tuple) else (value,):
        yield one.isoformat() if isinstance(one, date) else str(one.value if isinstance(one, Enum) else one)
