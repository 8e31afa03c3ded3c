# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Sites in words: offers side by side, places at risk, who answers for sites, and places for unaccompanied minors."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from luwte.law.counting import Verdict
from luwte.law.operation import Form, Operated
from luwte.planning.law.at_risk import ENDINGS, AtRisk, lost
from luwte.planning.law.candidates import Candidate
from luwte.planning.law.pipeline import AmvRow
from luwte.reporting.few import told as few
from luwte.reporting.law.counting import VERDICTS
from luwte.reporting.law.told import UNKNOWN, Told, listed, money, number
from luwte.reporting.listed import Listed
from luwte.reporting.numbers import day, whole
from luwte.words import N_, Words

TITLE = N_("Sites on {day}: offered, at risk, and for unaccompanied minors")
OFFERED = N_("{offers} offers bring {places} places; {counts} of them count, {unsure} may count.")
RISK = N_("{places} places at {sites} open locations have an end that is known.")
MUNICIPAL = N_(
    "Locations that the municipality answers for, alone or together with COA: {sites}; without a supervisor: {nobody}."
)
NEED = N_("National need for unaccompanied minors: {need} places. {realised} are there.")
NEED_UNKNOWN = N_(
    "The national need for unaccompanied minors of this cycle is not known here; {realised} places are there."
)
CANDIDATES = N_("Offers side by side")
CANDIDATE = (
    N_("offer"), N_("municipality"), N_("viable"), N_("from"), N_("places"), N_("counts"), N_("may count"),
    N_("gates met"), N_("not met"), N_("nobody knows"), N_("a place a day"),
)  # fmt: skip
AT_RISK = N_("Places at risk, the first to end first")
ENDING = (
    N_("location"),
    N_("municipality"),
    N_("what ends"),
    N_("first day without"),
    N_("places"),
    N_("children now"),
)
MINORS = N_("Places for unaccompanied minors by municipality")
MINOR = (
    N_("municipality"), N_("need"), N_("asked"), N_("realised"), N_("gap"), N_("comes"), N_("closes"),
    N_("gap in a year"), N_("may come"),
)  # fmt: skip
CITES = ("Act 2(3)", "Decree 1.1", "Decree 2.2(1)", "Decree 4.1")


def told(
    offers: Sequence[Candidate],
    risks: Sequence[AtRisk],
    sites: Iterable[Operated],
    minors: Sequence[AmvRow],
    need: int | None,
    children: Mapping[str, int],
    on: date,
    names: Mapping[str, str],
    words: Words,
) -> Told:
    """The page; `names` are municipalities by code, `children` how many live at each location."""
    sentences = (
        _offered(offers, words),
        words.text(RISK, places=whole(lost(risks).places, words), sites=whole(sum(r.is_first for r in risks), words)),
        _municipal(sites, words),
        _need(minors, need, words),
    )
    tables = (_candidates(offers, names, words), _endings(risks, children, names, words), _minors(minors, words))
    return Told(words.text(TITLE, day=day(on, words)), sentences, tables, CITES)


def _offered(offers: Sequence[Candidate], words: Words) -> str:
    counted = {verdict: whole(sum(one.counting(verdict) for one in offers), words) for verdict in Verdict}
    return words.text(
        OFFERED,
        offers=whole(len(offers), words),
        places=whole(sum(one.offer.places for one in offers), words),
        counts=counted[Verdict.YES],
        unsure=counted[Verdict.UNKNOWN],
    )


def _municipal(sites: Iterable[Operated], words: Words) -> str:
    own = [site for site in sites if site.form in (Form.MUNICIPAL, Form.HYBRID)]
    nobody = sum(not site.is_supervised for site in own)
    return words.text(MUNICIPAL, sites=whole(len(own), words), nobody=whole(nobody, words))


def _need(minors: Sequence[AmvRow], need: int | None, words: Words) -> str:
    realised = whole(sum(row.realised for row in minors), words)
    if need is None:
        return words.text(NEED_UNKNOWN, realised=realised)
    return words.text(NEED, need=whole(need, words), realised=realised)


def _candidates(offers: Sequence[Candidate], names: Mapping[str, str], words: Words) -> Listed:
    rows = [
        (
            one.name,
            names.get(one.offer.municipality, one.offer.municipality),
            words.text(VERDICTS[one.initiative.verdict]),
            day(one.opens, words) if one.opens else words.text(UNKNOWN),
            whole(one.offer.places, words),
            whole(one.counting(Verdict.YES), words),
            whole(one.counting(Verdict.UNKNOWN), words),
            *(number(getattr(one.gates, part, None), words) for part in ("met", "failed", "unknown")),
            money(one.cost, words),
        )
        for one in offers
    ]
    return listed(CANDIDATES, CANDIDATE, rows, 4, words)


def _endings(risks: Sequence[AtRisk], children: Mapping[str, int], names: Mapping[str, str], words: Words) -> Listed:
    rows = [
        (
            one.location.name,
            names.get(one.location.municipality, one.location.municipality),
            words.text(ENDINGS[one.ending]),
            day(one.on, words),
            whole(one.location.total_places, words),
            few(children.get(one.location.key, 0), words),
        )
        for one in risks
    ]
    return listed(AT_RISK, ENDING, rows, 4, words)


def _minors(minors: Sequence[AmvRow], words: Words) -> Listed:
    """Only municipalities of which anything is known: all others have no place and no number."""
    rows = [
        (
            row.name,
            *(
                number(value, words)
                for value in (
                    row.need, row.asked, row.realised, row.gap, row.coming, row.closing, row.gap_ahead, row.unsure,
                )
            ),
        )
        for row in minors
        if row.asked is not None or row.realised or row.coming or row.later or row.unsure
    ]  # fmt: skip
    return listed(MINORS, MINOR, rows, 1, words)
