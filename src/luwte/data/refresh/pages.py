# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Answers that come in pages: follow the link to the next one, on the same host, until there is none."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from luwte.data.raw import at, error
from luwte.data.refresh.answers import Answers
from luwte.model.findings import InputRefused
from luwte.words import N_

NEXT = ("odata.nextLink", "@odata.nextLink")

OTHER_SHAPE = error(
    "refresh.other_shape",
    N_("The answer has no list '{list}'."),
    N_("Look whether the address in the contract still gives what it says."),
)
NEXT_ELSEWHERE = error(
    "refresh.next_elsewhere",
    N_("The next page would be on another host, or one that was already read."),
    N_("Try again later; if it stays, report it to who keeps the table."),
)
KINDS = (OTHER_SHAPE, NEXT_ELSEWHERE)


def items(answers: Answers, name: str, address: str, within: str) -> Iterator[dict[str, Any]]:
    """Everything in the list `within` of an answer and of all pages after it; raises InputRefused."""
    seen: set[str] = set()
    page = 1
    while True:
        seen.add(address)
        answer = answers(_page_name(name, page), address)
        found = answer.get(within) if isinstance(answer, dict) else None
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            raise InputRefused((at(OTHER_SHAPE, _page_name(name, page), list=within),))
        yield from found
        link = _next(answer)
        if link is None:
            return
        address, page = _following(link, address, seen, _page_name(name, page)), page + 1


def _page_name(name: str, page: int) -> str:
    return name if page == 1 else name.replace(".json", f".{page}.json")


def _next(answer: dict[str, Any]) -> str | None:
    for key in NEXT:
        if isinstance(answer.get(key), str):
            return str(answer[key])
    links = answer.get("links")
    for link in links if isinstance(links, list) else []:
        if isinstance(link, dict) and link.get("rel") == "next" and isinstance(link.get("href"), str):
            return str(link["href"])
    return None


def _following(link: str, address: str, seen: set[str], name: str) -> str:
    here, there = urlsplit(address), urlsplit(urljoin(address, link))
    following = there._replace(scheme=here.scheme).geturl()
    if there.netloc != here.netloc or following in seen:
        raise InputRefused((at(NEXT_ELSEWHERE, name),))
    return following
