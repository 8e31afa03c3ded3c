# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The receipt that every artefact carries: enough to make it again and to see that nothing changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version


@dataclass(frozen=True, slots=True)
class Receipt:
    """Where an artefact comes from. Hashes are SHA-256, hexadecimal; `parameters` maps a name to its file's hash.

    `cut` tells that a limit in seconds, or a person, ended the search: making it again may give another plan.
    """

    software: str
    dataset: str
    reference_date: date
    parameters: Mapping[str, str] = field(default_factory=dict)
    solver: str = ""
    seed: int | None = None
    parents: tuple[str, ...] = ()
    cut: bool = False


def software() -> str:
    """The name and version of the software, as receipts carry it."""
    return f"luwte {version('luwte')}"
