# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The tables about sites that `luwte law sites` writes, as records; a column is named after its field."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from luwte.law.counting import Verdict
from luwte.law.operation import Form, Operated
from luwte.law.regimes import Basis
from luwte.model.places import Fitness, LocationKind, PlaceGroup
from luwte.model.pledges import OfferStatus
from luwte.model.sites import ConditionState, OperationTask
from luwte.planning.cells import to_csv
from luwte.planning.law.at_risk import AtRisk, Ending
from luwte.planning.law.candidates import Candidate
from luwte.planning.law.pipeline import AmvRow


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """candidates.csv: an offer with its site; `counts` and `may_count` in places, `provisions` why; cost in EUR."""

    offer: str
    municipality: str
    location: str | None
    kind: LocationKind | None
    status: OfferStatus
    viable: Verdict
    places: int
    amv_places: int
    opens: date | None
    available_until: date | None
    funded_until: date | None
    counts: int
    may_count: int
    provisions: tuple[str, ...]
    family_fit: Fitness | None
    amv_fit: Fitness | None
    gates_met: int | None
    gates_failed: int | None
    gates_unknown: int | None
    units: int
    school_km: Decimal | None
    gp_km: Decimal | None
    school_places: int | None
    cost_per_place_day: Decimal | None
    conditions: int
    conditions_met: int
    conditions_not_met: int


@dataclass(frozen=True, slots=True)
class AtRiskRow:
    """at_risk.csv: the places of a location of which something ends; add up only those that are `first`."""

    location: str
    municipality: str
    ending: Ending
    first_day_without: date
    first: bool
    rests_on: Basis | None
    places: int
    family_places: int
    amv_places: int
    adult_places: int
    flexible_places: int


@dataclass(frozen=True, slots=True)
class OperatedRow:
    """operated.csv: who answers for a location, whether somebody supervises, and what nobody is responsible for."""

    location: str
    municipality: str
    answers: Form
    supervised: bool
    both_receptions: Verdict
    missing: tuple[str, ...]


def site_tables(
    offers: Iterable[Candidate], risks: Iterable[AtRisk], sites: Iterable[Operated], minors: Iterable[AmvRow]
) -> Mapping[str, bytes]:
    """candidates.csv, at_risk.csv, operated.csv and amv_places.csv."""
    return {
        "candidates.csv": to_csv(CandidateRow, map(_candidate, offers)),
        "at_risk.csv": to_csv(AtRiskRow, map(_at_risk, risks)),
        "operated.csv": to_csv(OperatedRow, _operated(sites)),
        "amv_places.csv": to_csv(AmvRow, minors),
    }


def _candidate(one: Candidate) -> CandidateRow:
    offer, site, gates = one.offer, one.site, one.gates
    fit = {group: found.fit for group, found in one.fit.items()}
    return CandidateRow(
        offer=offer.key,
        municipality=offer.municipality,
        location=offer.location,
        kind=one.kind,
        status=offer.status,
        viable=one.initiative.verdict,
        places=offer.places,
        amv_places=offer.amv_places,
        opens=one.opens,
        available_until=offer.available_until,
        funded_until=offer.funded_until,
        counts=one.counting(Verdict.YES),
        may_count=one.counting(Verdict.UNKNOWN),
        provisions=tuple(dict.fromkeys(places.provision.citation for places in one.counted)),
        family_fit=fit.get(PlaceGroup.FAMILY),
        amv_fit=fit.get(PlaceGroup.AMV),
        gates_met=gates.met if gates else None,
        gates_failed=gates.failed if gates else None,
        gates_unknown=gates.unknown if gates else None,
        units=one.units,
        school_km=site.school_km if site else None,
        gp_km=site.gp_km if site else None,
        school_places=site.school_places if site else None,
        cost_per_place_day=one.cost,
        conditions=len(one.conditions),
        conditions_met=one.conditions_in(ConditionState.MET),
        conditions_not_met=one.conditions_in(ConditionState.NOT_MET),
    )


def _at_risk(one: AtRisk) -> AtRiskRow:
    site = one.location
    return AtRiskRow(
        site.key, site.municipality, one.ending, one.on, one.is_first, one.basis, site.total_places,
        site.family_places, site.amv_places, site.adult_places, site.flexible_places,
    )  # fmt: skip


def _operated(sites: Iterable[Operated]) -> Iterator[OperatedRow]:
    for site in sites:
        missing = tuple(task.value for task in site.missing if task is not OperationTask.SUPERVISION)
        yield OperatedRow(
            site.location.key, site.location.municipality, site.form, site.is_supervised, site.both_receptions, missing
        )
