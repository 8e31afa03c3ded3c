# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Questions as they stand on the form: what is asked, what was said, what is wrong with it, and where it comes from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from luwte.model.quality import Answer
from luwte.quality.answers import misses_bar
from luwte.quality.catalogue import load_catalogue
from luwte.quality.norm import Kind, Norm
from luwte.reporting import norms as called
from luwte.words import N_
from luwte_web.inspections.answering import NOTHING, Says, said
from luwte_web.inspections.asked import LAST_TIME, WHOLE, Asked
from luwte_web.inspections.models import Photo, Sheet
from luwte_web.pages.reader import NONE, Reader

BEYOND = N_(
    "This value does not reach what is asked ({asked}). It will count as not met, whatever is chosen. Measure again, "
    "or change the answer: you decide."
)
TITLES: Mapping[str, str] = {LAST_TIME: N_("What failed last time"), WHOLE: N_("The whole form")}


@dataclass(frozen=True, slots=True)
class Question:
    """One question with what somebody says; `seen` marks what stands in the database, `there` is what clashes."""

    norm: Norm
    title: str
    asked: str
    hint: str
    sources: Sequence[called.Told]
    unit: str
    is_measured: bool
    says: Says
    seen: str
    told: str
    photos: Sequence[Photo] = ()
    wrong: Sequence[tuple[str, str]] = ()
    there: str = ""

    @property
    def is_answered(self) -> bool:
        """Whether an answer is chosen."""
        return self.says.answer is not None


@dataclass(frozen=True)
class Tried:
    """What was typed and not saved, by norm: the words, and why not."""

    says: Mapping[str, Says] = field(default_factory=dict)
    wrong: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    there: Mapping[str, Says] = field(default_factory=dict)


def questions_of(
    reader: Reader, norms: Sequence[Norm], sheet: Sheet | None, tried: Tried | None = None
) -> list[Question]:
    """The questions of one page in their order."""
    tried = tried or Tried()
    known = {one.norm: said(one) for one in sheet.given.all()} if sheet else {}
    photos = list(sheet.photos.defer("content")) if sheet else []
    return [_question(reader, norm, known.get(norm.id, NOTHING), photos, tried) for norm in norms]


def _question(reader: Reader, norm: Norm, known: Says, photos: Sequence[Photo], tried: Tried) -> Question:
    says = tried.says.get(norm.id, known)
    return Question(
        norm=norm,
        title=norm.title[reader.language],
        asked=called.asked(norm, reader.words),
        hint=norm.hint.get(reader.language, ""),
        sources=list(called.sources(norm, load_catalogue(), reader.words)),
        unit=norm.measure.unit.get(reader.language, ""),
        is_measured=norm.measure.kind is not Kind.BOOLEAN,
        says=says,
        seen=known.mark,
        told=beyond(reader, norm, says),
        photos=[photo for photo in photos if photo.norm == norm.id],
        wrong=tried.wrong.get(norm.id, ()),
        there=spoken(reader, tried.there[norm.id]) if norm.id in tried.there else "",
    )


def beyond(reader: Reader, norm: Norm, says: Says) -> str:
    """What to tell where a value contradicts the answer; nothing where it does not."""
    if says.answer not in (Answer.MET, Answer.PARTLY) or not misses_bar(norm, says.value):
        return ""
    return reader.text(BEYOND, asked=called.asked(norm, reader.words))


def spoken(reader: Reader, says: Says) -> str:
    """What somebody says, in one line: `partly met; 3.5; two rooms`."""
    parts = (reader.name(says.answer) if says.answer else "", measured(reader, says.value), says.note)
    return "; ".join(part for part in parts if part) or NONE


def measured(reader: Reader, value: str) -> str:
    """A measured value as the reader writes numbers; what is no number stands as it is."""
    try:
        return reader.weight(Decimal(value)) if value else ""
    except InvalidOperation:
        return value


def page_title(reader: Reader, page: str) -> str:
    """What a page of the form is called."""
    if page in TITLES:
        return reader.text(TITLES[page])
    return load_catalogue().domains[page][reader.language]


def norms_on(questions: Asked, page: str) -> Sequence[Norm]:
    """The norms of one page; all of them for where there is no line."""
    return [norm for norms in questions.pages.values() for norm in norms] if page == WHOLE else questions.pages[page]


def progress(questions: Asked, sheet: Sheet | None) -> Iterator[tuple[str, int, int]]:
    """Each page with how many of its questions are answered, and how many there are."""
    answered = {one.norm for one in sheet.given.all() if one.answer} if sheet else set()
    for page, norms in questions.pages.items():
        yield page, sum(norm.id in answered for norm in norms), len(norms)
