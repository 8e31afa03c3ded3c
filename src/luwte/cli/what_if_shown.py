# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Where a plan with changes differs from the plan as it is: people, who goes elsewhere, levels and what is proven."""

from collections import Counter

from luwte.cli.desk import Desk, Sheet
from luwte.model.dataset import Dataset
from luwte.planning.scenarios import WhatIf, proven_fall
from luwte.planning.scenarios.outcome import Outcome
from luwte.reporting import labels, numbers
from luwte.reporting.needed import counts, proof
from luwte.words import N_, Words

SHOWN = 15  # ways that people go otherwise; the table has every household
PEOPLE = (N_("after the plan"), N_("as it is"), N_("with the change"), N_("difference"))
WAYS = (N_("as it is"), N_("with the change"), N_("households"), N_("people"), N_("children"))
LEVELS = (N_("level"), N_("as it is"), N_("with the change"), N_("its bound"), N_("what is proven"))
NOBODY = N_("Nobody goes elsewhere.")
ELSEWHERE = (N_("{n} household goes elsewhere:"), N_("{n} households go elsewhere:"))
MORE_WAYS = (N_("and {n} household more, all in the table"), N_("and {n} households more, all in the table"))

_Way = tuple[str | None, str | None]


def tell_difference(desk: Desk, compared: WhatIf, dataset: Dataset) -> None:
    """People first, then who goes elsewhere, then the levels."""
    words = desk.words
    pairs = zip(counts(compared.as_it_is), counts(compared.changed), strict=True)
    rows = [(words.text(label), *_pair(before, after, words)) for (label, before), (_, after) in pairs]
    desk.table(Sheet([words.text(heading) for heading in PEOPLE], rows, numeric=frozenset({1, 2, 3})))
    _tell_elsewhere(desk, compared, dataset)
    desk.table(_levels(compared.as_it_is, compared.changed, words))


def _pair(before: int, after: int, words: Words) -> tuple[str, str, str]:
    return numbers.whole(before, words), numbers.whole(after, words), numbers.signed(after - before, words)


def _tell_elsewhere(desk: Desk, compared: WhatIf, dataset: Dataset) -> None:
    """Where people would go and where they go instead, the most people first."""
    if not compared.elsewhere:
        desk.say(NOBODY)
        return
    words = desk.words
    households, people, children = Counter[_Way](), Counter[_Way](), Counter[_Way]()
    for one in compared.elsewhere:
        way = one.as_it_is, one.changed
        households[way] += 1
        people[way] += one.size
        children[way] += one.minors
    ways = sorted(people, key=lambda way: (-people[way], way[0] or "", way[1] or ""))
    rows = [
        (*(_name(key, dataset, words) for key in way), *(str(count[way]) for count in (households, people, children)))
        for way in ways[:SHOWN]
    ]
    desk.say(numbers.counted(*ELSEWHERE, len(compared.elsewhere), words))
    desk.table(Sheet([words.text(heading) for heading in WAYS], rows, numeric=frozenset({2, 3, 4})))
    if left := sum(households[way] for way in ways[SHOWN:]):
        desk.say(numbers.counted(*MORE_WAYS, left, words))


def _levels(before: Outcome, after: Outcome, words: Words) -> Sheet:
    rows = [
        (
            f"{old.level} {words.text(labels.LEVELS[old.level][0])}",
            numbers.decimal(old.value, words),
            numbers.decimal(new.value, words),
            numbers.decimal(new.bound, words),
            proof(proven_fall(old, new), words),
        )
        for old, new in zip(before.levels, after.levels, strict=True)
    ]
    return Sheet([words.text(heading) for heading in LEVELS], rows, numeric=frozenset({1, 2, 3}))


def _name(key: str | None, dataset: Dataset, words: Words) -> str:
    return words.text(labels.KINDS_OF_SITE["no_place"]) if key is None else f"{key} {dataset.location[key].name}"
