# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the verbs of the law found, as the files that they write."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction

from luwte.law.counting import Counting
from luwte.law.cycle import Held, StepSeen
from luwte.law.grants import AfterGrant, Provincial
from luwte.law.housing import HousingTasks
from luwte.law.regimes import Regime, Resting
from luwte.law.remainder import Division, Reported, shortfalls
from luwte.planning.cells import to_csv
from luwte.planning.law.counted import Counted
from luwte.planning.law.rows import (
    AssignedRow,
    CountingRow,
    DivisionRow,
    GrantRow,
    GrantShareRow,
    HousingRow,
    InitiativeRow,
    QuantityRow,
    RegimeRow,
    RemainderRow,
    StatusRow,
    StepRow,
)

SIX_DECIMALS = Decimal("0.000001")


def counting_tables(found: Counted) -> Mapping[str, bytes]:
    """quantities.csv, counting.csv and initiatives.csv."""
    viable = (
        InitiativeRow(
            one.offer.key, one.offer.municipality, one.offer.places, one.verdict,
            tuple(ground.value for ground in one.grounds), tuple(doubt.value for doubt in one.doubts),
        )
        for one in found.initiatives
    )  # fmt: skip
    return {
        "quantities.csv": to_csv(QuantityRow, found.quantities),
        "counting.csv": to_csv(CountingRow, _places(found.deducted)),
        "initiatives.csv": to_csv(InitiativeRow, viable),
    }


def _places(counting: Counting) -> Iterator[CountingRow]:
    for one in counting.places:
        place = one.candidate
        yield CountingRow(
            place.municipality, place.origin, place.key, place.nature, place.places, place.term.since, place.term.until,
            one.verdict, one.reason, one.provision.citation,
        )  # fmt: skip


def cycle_tables(cycle: int, steps: Sequence[StepSeen], statuses: Mapping[str, Sequence[Held]]) -> Mapping[str, bytes]:
    """cycle.csv and municipal_status.csv."""
    ladder = (
        StatusRow(cycle, code, held.status, held.since, held is history[-1])
        for code, history in sorted(statuses.items())
        for held in history
    )
    return {
        "cycle.csv": to_csv(StepRow, (_step(cycle, one) for one in steps)),
        "municipal_status.csv": to_csv(StatusRow, ladder),
    }


def _step(cycle: int, seen: StepSeen) -> StepRow:
    told = seen.first or seen.expected
    return StepRow(
        cycle=cycle,
        step=seen.rule.step,
        provision=seen.rule.provision,
        due=seen.due,
        done=seen.first.on if seen.first else None,
        days=seen.days,
        standing=seen.standing,
        said=str(seen.expected.known) if seen.expected else "",
        mark=told.mark if told else None,
        source=told.source if told else "",
    )


def remainder_tables(reports: Sequence[Reported], divisions: Iterable[Division]) -> Mapping[str, bytes]:
    """remainder.csv, divisions.csv and assigned.csv."""
    short = (
        RemainderRow(one.province_code, one.number, one.offered, one.remainder, one.surplus, one.unanswered)
        for one in shortfalls(reports)
    )
    ways = tuple(divisions)
    assigned = (
        AssignedRow(
            way.scope, way.way, one.municipality, one.province_code, one.number, one.offered,
            way.assigned[one.municipality], way.places[one.municipality],
        )
        for way in ways
        for one in reports
    )  # fmt: skip
    return {
        "remainder.csv": to_csv(RemainderRow, short),
        "divisions.csv": to_csv(DivisionRow, map(_division, ways)),
        "assigned.csv": to_csv(AssignedRow, assigned),
    }


def _division(one: Division) -> DivisionRow:
    over = one.over_municipalities
    return DivisionRow(
        scope=one.scope,
        way=one.way,
        elsewhere_municipalities=cut_off(over.elsewhere),
        elsewhere_provinces=cut_off(one.over_provinces.elsewhere),
        lowest=cut_off(over.lowest),
        highest=cut_off(over.highest),
        above_their_number=len(one.above_their_number),
    )


def grant_tables(provinces: Sequence[Provincial], grants: Sequence[AfterGrant]) -> Mapping[str, bytes]:
    """grants.csv and grant_shares.csv."""
    pairs = tuple(zip(provinces, grants, strict=True))
    rows = (
        GrantRow(
            province.province_code, province.number, province.realised, province.granted, grant.above, grant.money,
            grant.of_province, _together(grant),
        )
        for province, grant in pairs
    )  # fmt: skip
    shares = (
        GrantShareRow(
            province.province_code, one.municipality, one.places, one.met_task, _share(grant, one.municipality)
        )
        for province, grant in pairs
        for one in province.offered
    )
    return {"grants.csv": to_csv(GrantRow, rows), "grant_shares.csv": to_csv(GrantShareRow, shares)}


def _together(grant: AfterGrant) -> Decimal | None:
    divided = grant.of_municipalities
    return None if divided is None else sum(divided.values(), Decimal(0))


def _share(grant: AfterGrant, municipality: str) -> Decimal | None:
    return None if grant.of_municipalities is None else grant.of_municipalities.get(municipality, Decimal(0))


def regime_tables(lines: Iterable[Resting], on: date) -> Mapping[str, bytes]:
    """regimes.csv: every line under every regime."""
    rows = (
        RegimeRow(
            one.municipality, one.key, one.basis, one.places, one.amv_places, one.funded_until, regime,
            one.holds(regime), one.money(regime, on),
        )
        for one in lines
        for regime in Regime
    )  # fmt: skip
    return {"regimes.csv": to_csv(RegimeRow, rows)}


def housing_tables(found: HousingTasks) -> Mapping[str, bytes]:
    """housing_tasks.csv."""
    rows = (
        HousingRow(
            one.municipality, one.inhabitants, one.task, one.balance.backlog if one.balance else None,
            one.balance.lead if one.balance else None, one.due,
        )
        for one in found.tasks
    )  # fmt: skip
    return {"housing_tasks.csv": to_csv(HousingRow, rows)}


def cut_off(value: Fraction | None) -> Decimal | None:
    """A part with six decimals, cut off; what is not known stays so."""
    if value is None:
        return None
    return (Decimal(value.numerator) / value.denominator).quantize(SIX_DECIMALS, ROUND_DOWN)
