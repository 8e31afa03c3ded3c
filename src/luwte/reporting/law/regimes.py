# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Regimes in words: what stands and what is exposed when the Act is in force, repealed, or kept in loose parts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from luwte.law.explain import MARKS
from luwte.law.regimes import Holds, Regime, Resting, Sums, regimes, summed
from luwte.law.regimes.rules import BASES, HOLDS, REGIMES
from luwte.reporting.law.told import Told, listed
from luwte.reporting.listed import Listed
from luwte.reporting.numbers import day, whole
from luwte.words import N_, Words

TITLE = N_("What stands under which regime, on {day}")
EXPOSED = N_("{regime}: {exposed} of {places} places are exposed, of which {amv} for unaccompanied minors.")
EXPOSED_AT_LEAST = N_(
    "{regime}: {exposed} of {places} places are exposed, of which at least {amv} for unaccompanied minors."
)
AT_LEAST = N_("at least {number}")
RULES = N_("What the comparison rests on")
RULE = (N_("regime"), N_("source"))
FROM = N_("{source}; {mark}")
COUNTRY = N_("All municipalities together (places)")
COUNTED = (
    N_("regime"), N_("stands"), N_("exposed"), N_("amv: stands"), N_("amv: exposed"),
    N_("places with money that stands"), N_("places with money that is exposed"),
    N_("places of which nobody knows until when there is money"),
)  # fmt: skip
MUNICIPALITIES = N_("Exposed places by municipality")
MUNICIPALITY = (N_("municipality"), N_("places"))
LINES = N_("What is exposed, and what it rests on")
LINE = (N_("municipality"), N_("location or offer"), N_("rests on"), N_("the Act repealed"), N_("loose parts kept"),
        N_("places"))  # fmt: skip
NOBODY_OFFERS = N_("asked, and offered by nobody")
STATEMENT = N_("This tells what loses its ground, not what people will do. What it does to children, people write.")
CITES = ("Act 1", "Act 6(1)", "Act 9(2)", "Decree 4.1")


def told(lines: Sequence[Resting], on: date, names: Mapping[str, str], words: Words) -> Told:
    """The page; `names` are municipalities by code."""
    exposed = [_exposed(lines, regime, on, words) for regime in Regime if regime is not Regime.IN_FORCE]
    tables = (
        _country(lines, on, words),
        _municipalities(lines, names, words),
        _lines(lines, names, words),
        _rules(words),
    )
    return Told(words.text(TITLE, day=day(on, words)), (*exposed, words.text(STATEMENT)), tables, CITES)


def _exposed(lines: Sequence[Resting], regime: Regime, on: date, words: Words) -> str:
    """The first sentence about a regime; *at least* where a decision does not tell how many are for minors."""
    sums = summed(lines, regime, on)
    return words.text(
        EXPOSED_AT_LEAST if Holds.EXPOSED in sums.amv_at_least else EXPOSED,
        regime=begun(words.text(REGIMES[regime])),
        exposed=whole(sums.places[Holds.EXPOSED], words),
        places=whole(sum(sums.places.values()), words),
        amv=whole(sums.amv[Holds.EXPOSED], words),
    )


def _country(lines: Sequence[Resting], on: date, words: Words) -> Listed:
    rows = []
    for regime in Regime:
        sums = summed(lines, regime, on)
        rows.append(
            (
                begun(words.text(REGIMES[regime])),
                *(whole(sums.places[holds], words) for holds in (Holds.STANDS, Holds.EXPOSED)),
                *(amv_told(sums, holds, words) for holds in (Holds.STANDS, Holds.EXPOSED)),
                *(whole(sums.money[holds], words) for holds in Holds),
            )
        )
    return listed(COUNTRY, COUNTED, rows, 1, words)


def amv_told(sums: Sums, holds: Holds, words: Words) -> str:
    """Places for unaccompanied minors; *at least* where a decision does not tell how many it asks."""
    known = whole(sums.amv[holds], words)
    return words.text(AT_LEAST, number=known) if holds in sums.amv_at_least else known


def _municipalities(lines: Sequence[Resting], names: Mapping[str, str], words: Words) -> Listed:
    """Exposed places by municipality, a column for each regime but the Act in force."""
    others = [regime for regime in Regime if regime is not Regime.IN_FORCE]
    exposed: dict[str, Counter[Regime]] = {}
    for one in lines:
        for regime in others:
            if one.holds(regime) is Holds.EXPOSED:
                exposed.setdefault(one.municipality, Counter())[regime] += one.places
    headings = (words.text(N_("municipality")), *(words.text(REGIMES[regime]) for regime in others))
    rows = [
        (names.get(code, code), *(whole(counts[regime], words) for regime in others))
        for code, counts in sorted(exposed.items(), key=lambda entry: names.get(entry[0], entry[0]))
    ]
    return Listed(words.text(MUNICIPALITIES), headings, rows, frozenset(range(1, len(headings))))


def _lines(lines: Sequence[Resting], names: Mapping[str, str], words: Words) -> Listed:
    rows = [
        (
            names.get(one.municipality, one.municipality),
            one.key or words.text(NOBODY_OFFERS),
            words.text(BASES[one.basis]),
            words.text(HOLDS[one.holds(Regime.REPEALED)]),
            words.text(HOLDS[one.holds(Regime.LOOSE_PARTS)]),
            whole(one.places, words),
        )
        for one in lines
        if Holds.EXPOSED in (one.holds(Regime.REPEALED), one.holds(Regime.LOOSE_PARTS))
    ]
    return listed(LINES, LINE, rows, 5, words)


def _rules(words: Words) -> Listed:
    rows = [
        (
            begun(words.text(REGIMES[regime])),
            words.text(FROM, source=words.text(rule.source), mark=words.text(MARKS[rule.mark])),
        )
        for regime, rule in regimes().items()
    ]
    return listed(RULES, RULE, rows, 2, words)


def begun(text: str) -> str:
    """A text that begins a sentence or a row."""
    return text[:1].upper() + text[1:]
