# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of a distribution decision: provinces, ways beside each other, municipalities, and what changes."""

from collections.abc import Iterator, Mapping, Sequence

from luwte.law.remainder import Division
from luwte.law.remainder.divide import SCOPES, WAYS
from luwte.planning.law.decision import Draft
from luwte.reporting.law.told import listed, number, per_cent
from luwte.reporting.listed import Listed
from luwte.reporting.numbers import signed, whole
from luwte.words import N_, Words

PROVINCES = N_("Provinces (places)")
PROVINCE = (
    N_("province"), N_("number"), N_("offered"), N_("short"), N_("assigned"), N_("asked"),
    N_("municipalities with nothing known"),
)  # fmt: skip
WAYS_TITLE = N_("Ways to divide what is short, side by side")
WAY = (
    N_("way"), N_("who carries it"), N_("elsewhere, by municipality"), N_("elsewhere, by province"),
    N_("least of its number"), N_("most of its number"),
)  # fmt: skip
CHOSEN = N_("{way} (chosen)")
MUNICIPALITIES = N_("{province} (places)")
MUNICIPALITY = (
    N_("municipality"), N_("number"), N_("offered"), N_("assigned"), N_("asked"),
    N_("of them for unaccompanied minors"),
)  # fmt: skip
CHANGED_TITLE = N_("Another number than in the earlier decision (places)")
CHANGED = (N_("municipality"), N_("asked before"), N_("asked now"), N_("difference"))
NOT_NAMED = "–"


def provinces(draft: Draft, names: Mapping[str, str], province: str, words: Words) -> Listed:
    """Every province, or the one with a code: its number, what is offered, and what is asked of it."""
    asked = {one.municipality: one.places for one in draft.asked}
    rows = []
    for one in draft.provinces:
        own = [each.municipality for each in draft.reports if each.province_code == one.province_code]
        assigned, together = sum(draft.chosen.assigned[code] for code in own), sum(asked.get(code, 0) for code in own)
        counts = (one.number, one.offered, one.remainder, assigned, together, len(one.unanswered))
        if province in ("", one.province_code):
            rows.append((names[one.province_code], *(whole(count, words) for count in counts)))
    return listed(PROVINCES, PROVINCE, rows, 1, words)


def ways(draft: Draft, chosen: Sequence[Division], words: Words) -> Listed:
    """Every way with how even it is, over the whole country."""
    rows = []
    for one in draft.ways:
        name = words.text(WAYS[one.way])
        shares = (
            one.over_municipalities.elsewhere, one.over_provinces.elsewhere, one.over_municipalities.lowest,
            one.over_municipalities.highest,
        )  # fmt: skip
        shown = words.text(CHOSEN, way=name) if one in chosen else name
        rows.append((shown, words.text(SCOPES[one.scope]), *(per_cent(share, words) for share in shares)))
    return listed(WAYS_TITLE, WAY, rows, 2, words)


def municipalities(draft: Draft, names: Mapping[str, str], province: str, words: Words) -> Iterator[Listed]:
    """A table for each province, with its municipalities by name; a dash is not named."""
    asked = {one.municipality: one for one in draft.asked}
    for one in draft.provinces:
        own = [each for each in draft.reports if each.province_code == one.province_code]
        rows = [
            (
                names.get(code := each.municipality, each.municipality),
                whole(each.number, words),
                number(each.offered, words),
                whole(draft.chosen.assigned[code], words),
                whole(asked[code].places, words) if code in asked else NOT_NAMED,
                number(asked[code].amv_places, words) if code in asked else NOT_NAMED,
            )
            for each in sorted(own, key=lambda each: names.get(each.municipality, each.municipality))
        ]
        if province in ("", one.province_code):
            title = words.text(MUNICIPALITIES, province=names[one.province_code])
            shown = listed(PROVINCES, MUNICIPALITY, rows, 1, words)
            yield Listed(title, shown.headings, shown.rows, shown.numeric)


def changed(draft: Draft, names: Mapping[str, str], province: str, words: Words) -> Listed:
    """Whom an earlier decision asks another number; what it asked stays in the registry."""
    own = {one.municipality for one in draft.reports if province in ("", one.province_code)}
    rows = [
        (names.get(one.municipality, one.municipality), whole(one.was, words), whole(one.now, words),
         signed(one.now - one.was, words))
        for one in draft.changed
        if one.municipality in own
    ]  # fmt: skip
    return listed(CHANGED_TITLE, CHANGED, rows, 1, words)
