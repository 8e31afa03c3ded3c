# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What gives answers, and the simplest that does: a folder of files that somebody fetched elsewhere."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn, Protocol

from luwte.data.raw import at, error
from luwte.model.findings import InputRefused
from luwte.words import N_

NOT_JSON = error(
    "refresh.not_json",
    N_("This is no JSON, so it cannot be read."),
    N_("Look whether the address in the contract still gives data, and not a page for people."),
)
NO_FILE = error(
    "refresh.no_file",
    N_("This file is not in the folder."),
    N_("Save there what this address gives, under this name: {address}"),
)
KINDS = (NOT_JSON, NO_FILE)


class Answers(Protocol):
    """Gives the JSON behind an address; `name` is the file that it could be kept in. Raises InputRefused."""

    def __call__(self, name: str, address: str) -> Any:
        """Decimal fractions come as `Decimal`, so that a score is what CBS wrote."""


class Saved:
    """Answers from a folder of files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, name: str, address: str) -> Any:
        """Read one file."""
        try:
            content = (self._folder / name).read_bytes()
        except OSError:
            raise InputRefused((at(NO_FILE, name, address=address),)) from None
        return decoded(content, name)


def decoded(content: bytes, name: str) -> Any:
    """The JSON in an answer; raises InputRefused where there is none."""
    try:
        return json.loads(content.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise InputRefused((at(NOT_JSON, name),)) from None


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)
