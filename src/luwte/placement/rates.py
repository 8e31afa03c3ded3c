# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The rate between children: how much moving one who could stay weighs against a place for another.

The rate multiplies what a move from a fit place that stays open weighs (`moved_from_fit`, with what each earlier forced
move adds). Other terms of a move (school, region, term time) fall on every child that moves, the one that gets out of
an unfit place included; they are no part of the rate and stay as they are.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import yaml

from luwte.model.marks import Mark
from luwte.placement.policy import Level, Policy, Term
from luwte.words import N_, words_in

MOVED, UNFIT = "moved_from_fit", ("stays_unfit", "brought_unfit", "unplaced_protected")
HEAVY = Decimal(100)  # a place for one child weighs more than any chain of moves that frees it (ours, assumption)
HEAVIEST, SMALLEST = Decimal(1000), Decimal("0.001")  # weights of a policy
FINER = 10  # where the weights are heavy, the search goes on to a finer gap

AT_RATE = N_("{title}; moving a child who could stay weighs {times} times as much")
PLACES_FIRST = N_("{title}; first as few children as possible in unfit places")
STAY_FIRST = N_("{title}; no child who could stay is moved for another")

Change = Callable[[Term], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Rate:
    """A point on the range, by its key; `times` is `None` at the two ends, where one side goes strictly first."""

    key: str
    times: Decimal | None
    title: str

    @property
    def is_default(self) -> bool:
        """Whether it leaves the policy as it is."""
        return self.times == 1


def _rate(times: str) -> Rate:
    return Rate(times, Decimal(times), AT_RATE)


ENDS = (Rate("places-first", None, PLACES_FIRST), Rate("stay-first", None, STAY_FIRST))
RATES = (ENDS[0], *map(_rate, ("0", "0.25", "0.5", "1", "2", "4", "8")), ENDS[1])


def at_rate(policy: Policy, rate: Rate) -> Policy:
    """The policy at another rate, hashed as it is written."""
    if rate.is_default:
        return policy
    params = {} if rate.times is None else {"times": str(rate.times)}
    changed = replace(
        policy,
        name=f"{policy.name} {rate.key}",
        title={
            language: words_in(language).text(rate.title, title=title, **params)
            for language, title in policy.title.items()
        },
        levels=tuple(_changed(level, _changes(policy, rate)) for level in policy.levels),
    )
    if rate is ENDS[0]:
        changed = replace(changed, stop=policy.stop.model_copy(update={"gap": policy.stop.gap / FINER}))
    return replace(changed, hash=hashlib.sha256(written(changed)).hexdigest())


def written(policy: Policy) -> bytes:
    """A policy as a file that `load_policy` reads as the same policy."""
    content = {
        "name": policy.name,
        "title": dict(policy.title),
        "days": policy.days.model_dump(mode="json"),
        "levels": [level.model_dump(mode="json", exclude_defaults=True) for level in policy.levels],
        "stop": policy.stop.model_dump(mode="json", exclude_defaults=True),
    }
    return yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=120).encode()


def _changes(policy: Policy, rate: Rate) -> Mapping[str, Change]:
    if rate.times is not None:
        times = rate.times
        return {MOVED: lambda term: _times(term, times)}
    if rate is ENDS[1]:
        return {MOVED: lambda term: _times(term, HEAVIEST)}
    more = HEAVY - policy.term["stays_unfit"].at_most
    return dict.fromkeys(UNFIT, lambda term: _more(term, more))


def _times(term: Term, times: Decimal) -> Mapping[str, Any]:
    """At nought a move still decides between plans that are equal otherwise."""
    return {part: _within(getattr(term, part) * times) for part in ("weight", "per_forced_move")}


def _more(term: Term, more: Decimal) -> Mapping[str, Any]:
    """Heavier by the same amount for every child, so that who has been there longest still goes first."""
    parts = ("weight", "at_most") if term.at_most else ("weight",)
    return {part: _within(getattr(term, part) + more) for part in parts}


def _within(weight: Decimal) -> Decimal:
    return max(SMALLEST, min(HEAVIEST, weight.quantize(SMALLEST))).normalize() + 0


def _changed(level: Level, changes: Mapping[str, Change]) -> Level:
    marked = {"mark": Mark.ASSUMPTION}
    terms = {
        name: term.model_copy(update={**changes[name](term), **marked}) if name in changes else term
        for name, term in level.terms.items()
    }
    return level.model_copy(update={"terms": terms})
