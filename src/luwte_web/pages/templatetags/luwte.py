# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Pieces of pages: tables, filters, parts of a long table, and values written for the reader."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import template
from django.http import QueryDict
from django.template.context import Context
from django.utils.translation import get_language

from luwte.words import words_in
from luwte_web.pages.downloads import FORMS
from luwte_web.pages.reader import Reader
from luwte_web.pages.tables import Table

register = template.Library()
SHORT_HASH = 12


def _reader() -> Reader:
    return Reader(words_in(get_language() or "nl"))


@register.filter
def number(value: int | None) -> str:
    """A whole number with separators."""
    return _reader().number(value)


@register.filter
def weight(value: Decimal | None) -> str:
    """Weighed persons."""
    return _reader().weight(value)


@register.filter
def signed(value: int | None) -> str:
    """A difference with its sign."""
    return _reader().signed(value)


@register.filter
def share(value: Fraction | None) -> str:
    """A percentage."""
    return _reader().share(value)


@register.filter
def day(value: date | None) -> str:
    """A day written out."""
    return _reader().day(value)


@register.filter
def short(value: str) -> str:
    """The first characters of a hash, enough to compare by eye."""
    return value[:SHORT_HASH]


@register.filter
def named(code: str, names: Mapping[str, str]) -> str:
    """What a code is called; a code without a name stands for itself."""
    return _reader().text(names.get(code, code))


@register.filter
def key(tables: Mapping[str, Table[Any]], name: str) -> Table[Any]:
    """The table of a page with that key."""
    return tables[name]


@register.inclusion_tag("luwte/pieces/table.html", takes_context=True)
def data_table(context: Context, table: Table[Any]) -> dict[str, Any]:
    """A table with its caption, headings and downloads."""
    query: QueryDict = context["query"].copy()
    query.pop("page", None)
    downloads = []
    for form in FORMS:
        query["table"], query["as"] = table.key, form
        downloads.append((form.upper(), "?" + query.urlencode()))
    return {"table": table, "downloads": downloads, "in_parts": "parts" in context}


@register.inclusion_tag("luwte/pieces/filters.html")
def filter_form(filters: Any, action: str, label: str) -> dict[str, Any]:
    """The form of a list; it works without script, by its address."""
    return {"filters": filters, "action": action, "label": label}


@register.inclusion_tag("luwte/pieces/paging.html")
def paging(parts: Any) -> dict[str, Any]:
    """Links to the parts of a long table."""
    return {"parts": parts}
