# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What counts, in words: the five quantities of municipalities, every place with its reason, and viable initiatives."""

from collections.abc import Iterable, Mapping

from luwte.law.counting import Initiative, Nature, Places, Reason, Verdict
from luwte.law.counting.places import MINIMUM, Origin
from luwte.law.counting.verdicts import MEANINGS
from luwte.law.counting.viable import DOUBTS, GROUNDS
from luwte.law.explain import cite
from luwte.planning.law import Counted
from luwte.planning.law.rows import QuantityRow
from luwte.reporting.law.told import Told, listed, number
from luwte.reporting.listed import Listed
from luwte.reporting.numbers import day, whole
from luwte.words import N_, Words

TITLE = N_("What counts on {day}")
COUNTED = N_("{yes} places count towards what provinces have to make, {unsure} may count, and {no} do not.")
DURABLE = N_("{durable} places are there and durable; of {unsure} that are there it is not sure.")
OTHERWISE = N_("If the five years ran from the other day, {places} places would count.")
VIABLE = N_("{viable} offered places are viable initiatives by the four grounds of December 2024.")
QUANTITIES = N_("Five quantities apart, and what counts beside them (places)")
QUANTITY = (
    N_("municipality"), N_("indicative"), N_("agreed"), N_("binding"), N_("realised"), N_("realised and durable"),
    N_("not sure"), N_("counts"), N_("may count"), N_("viable"),
)  # fmt: skip
PLACES = N_("Every place, whether it counts, and why")
PLACE = (
    N_("municipality"),
    N_("location or offer"),
    N_("nature"),
    N_("counts"),
    N_("why"),
    N_("article"),
    N_("places"),
)
INITIATIVES = N_("Viable initiatives")
INITIATIVE = (N_("offer"), N_("municipality"), N_("viable"), N_("because, or in doubt because"), N_("places"))

VERDICTS: Mapping[Verdict, str] = {
    Verdict.YES: N_("yes"), Verdict.NO: N_("no"), Verdict.UNKNOWN: N_("not sure"),
}  # fmt: skip
NATURES: Mapping[Nature, str] = {Nature.REGULAR: N_("regular"), Nature.SPECIAL: N_("of a special nature")}
ORIGINS: Mapping[Origin, str] = {Origin.LOCATION: N_("location {key}"), Origin.OFFER: N_("offer {key}")}
CITES = ("Act 1", "Act 2(3)", "Decree 1.1", "Decree 2.2(2)", "Decree 3.1(1)", "Decree 3.1(2)")


def told(found: Counted, names: Mapping[str, str], words: Words) -> Told:
    """The page; `names` are municipalities by code."""
    sums = {verdict: whole(found.deducted.sum(verdict), words) for verdict in Verdict}
    realised = {verdict: whole(found.realised.sum(verdict), words) for verdict in Verdict}
    viable = sum(one.offer.places for one in found.initiatives if one.verdict is Verdict.YES)
    return Told(
        words.text(TITLE, day=day(found.on, words)),
        (
            words.text(COUNTED, yes=sums[Verdict.YES], unsure=sums[Verdict.UNKNOWN], no=sums[Verdict.NO]),
            words.text(DURABLE, durable=realised[Verdict.YES], unsure=realised[Verdict.UNKNOWN]),
            words.text(OTHERWISE, places=whole(found.otherwise, words)),
            words.text(VIABLE, viable=whole(viable, words)),
        ),
        (
            _quantities(found.quantities, words),
            _places(found.deducted.places, names, words),
            _initiatives(found.initiatives, names, words),
        ),
        CITES,
    )


def why(one: Places, words: Words) -> str:
    """Why places count or do not, in one sentence."""
    by_number = one.reason in (Reason.BELOW_MINIMUM, Reason.MINIMUM_UNSURE)
    params = {"minimum": whole(MINIMUM[one.candidate.nature], words)} if by_number else {}
    return words.text(MEANINGS[one.reason].text, **params)


def _quantities(rows: Iterable[QuantityRow], words: Words) -> Listed:
    shown = [
        (
            row.name,
            *(
                number(count, words)
                for count in (
                    row.indicative, row.agreed, row.binding, row.realised, row.durable, row.durable_unsure,
                    row.deducted, row.deducted_unsure, row.viable,
                )
            ),
        )
        for row in rows
    ]  # fmt: skip
    return listed(QUANTITIES, QUANTITY, shown, 1, words)


def _places(places: Iterable[Places], names: Mapping[str, str], words: Words) -> Listed:
    shown = [
        (
            names.get(one.candidate.municipality, one.candidate.municipality),
            words.text(ORIGINS[one.candidate.origin], key=one.candidate.key),
            words.text(NATURES[one.candidate.nature]),
            words.text(VERDICTS[one.verdict]),
            why(one, words),
            cite(one.provision, words),
            whole(one.candidate.places, words),
        )
        for one in places
    ]
    return listed(PLACES, PLACE, shown, 6, words)


def _initiatives(viable: Iterable[Initiative], names: Mapping[str, str], words: Words) -> Listed:
    shown = [
        (
            one.offer.key,
            names.get(one.offer.municipality, one.offer.municipality),
            words.text(VERDICTS[one.verdict]),
            " ".join(
                [words.text(GROUNDS[ground]) for ground in one.grounds] + [words.text(DOUBTS[d]) for d in one.doubts]
            ),
            whole(one.offer.places, words),
        )
        for one in viable
    ]
    return listed(INITIATIVES, INITIATIVE, shown, 4, words)
