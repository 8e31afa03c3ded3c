# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How much of a plan changes when the country changes a little: one household in a hundred is another."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from benchmarks.countries import example
from benchmarks.table import percent, table
from luwte.model.dataset import Dataset
from luwte.model.people import Household, Person, WishKind
from luwte.model.stays import Move, MoveStatus
from luwte.placement import Placement, load_policy
from luwte.placement.placement import Action, Proposal
from luwte.planning.place import place_all

CHANGED = Fraction(1, 100)  # of the households
SCALES = (Fraction(1, 20), Fraction(1))
SEED = 1
TITLE = "## churn: one household in a hundred is another"
WHAT = (
    "The example is planned, changed a little (of the households that change a quarter leaves, a quarter is joined by "
    "a new one, a quarter is a person more, a quarter wishes another thing), and planned again. Counted are the "
    "households whose own facts did not change."
)
PERTURBATIONS = ("leaves", "comes", "grows", "wishes")


@dataclass(frozen=True)
class Churn:
    """What became of the first plan: households in both, changed proposals, moves first proposed and those kept."""

    way: str
    households: int
    changed: int
    moves: int
    moves_kept: int

    @property
    def share(self) -> Fraction:
        """Of the households whose own facts did not change, how many are proposed another place."""
        return Fraction(self.changed, max(1, self.households))


def changed_a_little(dataset: Dataset, seed: int, share: Fraction = CHANGED) -> tuple[Dataset, frozenset[str]]:
    """The country with a share of its households changed, and the keys of those that changed.

    In turn: one leaves, one like it comes and has no place yet, one has a child or partner more, one drops its wish or
    comes to wish to stay.
    """
    rng = random.Random(seed)
    number = max(1, round(len(dataset.households) * share))
    chosen = rng.sample([household.key for household in dataset.households], number)
    what = {key: PERTURBATIONS[turn % len(PERTURBATIONS)] for turn, key in enumerate(chosen)}
    gone = frozenset(key for key, change in what.items() if change == "leaves")
    households, persons = list(_households(dataset, what, gone)), list(_persons(dataset, what, gone))
    return replace(
        dataset,
        households=tuple(households),
        persons=tuple(persons),
        moves=tuple(move for move in dataset.moves if move.household not in gone),
        stays=tuple(stay for stay in dataset.stays if stay.household not in gone),
    ), frozenset(chosen)


def churn(dataset: Dataset, seed: int) -> tuple[Churn, ...]:
    """Plan, change a little, plan again: from scratch, from the first plan on, and with its moves accepted."""
    first = _placed(dataset)
    later, touched = changed_a_little(dataset, seed)
    again = {
        "from scratch": _placed(later),
        "from the first plan on": _placed(later, first),
        "moves accepted": _placed(_accepted(later, first.proposals)),
    }
    return tuple(_compared(way, first, second, touched) for way, second in again.items())


def section() -> str:
    """What is reported: the country small and whole."""
    rows = [
        (
            f"{len(dataset.households):,}",
            each.way,
            percent(Decimal(each.changed) / each.households),
            f"{each.moves_kept:,} of {each.moves:,}",
        )
        for dataset in (example(scale) for scale in SCALES)
        for each in churn(dataset, SEED)
    ]
    head = ("households", "planned again", "another place than first proposed", "proposed moves kept")
    return "\n".join((TITLE, "", WHAT, "", table(head, rows)))


def _placed(dataset: Dataset, start: Placement | None = None) -> Placement:
    on = dataset.reference_date
    assert on
    return place_all(dataset, on, policy=load_policy(), start=start).placement


def _accepted(dataset: Dataset, proposals: Sequence[Proposal]) -> Dataset:
    """The dataset with every proposed move accepted, but for who has a move already, or is not there any more."""
    there = {household.key for household in dataset.households} - {move.household for move in dataset.moves}
    on = dataset.reference_date
    assert on
    moves = tuple(
        Move(f"PLAN-{proposal.household}", proposal.household, proposal.destination, on, MoveStatus.ACCEPTED)
        for proposal in proposals
        if proposal.household in there and proposal.destination and proposal.action in (Action.NEW, Action.MOVE)
    )
    return replace(dataset, moves=dataset.moves + moves)


def _compared(way: str, first: Placement, second: Placement, touched: frozenset[str]) -> Churn:
    count = Counter[str]()
    for proposal in first.proposals:
        other = second.of.get(proposal.household)
        if other is None or proposal.household in touched:
            continue
        alike = proposal.destination == other.destination
        moves = proposal.action in (Action.NEW, Action.MOVE)
        count.update(households=1, changed=not alike, moves=moves, moves_kept=moves and alike)
    return Churn(way, count["households"], count["changed"], count["moves"], count["moves_kept"])


def _households(dataset: Dataset, what: dict[str, str], gone: frozenset[str]) -> Iterator[Household]:
    for household in dataset.households:
        change = what.get(household.key)
        if change == "leaves":
            continue
        near = None if household.keep_near in gone else household.keep_near
        yield replace(household, keep_near=near, **(_another_wish(household) if change == "wishes" else {}))
        if change == "comes":
            yield replace(_new(household), keep_near=near)


def _new(like: Household) -> Household:
    return replace(
        like, key=f"{like.key}-NEW", location=None, since=None, forced_moves=0, locked=None, lock_reason=None
    )


def _another_wish(household: Household) -> dict[str, object]:
    if household.wish_kind is None and household.location is not None:
        return {"wish_kind": WishKind.STAY, "wish_by": None, "wish_on": None}
    return {"wish_kind": None, "wish": None, "wish_by": None, "wish_on": None}


def _persons(dataset: Dataset, what: dict[str, str], gone: frozenset[str]) -> Iterator[Person]:
    for key, members in dataset.persons_of.items():
        if key in gone:
            continue
        yield from members
        if what.get(key) == "comes":
            yield from (replace(member, key=f"{member.key}-NEW", household=f"{key}-NEW") for member in members)
        if what.get(key) == "grows":
            yield replace(members[-1], key=f"{members[-1].key}-MORE")
