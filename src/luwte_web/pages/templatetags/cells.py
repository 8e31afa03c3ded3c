# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The cells of a table, written here and not in the template language: a page can have thousands of them."""

from collections.abc import Sequence

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from luwte_web.pages.tables import Cell

register = template.Library()
LINK = '<a class="utrecht-link utrecht-link--html-a" href="{}">{}</a>'
TONE = '<span class="tone tone--{}">{}</span>'
LANGUAGE = ' lang="{}"'
HEADS = {True: '<th scope="row" class="is-number"{}>{}</th>', False: '<th scope="row"{}>{}</th>'}
OTHERS = {True: '<td class="is-number"{}>{}</td>', False: "<td{}>{}</td>"}


@register.simple_tag
def cells(row: Sequence[Cell]) -> SafeString:
    """The cells of a row; the first is its heading."""
    return format_html_join("", "{}", ((_cell(cell, OTHERS if number else HEADS),) for number, cell in enumerate(row)))


def _cell(cell: Cell, forms: dict[bool, str]) -> SafeString:
    language = format_html(LANGUAGE, cell.language) if cell.language else ""
    return format_html(forms[cell.numeric], language, _shown(cell))


def _shown(cell: Cell) -> str:
    if cell.link:
        return format_html(LINK, cell.link, cell.shown)
    return format_html(TONE, cell.tone, cell.shown) if cell.tone else cell.shown
