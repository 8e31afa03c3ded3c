# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every provision: what it says, which function computes it and how many law cases try that, or what people decide."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from luwte.law.computed import Computed, computed
from luwte.law.explain import MARKS, cite
from luwte.law.provision import Provision
from luwte.law.provisions import Rule, catalogue
from luwte_web.pages import columns
from luwte_web.pages.answers import Page
from luwte_web.pages.law.asked import AskedOfLaw, law_page
from luwte_web.pages.reader import Reader
from luwte_web.pages.tables import Table

DOCUMENT = "docs/law/provisions.md"


@dataclass(frozen=True, slots=True)
class Known:
    """A provision, what it says, and what computes it."""

    provision: Provision
    rule: Rule
    computed: Computed

    @property
    def is_computed(self) -> bool:
        """Whether a function computes it, in whole or in part."""
        return bool(self.computed.by)


@law_page
def provisions(asked: AskedOfLaw) -> Page:
    """The list, counted."""
    reader, all_of_them = asked.reader, known_provisions()
    rules = [one for one in all_of_them if one.is_computed]
    people = [one for one in all_of_them if one.rule.person]
    counts = {
        "all": len(all_of_them),
        "computed": len(rules),
        "people": len(people),
        "only_people": len(all_of_them) - len(rules),
        "cases": sum(one.computed.cases for one in all_of_them),
        "with_sides": sum(one.computed.sides > 0 for one in all_of_them),
    }
    tables = (computed_table(reader, rules), people_table(reader, people))
    return Page("provisions.html", reader.text("The provisions"), {"counts": counts, "document": DOCUMENT}, tables)


def known_provisions() -> tuple[Known, ...]:
    """All provisions in the order of the law."""
    found = ((catalogue().provision(rule), rule) for rule in catalogue().provisions)
    return tuple(Known(provision, rule, computed()[provision.citation]) for provision, rule in found)


def computed_table(reader: Reader, rows: Sequence[Known]) -> Table[Any]:
    """What is computed, by which functions, and how many law cases try it."""
    shown = (
        _provision(reader),
        columns.words(reader.text("What it says"), lambda one: reader.text(one.rule.rule)),
        columns.counts(reader, reader.text("Law cases"), lambda one: one.computed.cases),
        columns.counts(reader, reader.text("of these on either side of its limit"), lambda one: one.computed.sides),
        columns.words(reader.text("Computed by"), lambda one: ", ".join(one.computed.by), language="en"),
        columns.words(reader.text("How sure"), lambda one: reader.text(MARKS[one.rule.mark])),
    )
    return Table.of("computed", reader.text("What Luwte computes"), shown, rows)


def people_table(reader: Reader, rows: Sequence[Known]) -> Table[Any]:
    """What people decide, and why no rule does."""
    shown = (
        _provision(reader),
        columns.words(reader.text("What people decide"), lambda one: reader.text(one.rule.person)),
        columns.words(reader.text("Why no rule computes it"), lambda one: reader.text(one.computed.because)),
    )
    return Table.of("people", reader.text("What people decide"), shown, rows)


def _provision(reader: Reader) -> Any:
    return columns.words(
        reader.text("Article"), lambda one: cite(one.provision, reader.words), lambda one: one.provision.link
    )
