# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of pages, in the reader's language."""

from urllib.parse import urlencode

from django.urls import reverse

from luwte.reporting.explained import Voice


def to(page: str, **asked: str) -> str:
    """A list or a single page, with filters where they are given."""
    return reverse(page) + (f"?{urlencode(asked)}" if asked else "")


def to_municipality(code: str) -> str:
    """The page of a municipality."""
    return reverse("municipality", args=[code])


def to_province(code: str, cycle: int) -> str:
    """The provincial table of a province in a cycle."""
    return reverse("province", args=[code]) + f"?{urlencode({'cycle': cycle})}"


def to_location(key: str | None) -> str:
    """The page of a location; nowhere for nowhere."""
    return reverse("location", args=[key]) if key else ""


def to_household(key: str) -> str:
    """The page that explains what is proposed for a household."""
    return reverse("proposal", args=[key])


def to_letter(key: str, voice: Voice) -> str:
    """The letter about what is proposed for a household, to its adults or to its children."""
    return reverse("letter", args=[key]) + ("" if voice is Voice.ADULT else f"?{urlencode({'for': voice.value})}")
