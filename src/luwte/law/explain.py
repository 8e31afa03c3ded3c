# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A trace in words: every step with its numbers, article, link, source and mark in the reader's language."""

import re
from dataclasses import dataclass

from luwte.law.provision import Provision, Trace, TraceStep
from luwte.model.marks import Mark
from luwte.words import N_, Words

ACT, DECREE = N_("Act"), N_("Decree")
ARTICLE = N_("{instrument} art. {article}")
ARTICLE_AND_PARAGRAPH = N_("{instrument} art. {article}({paragraph})")
MARKS = {
    Mark.PUBLISHED: N_("read in the official text"),
    Mark.SECONDARY: N_("second-hand: from news media or municipalities"),
    Mark.RECONSTRUCTED: N_("computed back from other figures"),
    Mark.ASSUMPTION: N_("an assumption of ours"),
}
NUMBER = re.compile(r"(\d+)(?:\.(\d+))?")


@dataclass(frozen=True, slots=True)
class SpokenStep:
    """One step as a reader sees it; `formula` is empty where it only repeats the result."""

    label: str
    formula: str
    result: str
    citation: str
    link: str
    source: str
    mark: str


def spoken(trace: Trace, words: Words) -> tuple[SpokenStep, ...]:
    """All steps of a trace in one language."""
    return tuple(_spoken_step(step, words) for step in trace.steps)


def cite(provision: Provision, words: Words) -> str:
    """A provision as the language cites it: Decree art. 2.1(3), Besluit art. 2.1 lid 3."""
    instrument = words.text(provision.short)
    if provision.paragraph is None:
        return words.text(ARTICLE, instrument=instrument, article=provision.article)
    return words.text(
        ARTICLE_AND_PARAGRAPH, instrument=instrument, article=provision.article, paragraph=provision.paragraph
    )


def localised(text: str, language: str) -> str:
    """The numbers of a formula as the language writes them: 17.811,5 in Dutch, 17,811.5 in English."""
    group, point = (".", ",") if language == "nl" else (",", ".")
    return NUMBER.sub(lambda found: _grouped(found[1], group) + (point + found[2] if found[2] else ""), text)


def _grouped(digits: str, group: str) -> str:
    return f"{int(digits):,}".replace(",", group)


def _spoken_step(step: TraceStep, words: Words) -> SpokenStep:
    is_text = isinstance(step.value, str)
    formula, shown = (
        (words.text(text) if is_text else localised(text, words.language)) for text in (step.formula, step.shown)
    )
    return SpokenStep(
        label=words.text(step.label),
        formula="" if formula == shown else formula,
        result=shown,
        citation=cite(step.provision, words) if step.provision else "",
        link=step.provision.link if step.provision else "",
        source=words.text(step.source or ""),
        mark=words.text(MARKS[Mark(step.mark)]) if step.mark else "",
    )
