# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What `luwte assess` tells: how every location stands for every group, who lives there, and what needs somebody.

Two counts always go together: children by kind of site, and children by how fit their place is.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from luwte.model.dataset import Dataset
from luwte.model.exact import to_digits
from luwte.model.findings import Finding
from luwte.model.places import Fitness, LocationKind, PlaceGroup
from luwte.model.quality import Assessment
from luwte.model.receipt import Receipt, software
from luwte.placement import Policy
from luwte.planning.census import Lives, fitness_of, lives_before
from luwte.planning.outputs import CriticalRow, LayerRow, SuitabilityRow
from luwte.planning.place import question_for
from luwte.planning.recount.situation import Situation
from luwte.planning.suitability import GROUPS_OF_CHILDREN, AssessedAt, assessed_in, fitness_of_all, rows_of, verdicts_of
from luwte.planning.summary import NO_PLACE
from luwte.quality.assess import Assessed
from luwte.quality.carried import carry_over
from luwte.quality.catalogue import Catalogue
from luwte.quality.child_findings import child_findings
from luwte.quality.findings import NOT_ASSESSED, findings_of
from luwte.quality.losses import facilities_lost, norms_lost
from luwte.quality.triage import COUNTED, Layer, triage
from luwte.quality.yardstick import yardstick

ONE_DIGIT, FOUR_DIGITS = Decimal("0.1"), Decimal("0.0001")
At = tuple[str, PlaceGroup]
CodeOf = Callable[[Situation, Lives], str]


@dataclass(frozen=True)
class Assessing:
    """The tables of an assessment and its counts of children, by kind of site, by fitness, and by layer."""

    suitability: tuple[SuitabilityRow, ...]
    layers: tuple[LayerRow, ...]
    critical: tuple[CriticalRow, ...]
    findings: tuple[Finding, ...]
    children_by_kind: Mapping[str, int]
    children_by_fitness: Mapping[str, int]
    children_by_layer: Mapping[str, int]
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class Children:
    """The children of one group who live at one location: how many, their days there, of how many that is unknown."""

    count: int = 0
    days: int = 0
    since_unknown: int = 0


def assessing(
    dataset: Dataset, on: date, *, policy: Policy, catalogue: Catalogue, before: Catalogue | None = None
) -> Assessing:
    """How every location stands on a day by a catalogue; `before` is an earlier catalogue that it is held against.

    `policy` gives the days with which homes are read, as for a plan.
    """
    carried = carry_over(dataset.assessments, catalogue)
    question = question_for(dataset, on, policy, (), verdicts={})
    children = children_at(Situation(question), on)
    assessed = assessed_in(dataset, on, catalogue, answers=carried.answers, residents=tuple(children))
    situation = Situation(replace(question, fit=fitness_of_all(dataset.locations, verdicts_of(assessed))))
    found = (
        *dataset.findings,
        *carried.findings,
        *(norms_lost(before.norms, catalogue.norms, on) if before else ()),
        *_of_locations(assessed, carried.answers, children),
        *child_findings(dataset, on),
    )
    return Assessing(
        suitability=tuple(rows_of(dataset.locations, assessed)),
        layers=tuple(map(_layer_row, assessed.values())),
        critical=ranked(assessed, children),
        findings=found,
        children_by_kind=_counted(situation, [*LocationKind, NO_PLACE], _kind_of),
        children_by_fitness=_counted(situation, [*Fitness, NO_PLACE], fitness_of),
        children_by_layer=_by_layer(assessed, children),
        receipt=Receipt(
            software=software(),
            dataset=dataset.content_hash,
            reference_date=on,
            parameters={
                "catalogue": catalogue.hash,
                "yardstick": yardstick().hash,
                **({"before": before.hash} if before else {}),
            },
            seed=dataset.seed,
        ),
    )


def ranked(assessed: AssessedAt, children: Mapping[At, Children]) -> tuple[CriticalRow, ...]:
    """Where children live, or would: what is critical and whatever fails a gate, by children x days x failed gates."""
    rows = [
        _critical_row(one, children.get(at, Children()))
        for at, one in assessed.items()
        if (at in children or one.group in GROUPS_OF_CHILDREN) and (one.failed_gates or _is_critical(one))
    ]
    rows.sort(key=lambda row: (-row.weight, -row.children, row.location, row.group))
    return tuple(replace(row, rank=rank) for rank, row in enumerate(rows, start=1))


def _is_critical(assessed: Assessed) -> bool:
    return triage(assessed).layer is Layer.CRITICAL


def _critical_row(assessed: Assessed, there: Children) -> CriticalRow:
    known = there.count - there.since_unknown
    gates = tuple(gate.norm.id for gate in assessed.failed_gates)
    return CriticalRow(
        rank=0,
        location=assessed.location.key,
        group=assessed.group,
        layer=triage(assessed).layer.value,
        children=there.count,
        days=to_digits(Fraction(there.days, known), ONE_DIGIT) if known else Decimal(0),
        failed_gates=len(gates),
        weight=there.days * len(gates),
        child_days=there.days,
        children_since_unknown=there.since_unknown,
        gates=gates,
    )


def _layer_row(assessed: Assessed) -> LayerRow:
    found, share = triage(assessed), assessed.met_share
    return LayerRow(
        location=assessed.location.key,
        group=assessed.group,
        layer=found.layer.value,
        rolled_up=found.rolled_up,
        coa=found.coa,
        met_share=None if share is None else to_digits(share, FOUR_DIGITS),
        because=tuple((because.reason.value, because.norm or "") for because in found.because),
    )


def _of_locations(
    assessed: AssessedAt, answers: Sequence[Assessment], children: Mapping[At, Children]
) -> Iterator[Finding]:
    """Alarms first, then what is known of each location, then where children live and nobody looked."""
    yield from facilities_lost(assessed.values(), answers)
    for one in assessed.values():
        yield from findings_of(one)
    looked_at = {location for location, _ in assessed}
    living: Counter[str] = Counter()
    for (location, _), there in children.items():
        living[location] += there.count
    for location, count in living.items():
        if location not in looked_at:
            yield Finding(NOT_ASSESSED, location, params={"location": location, "children": str(count)})


def children_at(situation: Situation, on: date) -> Mapping[At, Children]:
    """The children who live at each location, by the group whose places they take."""
    found: defaultdict[At, Children] = defaultdict(Children)
    for lives in lives_before(situation):
        minors = situation.members[lives.household.key].minors
        if lives.at is None or lives.group is None or not minors:
            continue
        there, since = found[lives.at.key, lives.group], lives.household.since
        found[lives.at.key, lives.group] = Children(
            there.count + minors,
            there.days + (minors * max((on - since).days, 0) if since else 0),
            there.since_unknown + (0 if since else minors),
        )
    return dict(found)


def _counted(situation: Situation, codes: Sequence[str], code_of: CodeOf) -> Mapping[str, int]:
    counts: Counter[str] = Counter()
    for lives in lives_before(situation):
        counts[code_of(situation, lives)] += situation.members[lives.household.key].minors
    return {str(code): counts[str(code)] for code in codes}


def _kind_of(_: Situation, lives: Lives) -> str:
    return lives.at.kind.value if lives.at else NO_PLACE


def _by_layer(assessed: AssessedAt, children: Mapping[At, Children]) -> Mapping[str, int]:
    """Children by the layer of where they live, with what is unknown while gates fail apart; not looked at: unknown."""
    counts: Counter[str] = Counter()
    for at, there in children.items():
        counts[triage(assessed[at]).counted if at in assessed else Layer.UNKNOWN.value] += there.count
    return {code: counts[code] for code in COUNTED}
