# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Read a page as its reader's tools do: links, headings, tables, and what a strict content policy would refuse."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin

VOID = frozenset({"meta", "link", "img", "input", "br", "hr", "path", "circle", "rect"})


@dataclass
class Sheet:
    """One table of a page."""

    key: str = ""
    headings: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


@dataclass
class Seen(HTMLParser):
    """What stands on a page."""

    address: str
    language: str = ""
    title: str = ""
    links: set[str] = field(default_factory=set)
    headings: list[str] = field(default_factory=list)
    sheets: dict[str, Sheet] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    of_language: dict[str, str] = field(default_factory=dict)
    _open: list[str] = field(default_factory=list)
    _sheet: Sheet | None = None

    def __post_init__(self) -> None:
        """Begin at the top."""
        HTMLParser.__init__(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        has = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self._open.append(tag)
        self._refuse(tag, has)
        if tag == "html":
            self.language = has.get("lang", "")
        if tag in ("h1", "h2", "h3"):
            self.headings.append(f"{tag} ")
        if tag == "a" and "href" in has:
            self.links.add(urldefrag(urljoin(self.address, has["href"])).url)
            if "hreflang" in has:
                self.of_language[has["hreflang"]] = has["href"]
        if tag in ("select", "input"):
            self.fields[has.get("name", "")] = has.get("value", "")
        self._table(tag, has)

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        if tag in self._open:
            while self._open.pop() != tag:
                pass
        if tag == "table":
            self._sheet = None

    def handle_data(self, data: str) -> None:
        """Words."""
        if self._open and self._open[-1] == "title" and "svg" not in self._open:
            self.title += data
        for tag in ("h1", "h2", "h3"):
            if tag in self._open:
                self.headings[-1] += data
        if self._sheet and self._sheet.headings and "thead" in self._open and "th" in self._open:
            self._sheet.headings[-1] += data
        if self._sheet and "tbody" in self._open and self._sheet.rows and self._sheet.rows[-1]:
            self._sheet.rows[-1][-1] += data

    def _table(self, tag: str, has: dict[str, str]) -> None:
        if tag == "div" and has.get("class") == "sheet":
            self._sheet = Sheet(has["id"])
            self.sheets[has["id"]] = self._sheet
        if self._sheet is None:
            return
        if tag == "tr" and "tbody" in self._open:
            self._sheet.rows.append([])
        if tag in ("th", "td"):
            (self._sheet.rows[-1] if "tbody" in self._open else self._sheet.headings).append("")

    def _refuse(self, tag: str, has: dict[str, str]) -> None:
        if tag in ("script", "style", "iframe", "object", "embed", "base"):
            self.refused.append(tag)
        self.refused += [f"{tag} {name}" for name in has if name == "style" or name.startswith("on")]
        for name in ("href", "src", "action"):
            if has.get(name, "").startswith(("javascript:", "data:", "http://", "//")) and tag != "a":
                self.refused.append(f"{tag} {name}")


def read_page(address: str, content: bytes) -> Seen:
    """What stands on a page."""
    seen = Seen(address)
    seen.feed(content.decode())
    for sheet in seen.sheets.values():
        sheet.headings = [heading.strip() for heading in sheet.headings]
        sheet.rows = [[cell.strip() for cell in row] for row in sheet.rows]
    return seen
