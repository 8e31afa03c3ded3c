# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Regimes in words: what stands and what is exposed when the Act is in force, repealed, or kept in loose parts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from luwte.law.explain import MARKS
from luwte.law.regimes import Holds, Regime, Resting, regimes
from luwte.law.regimes.regimes import BASES, HOLDS, REGIMES
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
    N_("regime"), N_("stands"), N_("exposed"), N_("amv: stands"), N_("amv: exposed"), N_("money stands"),
    N_("money exposed"), N_("money: nobody can tell"),
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
    exposed = [_exposed(lines, regime, words) for regime in Regime if regime is not Regime.IN_FORCE]
    tables = (
        _country(lines, on, words),
        _municipalities(lines, names, words),
        _lines(lines, names, words),
        _rules(words),
    )
    return Told(words.text(TITLE, day=day(on, words)), (*exposed, words.text(STATEMENT)), tables, CITES)


def _exposed(lines: Sequence[Resting], regime: Regime, words: Words) -> str:
    """The first sentence about a regime; *at least* where a decision does not tell how many are for minors."""
    own = [one for one in lines if one.holds(regime) is Holds.EXPOSED]
    is_known = all(one.amv_places is not None for one in own)
    return words.text(
        EXPOSED if is_known else EXPOSED_AT_LEAST,
        regime=_begun(words.text(REGIMES[regime])),
        exposed=whole(sum(one.places for one in own), words),
        places=whole(sum(one.places for one in lines), words),
        amv=whole(sum(one.amv_places or 0 for one in own), words),
    )


def _country(lines: Sequence[Resting], on: date, words: Words) -> Listed:
    rows = []
    for regime in Regime:
        places, money = Counter[Holds](), Counter[Holds]()
        for one in lines:
            places[one.holds(regime)] += one.places
            money[one.money(regime, on)] += one.places
        counts = (places[Holds.STANDS], places[Holds.EXPOSED])
        of_money = (money[Holds.STANDS], money[Holds.EXPOSED], money[Holds.UNKNOWN])
        rows.append(
            (
                _begun(words.text(REGIMES[regime])),
                *(whole(count, words) for count in counts),
                *(_amv(lines, regime, holds, words) for holds in (Holds.STANDS, Holds.EXPOSED)),
                *(whole(count, words) for count in of_money),
            )
        )
    return listed(COUNTRY, COUNTED, rows, 1, words)


def _amv(lines: Sequence[Resting], regime: Regime, holds: Holds, words: Words) -> str:
    """Places for unaccompanied minors; *at least* where a decision does not tell how many it asks."""
    own = [one.amv_places for one in lines if one.holds(regime) is holds]
    known = whole(sum(number or 0 for number in own), words)
    return words.text(AT_LEAST, number=known) if None in own else known


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
            _begun(words.text(REGIMES[regime])),
            words.text(FROM, source=words.text(rule.source), mark=words.text(MARKS[rule.mark])),
        )
        for regime, rule in regimes().items()
    ]
    return listed(RULES, RULE, rows, 2, words)


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]
