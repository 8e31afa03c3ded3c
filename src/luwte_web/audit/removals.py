# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Which content was removed by right: a later line says so, and that line keeps its own content for good."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from luwte_web.audit.acts import Act
from luwte_web.audit.chain import JSON, Sealed

ACT, BEFORE, LINES = "act", "before", "lines"  # what the content of a line says that removed by term


class Removal(NamedTuple):
    """A line that tells of a removal."""

    number: int
    act: str
    kind: str
    thing: str
    content: str | None


@dataclass
class Removals:
    """The moment before which the content of each act was removed, and who was forgotten by which line."""

    before: dict[str, str] = field(default_factory=dict)
    forgotten: dict[tuple[str, str], int] = field(default_factory=dict)

    @classmethod
    def told_by(cls, lines: Iterable[Removal]) -> "Removals":
        """What these lines say was removed, in the order of their numbers."""
        told = cls()
        for line in lines:
            if line.act == Act.FORGET:
                told.forgotten[line.kind, line.thing] = line.number
            else:
                content = _read(line.content)
                act, before = str(content.get(ACT, "")), str(content.get(BEFORE, ""))
                told.before[act] = max(before, told.before.get(act, ""))
        return told

    def tell_of(self, line: Sealed) -> bool:
        """Whether the content of this line was removed by right."""
        return line.moment < self.before.get(line.act, "") or line.number < self.forgotten.get(
            (line.kind, line.thing), 0
        )


def _read(content: str | None) -> Mapping[str, JSON]:
    """The content, or nothing where somebody spoiled it: the check tells of that line itself."""
    try:
        read = json.loads(content or "{}")
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}
