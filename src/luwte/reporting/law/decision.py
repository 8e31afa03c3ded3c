# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A distribution decision as a document: what is asked of whom, why, how even, by when, and what is not known.

It is a draft until people have decided; then the same document tells what they decided, and why.
"""

from collections.abc import Iterator, Mapping, Sequence

from luwte.law.cycle.steps import LAST_DAY_OF_YEAR
from luwte.law.remainder import Division
from luwte.law.remainder.divide import SCOPES, WAYS
from luwte.planning.law.decision import Draft
from luwte.reporting.law import decision_tables as tables
from luwte.reporting.law.on_paper import FOOT, articles
from luwte.reporting.law.told import Told
from luwte.reporting.numbers import day, whole
from luwte.reporting.paper import Block, Figure, Figures, Grid, Heading, Note, Paper, Points, Text
from luwte.words import N_, Words

DRAFT_TITLE = N_("Draft of the distribution decision, cycle {cycle}")
TITLE = N_("Distribution decision, cycle {cycle}")
COUNTRY = N_("The whole country, {day}")
PROVINCE = N_("{province}, {day}")
DRAFT_NOTE = N_("This is a draft. It asks nothing of anybody: the minister decides (Act 5(1)), and says why.")
ASKED, ASSIGNED, NAMED, DUE = (
    N_("places asked, all together"), N_("of them assigned for provinces that are short"), N_("municipalities named"),
    N_("the day by which they are there"),
)  # fmt: skip
WHY, WHY_OPEN = N_("Why"), N_("The reasons are still to be written, by people.")
FOLLOWS = N_("What is short is divided {way}; carried by: {scope}.")
SEVERAL = N_("More than one way gives just these numbers:")
BINDS = N_(
    "Every municipality is asked what it offers itself, and what is assigned to it. So what is offered above a number "
    "binds too, and the places asked can be more than the estimate of {need}."
)
EVEN, EVEN_IS = N_("How even it is, beside the other ways"), N_(
    "How even: the part of all places that would have to lie elsewhere for everybody to have the same part of their "
    "number; 0 is quite even. This measure is ours. The Act asks for the most even spread and names no measure (Act "
    "5(2)): people choose, and may have reasons for a way that is less even."
)  # fmt: skip
TERMS = N_("The terms that run")
SIX_MONTHS = N_("The sites are made available to COA by {due}: six months after {decided} (Act 7(1)).")
LONGER = N_("The sites are made available to COA by {due}, a longer term than six months after {decided} (Act 7(1)).")
TWO_YEARS = N_("The decision holds for two calendar years, through {end} (Act 5(1); second-hand).")
REPORT = N_("An executive that will not be on time reports that at once (Act 8).")
GRANTED = N_("The facilities meet the legal requirements when they are taken into use (Act 6(2)).")
EARLIER = N_("What changes in an earlier decision of this cycle (Act 5(3))")
UNKNOWN = N_("What is not known")
NO_ANSWER = (
    N_("Of {n} municipality the tables hold neither a place nor an offer. It counts here as offering nothing."),
    N_("Of {n} municipalities the tables hold neither a place nor an offer. They count here as offering nothing."),
)
NO_AMV = N_(
    "The national need for unaccompanied minors of this cycle is not known here, so no numbers for them are named."
)
SOME_AMV = (
    N_("For {n} municipality the number for minors who came alone is left open: by the key it is above its places."),
    N_(
        "For {n} municipalities the number for minors who came alone is left open: by the key it is above their places."
    ),
)
OPEN_SITES = N_(
    "Whether a site that is offered will really open, and what it does to the children there, no table tells."
)
BY_PROVINCE, PER_MUNICIPALITY = N_("By province"), N_("By municipality")
CITES = ("Act 4(2)", "Act 5(1)", "Act 5(2)", "Act 5(3)", "Act 6(1)", "Act 7(1)", "Act 8")


def decision_paper(
    draft: Draft,
    names: Mapping[str, str],
    words: Words,
    *,
    reasons: str = "",
    decided: bool = False,
    province: str = "",
    synthetic: bool = False,
) -> Paper:
    """The document, of the country or of the province with a code.

    `names` are of municipalities and provinces by code. Of what was decided every way is told that gives its numbers.
    """
    text, chosen = words.text, draft.behind if decided else (draft.chosen,)
    on = day(draft.decided_on, words)
    title = text(TITLE if decided else DRAFT_TITLE, cycle=draft.cycle.cycle)
    subtitle = text(PROVINCE, province=names[province], day=on) if province else text(COUNTRY, day=on)
    blocks: list[Block] = [] if decided else [Note(text(DRAFT_NOTE))]
    blocks += [
        _figures(draft, province, words),
        Heading(text(WHY)),
        *_reasons(reasons, words),
        *_ways(draft, chosen, words),
        Heading(text(BY_PROVINCE)),
        Grid(tables.provinces(draft, names, province, words), (4, 2, 2, 2, 2, 2, 3)),
        Heading(text(EVEN)),
        Text(text(EVEN_IS)),
        Grid(tables.ways(draft, chosen, words), (6, 4, 3, 3, 3, 3)),
        Heading(text(TERMS)),
        Points(list(_terms(draft, words))),
    ]
    if draft.changed and not decided:
        blocks += [Heading(text(EARLIER)), Grid(tables.changed(draft, names, province, words), (4, 2, 2, 2))]
    blocks += [Heading(text(UNKNOWN)), Points(list(_unknown(draft, province, words)))]
    blocks += [Heading(text(PER_MUNICIPALITY))]
    blocks += [Grid(each, (5, 2, 2, 2, 2, 3)) for each in tables.municipalities(draft, names, province, words)]
    blocks += articles(CITES, words)
    return Paper(title, subtitle, blocks, text(FOOT, day=on), draft.decided_on, synthetic)


def told(draft: Draft, names: Mapping[str, str], words: Words, *, province: str = "") -> Told:
    """A draft for the terminal and a page: the same sentences and tables."""
    title = words.text(DRAFT_TITLE, cycle=draft.cycle.cycle)
    ways = [block.text for block in _ways(draft, (draft.chosen,), words)]
    sentences = (words.text(DRAFT_NOTE), *ways, *_terms(draft, words), *_unknown(draft, province, words))
    shown = [tables.provinces(draft, names, province, words), tables.ways(draft, (draft.chosen,), words)]
    shown += [tables.changed(draft, names, province, words)] if draft.changed else []
    return Told(title, sentences, [*shown, *tables.municipalities(draft, names, province, words)], CITES)


def _figures(draft: Draft, province: str, words: Words) -> Figures:
    own = {one.municipality for one in draft.reports if not province or one.province_code == province}
    asked = [one for one in draft.asked if one.municipality in own]
    assigned = sum(draft.chosen.assigned[code] for code in own)
    numbers = ((sum(one.places for one in asked), ASKED), (assigned, ASSIGNED), (len(asked), NAMED))
    figures = [Figure(whole(number, words), words.text(label)) for number, label in numbers]
    return Figures([*figures, Figure(day(draft.available_by, words), words.text(DUE))])


def _reasons(reasons: str, words: Words) -> Iterator[Block]:
    """Every paragraph that people wrote."""
    if not reasons.strip():
        yield Note(words.text(WHY_OPEN))
    yield from (Text(each.strip()) for each in reasons.splitlines() if each.strip())


def _ways(draft: Draft, behind: Sequence[Division], words: Words) -> Iterator[Text]:
    if len(behind) > 1:
        yield Text(words.text(SEVERAL))
    for one in behind:
        yield Text(words.text(FOLLOWS, way=words.text(WAYS[one.way]), scope=words.text(SCOPES[one.scope])))
    if draft.cycle.need.known is not None:
        yield Text(words.text(BINDS, need=whole(draft.cycle.need.known, words)))


def _terms(draft: Draft, words: Words) -> Iterator[str]:
    due, decided = day(draft.available_by, words), day(draft.decided_on, words)
    yield words.text(LONGER if draft.is_longer_term else SIX_MONTHS, due=due, decided=decided)
    yield words.text(REPORT)
    yield words.text(GRANTED)
    end = draft.decided_on.replace(year=draft.decided_on.year + 2, month=LAST_DAY_OF_YEAR[0], day=LAST_DAY_OF_YEAR[1])
    yield words.text(TWO_YEARS, end=day(end, words))


def _unknown(draft: Draft, province: str, words: Words) -> Iterator[str]:
    own = {one.municipality for one in draft.reports if not province or one.province_code == province}
    silent = [code for code in draft.unanswered if code in own]
    if silent:
        yield words.count(*NO_ANSWER, len(silent))
    open_amv = [one for one in draft.asked if one.municipality in own and one.amv_places is None]
    if draft.need_amv is None:
        yield words.text(NO_AMV)
    elif open_amv:
        yield words.count(*SOME_AMV, len(open_amv))
    yield words.text(OPEN_SITES)
