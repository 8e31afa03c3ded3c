# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Worked ways to close a gap in words: the sites, what they would come to, and their cost where anybody knows it."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from babel.numbers import format_decimal

from luwte.law.counting import Nature
from luwte.law.counting.places import MINIMUM
from luwte.law.explain import MARKS
from luwte.law.ways import Closing, Cost, Form, Way, costs, latest_pair
from luwte.model.marks import Mark
from luwte.reporting.numbers import whole
from luwte.words import N_, Words

NAMES: Mapping[Way, tuple[str, str]] = {
    Way.LARGER: (N_("{n} larger site"), N_("{n} larger sites")),
    Way.SMALL: (N_("{n} small site"), N_("{n} small sites")),
    Way.AMV: (N_("{n} small site for unaccompanied minors"), N_("{n} small sites for unaccompanied minors")),
}
NONE_NEEDED = N_("Small sites for unaccompanied minors: enough are there already")
ALL_COUNT = N_("All count. What counts reaches the number.")
ABOVE = N_("All count, {above} more than the number: only from {minimum} together do they count.")
LEFT = N_("All count. {left} more are needed, as regular places.")
LEFT_STILL = N_("Still {left} are needed, as regular places.")
FORMS: Mapping[Form, str] = {
    Form.REGULAR: N_("regular reception"),
    Form.EMERGENCY: N_("emergency reception"),
    Form.HOTEL: N_("hotel"),
    Form.SHIP: N_("ship"),
}
BY_COSTS = N_(
    "Cost per resident in {year}: {regular} in regular and {emergency} in emergency reception ({mark}). "
    "Here times all places, as if all were lived in."
)
MILLION = Decimal(1_000_000)
TENTH = Decimal("0.1")
MILLIONS, EUROS = N_("EUR {amount} million"), N_("EUR {amount}")
ONE_DECIMAL = "#,##0.0"
UNBROKEN = "\u00a0"


def named(one: Closing, words: Words) -> str:
    """A way by the sites that it takes."""
    return words.count(*NAMES[one.way], len(one.sites)) if one.sites else words.text(NONE_NEEDED)


def sized(one: Closing, words: Words) -> str:
    """How large its sites are."""
    least, most = min(one.sites, default=0), max(one.sites, default=0)
    return whole(most, words) if least == most else f"{whole(least, words)}–{whole(most, words)}"


def comes_to(one: Closing, words: Words) -> str:
    """Whether its places count, and whether they are enough or more than that."""
    if one.left:
        return words.text(LEFT if one.sites else LEFT_STILL, left=whole(one.left, words))
    if one.above:
        minimum = MINIMUM[Nature.SPECIAL if one.way is Way.AMV else Nature.REGULAR]
        return words.text(ABOVE, above=whole(one.above, words), minimum=whole(minimum, words))
    return words.text(ALL_COUNT)


def euros(amount: Decimal, words: Words) -> str:
    """An amount to read at a glance: in millions with one decimal, below a million in whole euros."""
    if amount >= MILLION:
        tenths = (amount / MILLION).quantize(TENTH, ROUND_HALF_UP)
        told = words.text(MILLIONS, amount=format_decimal(tenths, ONE_DECIMAL, locale=words.language))
    else:
        told = words.text(EUROS, amount=whole(int(amount.quantize(Decimal(1), ROUND_HALF_UP)), words))
    return told.replace(" ", UNBROKEN)


def by_costs(words: Words) -> str:
    """What the costs of the ways were computed with, and how sure that is."""
    regular, emergency = latest_pair()
    return words.text(
        BY_COSTS,
        year=regular.year,
        regular=euros(Decimal(regular.eur), words),
        emergency=euros(Decimal(emergency.eur), words),
        mark=words.text(MARKS[_less_sure(regular, emergency)]),
    )


def known_costs() -> tuple[Cost, ...]:
    """All costs that are known, the latest first."""
    return tuple(reversed(costs()))


def _less_sure(one: Cost, other: Cost) -> Mark:
    return max(one.mark, other.mark, key=list(Mark).index)
