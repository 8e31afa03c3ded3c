# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Provisions of the law: how they are cited, linked and shown in a trace."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Provision:
    """One article of one instrument, in the version that was read; `None` where it is only named."""

    instrument: str
    short: str
    article: str
    paragraph: str | None
    version: date | None

    @property
    def citation(self) -> str:
        """For people: `Decree 2.1(3)`."""
        return f"{self.short} {self.article}" + (f"({self.paragraph})" if self.paragraph else "")

    @property
    def link(self) -> str:
        """The consolidated text on the day of the version, else as it is now."""
        version = f"/{self.version.isoformat()}" if self.version else ""
        return f"https://wetten.overheid.nl/{self.instrument}{version}#Artikel{self.article}"

    @property
    def juriconnect(self) -> str:
        """The Juriconnect reference of the provision."""
        paragraph = f"&lid={self.paragraph}" if self.paragraph else ""
        day = self.version.isoformat() if self.version else ""
        version = f"&z={day}&g={day}" if day else ""
        return f"jci1.3:c:{self.instrument}&artikel={self.article}{paragraph}{version}"


@dataclass(frozen=True, slots=True)
class TraceStep:
    """One step of a computation that a person can redo by hand.

    `label` is an English message id; `formula` the step with its numbers filled in; `value` exact; `shown` how
    it is written; `provision` what it rests on; `source` and `mark` where a number comes from.
    """

    label: str
    formula: str
    value: Fraction | int | str
    shown: str
    provision: Provision | None = None
    source: str | None = None
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """All steps behind one number, in the order in which they are computed."""

    subject: str
    steps: tuple[TraceStep, ...]
