# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Findings by kind, in words: how many of each, and the first of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from luwte.model.describe import SEVERITIES, describe
from luwte.model.findings import Finding, Severity
from luwte.words import Words

SHOWN_OF_A_KIND = 8
ORDER = list(Severity)


@dataclass(frozen=True, slots=True)
class Group:
    """All findings of one kind: the first in words, how many more there are, and how to mend them."""

    severity: Severity
    severity_text: str
    norm: str | None
    shown: Sequence[str]
    more: int
    mend: str

    @property
    def count(self) -> int:
        """How many findings of this kind there are."""
        return len(self.shown) + self.more


def groups(findings: Iterable[Finding], words: Words) -> Sequence[Group]:
    """Groups with the gravest first, in the order in which their first finding stands."""
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        by_code.setdefault(finding.kind.code, []).append(finding)
    made = [_group(found, words) for found in by_code.values()]
    return sorted(made, key=lambda group: ORDER.index(group.severity))


def _group(found: Sequence[Finding], words: Words) -> Group:
    kind = found[0].kind
    told = [describe(finding, words) for finding in found[:SHOWN_OF_A_KIND]]
    return Group(
        severity=kind.severity,
        severity_text=words.text(SEVERITIES[kind.severity]),
        norm=kind.norm,
        shown=[_sentence(what) for what, _ in told],
        more=len(found) - len(told),
        mend=_sentence(told[0][1]),
    )


def _sentence(text: str) -> str:
    """A text that begins with a capital and ends with a stop."""
    whole = text[:1].upper() + text[1:]
    return whole if not whole or whole[-1] in ".!?…" else f"{whole}."
