# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Questions that people ask at an evening about reception, with what is known: its source, and how sure it is."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Self

import yaml
from pydantic import BaseModel, ConfigDict, model_validator

from luwte.law.ways import latest_pair
from luwte.model.marks import Mark
from luwte.reporting.law.ways import euros
from luwte.reporting.paper import Question
from luwte.words import N_, Words

FILE = Path(__file__).parent / "questions.yaml"
SOURCE = N_("{source}; {mark}")
HOW_SURE = {
    Mark.PUBLISHED: N_("read in the source"),
    Mark.SECONDARY: N_("told by others"),
    Mark.RECONSTRUCTED: N_("computed back from other figures"),
    Mark.ASSUMPTION: N_("an assumption of ours"),
}


class InTwo(BaseModel):
    """A text in both languages."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    en: str
    nl: str

    def told(self, language: str) -> str:
        """The text in one of them."""
        return self.nl if language == "nl" else self.en


class Answered(BaseModel):
    """A question with its answer; what is claimed has a source and a mark, what claims nothing has neither."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    asked: InTwo
    answer: InTwo
    source: InTwo | None = None
    mark: Mark | None = None

    @model_validator(mode="after")
    def _sourced(self) -> Self:
        if (self.source is None) != (self.mark is None):
            raise ValueError("a source and its mark come together")
        return self


@cache
def answered() -> tuple[Answered, ...]:
    """All questions in their order; a fault in the file raises `pydantic.ValidationError`."""
    return tuple(Answered.model_validate(one) for one in yaml.safe_load(FILE.read_text(encoding="utf-8")))


def questions(words: Words) -> Iterator[Question]:
    """Every question in one language, with the known costs filled in, and its source and mark."""
    regular, emergency = latest_pair()
    costs = {
        "year": regular.year,
        "regular": euros(Decimal(regular.eur), words),
        "emergency": euros(Decimal(emergency.eur), words),
    }
    for one in answered():
        answer = one.answer.told(words.language).format(**costs)
        yield Question(one.asked.told(words.language), answer, _source(one, words))


def _source(one: Answered, words: Words) -> str:
    if one.source is None or one.mark is None:
        return ""
    return words.text(SOURCE, source=one.source.told(words.language), mark=words.text(HOW_SURE[one.mark]))
