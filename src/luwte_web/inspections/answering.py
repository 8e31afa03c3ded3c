# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Answer one question of a draft. Nothing is overwritten that the writer did not see: then both words are shown.

    give(actor, inspection, "HOU-001", Says(Answer.PARTLY, "3.5", "two rooms"), seen=NOTHING.mark)

`seen` is the mark of what the writer looked at. A writer may also say anew what it wrote itself: a window that lost its
line does not know whether its last word arrived.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.http import Http404

from luwte.data.cells import LONGEST_TEXT
from luwte.model.findings import Finding
from luwte.model.quality import Answer
from luwte.quality.norm import measured
from luwte_web.accounts.actors import Actor
from luwte_web.inspections.asked import asked
from luwte_web.inspections.faults import NO_NUMBER, TOO_LONG
from luwte_web.inspections.models import MARK_LENGTH, Given, Inspection, Sheet
from luwte_web.inspections.planning import begin
from luwte_web.registry.editing import refuse
from luwte_web.registry.refusals import refusal

NUL = "\0"  # no database takes it


@dataclass(frozen=True, slots=True)
class Says:
    """What somebody says of one norm."""

    answer: Answer | None = None
    value: str = ""
    note: str = ""

    @property
    def mark(self) -> str:
        """Tells whether two words are the same, and nothing of what they are."""
        said = "\0".join((self.answer or "", self.value, self.note))
        return hashlib.sha256(said.encode()).hexdigest()[:MARK_LENGTH]


NOTHING = Says()


class Clash(Exception):  # noqa: N818 - it says what is so
    """Something else stands there than the writer looked at; `there` is what stands there, and nothing was written."""

    def __init__(self, there: Says) -> None:
        super().__init__("changed elsewhere")
        self.there = there


@transaction.atomic
def give(actor: Actor, inspection: Inspection, norm: str, says: Says, seen: str, writer: str = "") -> Says:
    """Write down what a respondent says of a norm, and tell what stands there now.

    Raises Http404 where there is no such question, or the sheet was handed in; ChangeRefused with all that is wrong;
    Clash where something else stands there than was seen.
    """
    sheet = draft(actor, inspection)
    if norm not in asked(inspection):
        raise Http404
    says = Says(says.answer, _plain(says.value), says.note.replace(NUL, "").strip())
    refuse(list(_faults(says, norm)))
    known = sheet.given.filter(norm=norm).first() or Given(sheet=sheet, norm=norm)
    there = said(known)
    if there == says:
        return says
    is_own = bool(writer) and known.writer == writer
    if seen != there.mark and not is_own:
        raise Clash(there)
    known.answer, known.value, known.note, known.writer = says.answer, says.value, says.note, writer
    known.save()
    return says


def draft(actor: Actor, inspection: Inspection) -> Sheet:
    """The sheet of somebody, held until the transaction ends; Http404 once it was handed in."""
    sheet = Sheet.objects.select_for_update().get(pk=begin(actor, inspection).pk)
    if sheet.is_handed_in:
        raise Http404
    return sheet


def said(given: Given) -> Says:
    """What stands in a row."""
    return Says(given.answer, given.value, given.note)


def _plain(value: str) -> str:
    """A number as it is kept, with a point; anything else as it was typed."""
    return value.replace(NUL, "").strip().replace(",", ".")


def _faults(says: Says, norm: str) -> Iterator[Finding]:
    if says.value and measured(says.value) is None:
        yield refusal(NO_NUMBER, norm, value=says.value)
    for text in (says.value, says.note):
        if len(text) > LONGEST_TEXT:
            yield refusal(TOO_LONG, norm, length=len(text), limit=LONGEST_TEXT)
