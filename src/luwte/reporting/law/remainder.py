# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The remainder in words: what each province is short, and the ways to divide it side by side, none preferred."""

from collections.abc import Mapping, Sequence
from datetime import date

from luwte.law.remainder import Division, Reported, shortfalls
from luwte.law.remainder.divide import SCOPES, WAYS
from luwte.reporting.law.told import Told, listed, number, per_cent
from luwte.reporting.listed import Listed
from luwte.reporting.numbers import day, whole
from luwte.words import N_, Words

TITLE = N_("The remainder on {day}")
SHORT = (
    N_("{n} province is short of its number, together {places} places."),
    N_("{n} provinces are short of their number, together {places} places."),
)
NOT_SHORT = N_("No province is short of its number.")
OFFERED = N_("Offered is what is open, and viable initiatives beside it.")
MEASURE = N_(
    "How even a way is: the part of all places that would have to lie elsewhere for everybody to have the same part of "
    "their number. This measure is ours. The Act asks for the most even spread and names no measure: people choose."
)
PROVINCES = N_("Provinces (places)")
PROVINCE = (
    N_("province"), N_("number"), N_("offered"), N_("short"), N_("more than its number"),
    N_("municipalities with nothing known"),
)  # fmt: skip
WAYS_TITLE = N_("Ways to divide what is short, side by side")
WAY = (
    N_("way"), N_("who carries it"), N_("elsewhere, by municipality"), N_("elsewhere, by province"),
    N_("least of its number"), N_("most of its number"), N_("above their number by it"),
)  # fmt: skip
ASSIGNED = N_("What each way asks of whom (places)")
CITES = ("Act 4(1)", "Act 4(2)", "Act 5(1)", "Act 5(2)")


def told(
    reports: Sequence[Reported], divisions: Sequence[Division], on: date, names: Mapping[str, str], words: Words
) -> Told:
    """The page; `names` are municipalities and provinces by code."""
    short = [one.remainder for one in shortfalls(reports) if one.remainder]
    first = words.text(NOT_SHORT)
    if short:
        first = words.count(*SHORT, len(short), places=whole(sum(short), words))
    tables = [_provinces(reports, names, words)]
    if short:
        tables += [_ways(divisions, words), _assigned(reports, divisions, names, words)]
    sentences = (first, words.text(OFFERED), words.text(MEASURE))
    return Told(words.text(TITLE, day=day(on, words)), sentences, tables, CITES)


def _provinces(reports: Sequence[Reported], names: Mapping[str, str], words: Words) -> Listed:
    rows = [
        (
            names.get(one.province_code, one.province_code),
            *(whole(count, words) for count in (one.number, one.offered, one.remainder, one.surplus)),
            whole(len(one.unanswered), words),
        )
        for one in shortfalls(reports)
    ]
    return listed(PROVINCES, PROVINCE, rows, 1, words)


def _ways(divisions: Sequence[Division], words: Words) -> Listed:
    rows = [
        (
            words.text(WAYS[one.way]),
            words.text(SCOPES[one.scope]),
            per_cent(one.over_municipalities.elsewhere, words),
            per_cent(one.over_provinces.elsewhere, words),
            per_cent(one.over_municipalities.lowest, words),
            per_cent(one.over_municipalities.highest, words),
            whole(len(one.above_their_number), words),
        )
        for one in divisions
    ]
    return listed(WAYS_TITLE, WAY, rows, 2, words)


def _assigned(
    reports: Sequence[Reported], divisions: Sequence[Division], names: Mapping[str, str], words: Words
) -> Listed:
    """Who is asked anything by any way; a column for each way."""
    asked = [one for one in reports if any(division.assigned[one.municipality] for division in divisions)]
    headings = [
        words.text(N_("municipality")), words.text(N_("number")), words.text(N_("offered")),
        *(f"{words.text(WAYS[one.way])}; {words.text(SCOPES[one.scope])}" for one in divisions),
    ]  # fmt: skip
    rows = [
        (
            names.get(one.municipality, one.municipality),
            whole(one.number, words),
            number(one.offered, words),
            *(whole(division.assigned[one.municipality], words) for division in divisions),
        )
        for one in asked
    ]
    return Listed(words.text(ASSIGNED), tuple(headings), rows, frozenset(range(1, len(headings))))
