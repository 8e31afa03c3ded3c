# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What is written down for the children in a move, child by child, and what is not there yet, in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from luwte_web.pages.locations import Fact
from luwte_web.pages.reader import NONE, Reader
from luwte_web.pages.review.sheet import Sheet
from luwte_web.workspace.best_interests import MISSING, Lack
from luwte_web.workspace.models import BestInterests, ChildView


@dataclass(frozen=True, slots=True)
class Written:
    """What is written down about one child, about the household, or by the guardian."""

    title: str
    facts: tuple[Fact, ...]


def lacking(reader: Reader, missing: Iterable[Lack]) -> Iterator[str]:
    """What is not written down yet; of a child with its key."""
    for lack in missing:
        what = reader.text(MISSING[lack.what])
        yield f"{lack.child}: {what}" if lack.child else what


def written(sheet: Sheet) -> Iterator[Written]:
    """Everything that is written down about this move, for who reads it and does not fill it in."""
    reader = sheet.desk.reader
    for child, view in sheet.views.items():
        yield Written(reader.text("Child {child}", child=child), tuple(_of_child(reader, view)))
    if sheet.weighed is not None:
        yield Written(reader.text("The household"), tuple(_of_household(sheet, sheet.weighed)))
        if any(child not in sheet.views for child in sheet.children.minors):
            yield Written(reader.text("Said before of all children together"), tuple(_together(reader, sheet.weighed)))
    yield Written(reader.text("The guardian"), tuple(_guardian(sheet)))


def _of_child(reader: Reader, view: ChildView) -> Iterator[Fact]:
    said = f" ({reader.name(view.stance)})" if view.stance else ""
    yield Fact(reader.text("The child's views"), (view.view or NONE) + said)
    if view.heard_by:
        yield Fact(reader.text("Heard by"), _heard(reader, view))
    if view.not_heard_because:
        yield Fact(reader.text("Not heard, because"), view.not_heard_because)
    if view.differs:
        yield Fact(reader.text("Different for this child"), view.differs)


def _of_household(sheet: Sheet, record: BestInterests) -> Iterator[Fact]:
    reader = sheet.desk.reader
    yield Fact(reader.text("Family"), record.family or NONE)
    yield Fact(reader.text("Well-being and continuity"), record.wellbeing or NONE)
    yield Fact(reader.text("Safety"), record.safety or NONE)
    if sheet.children.school_age:
        yield Fact(reader.text("School handed over on"), reader.day(record.school_on))
    yield Fact(reader.text("Care handed over on"), reader.day(record.care_on))


def _together(reader: Reader, record: BestInterests) -> Iterator[Fact]:
    """What was written before each child had a view of its own, while it is not known whose words they were."""
    if record.view:
        said = f" ({reader.name(record.view_stance)})" if record.view_stance else ""
        yield Fact(reader.text("The child's views"), record.view + said)
    if record.heard_by:
        yield Fact(reader.text("Heard by"), _heard(reader, record))
    if record.not_heard_because:
        yield Fact(reader.text("Not heard, because"), record.not_heard_because)


def _heard(reader: Reader, record: ChildView | BestInterests) -> str:
    return reader.text("{who} on {day}", who=reader.name(record.heard_by), day=reader.day(record.heard_on))


def _guardian(sheet: Sheet) -> Iterator[Fact]:
    reader, view = sheet.desk.reader, sheet.guardian
    if view is not None:
        said = reader.text("{stance}, on {day}", stance=reader.name(view.stance), day=reader.day(view.given_on))
        yield Fact(reader.text("The guardian"), said)
        yield Fact(reader.text("In the words of the guardian"), view.view or NONE)
