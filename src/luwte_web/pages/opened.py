# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Plans at addresses of their own: `/plan-0123456789ab/` opens a stored plan with all its pages, beside the one shown.

The first part of the address is taken off before a page is looked for, and put before every address that the page
makes; so all links of an opened plan stay within it, and no page knows about it.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.http import HttpRequest, HttpResponse
from django.urls import get_script_prefix, reverse, set_script_prefix

from luwte_web.artefacts import selectors
from luwte_web.artefacts.selectors import Shown

LENGTH = 12  # characters of a plan's address that tell it apart
OWN = re.compile(rf"plan-(?P<start>[0-9a-f]{{{LENGTH}}})/")
ASKED = "LUWTE_PLAN"

Answer = Callable[[HttpRequest], HttpResponse]


def at_its_own_address(answer: Answer) -> Answer:
    """Middleware: open the plan that the address begins with, or the one that is shown."""

    def answered(request: HttpRequest) -> HttpResponse:
        own = OWN.match(request.path_info, 1)
        if own is None:
            return answer(request)
        request.META[ASKED] = own["start"]
        request.path_info = request.path_info[own.end() - 1 :]
        with _prefixed(get_script_prefix() + own[0]):
            return answer(request)

    return answered


def opened(request: HttpRequest) -> Shown | None:
    """The plan whose pages are asked for: that of the address, else the one that is shown; None where there is none."""
    start = request.META.get(ASKED)
    return selectors.stored(start) if start else selectors.shown()


def is_apart(request: HttpRequest) -> bool:
    """Whether a plan is opened at an address of its own."""
    return ASKED in request.META


def to_plan(address: str | None, page: str = "plan") -> str:
    """The page of a stored plan at its own address; `None` is the plan that is shown."""
    root = OWN.sub("", get_script_prefix())
    with _prefixed(f"{root}plan-{address[:LENGTH]}/" if address else root):
        return reverse(page)


@contextmanager
def _prefixed(prefix: str) -> Iterator[None]:
    before = get_script_prefix()
    set_script_prefix(prefix)
    try:
        yield
    finally:
        set_script_prefix(before)
