# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The estimate: how many places the two years ahead ask for, from residents entered or from a forecast (Act 2(1))."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from luwte.law.estimate.backtest import Case, Coverage, backtest, coverage
from luwte.law.estimate.forecast import Expected, factors, forecast
from luwte.law.estimate.parameters import Beside, Counted, Parameters, estimate_parameters
from luwte.law.estimate.residents import Assumptions, Resident, places_for, residents_expected
from luwte.law.estimate.series import Series, seven_nationalities
from luwte.law.parameters import cycles
from luwte.model.findings import Finding, FindingKind, InputRefused, Severity
from luwte.model.marks import Mark
from luwte.words import N_

BAND_UPSIDE_DOWN = FindingKind(
    "estimate.band_upside_down",
    Severity.ERROR,
    N_("The band from {low} to {high} does not hold the {residents} residents expected."),
    N_("Give a low number that is at most, and a high one that is at least, what you expect."),
)
MEASURED_ELSEWHERE = FindingKind(
    "estimate.measured_elsewhere",
    Severity.WARNING,
    N_(
        "The series is too short, or not of real months, so the width of the band comes from the first requests of "
        "seven nationalities."
    ),
    N_("Run luwte refresh, and name its folder in LUWTE_NATIONAL or give the series that it writes."),
)
KINDS = (BAND_UPSIDE_DOWN, MEASURED_ELSEWHERE)


@dataclass(frozen=True, slots=True)
class Need:
    """Residents and places with their band; without a band the three are one."""

    residents: int
    residents_low: int
    residents_high: int
    places: int
    places_low: int
    places_high: int


@dataclass(frozen=True)
class Estimate:
    """An estimate with all it rests on; `need` is `None` while nobody has said what inflow alone cannot tell."""

    occupancy: Fraction
    need: Need | None
    busiest: str = ""
    series: Series | None = None
    assumed: Assumptions | None = None
    expected: Sequence[Expected] = ()
    months: Sequence[Resident] = ()
    cases: Sequence[Case] = ()
    coverage: Sequence[Coverage] = ()
    measured_by: Series | None = None
    findings: Sequence[Finding] = field(default=())


def entered(
    residents: int, low: int | None = None, high: int | None = None, parameters: Parameters | None = None
) -> Estimate:
    """Places for residents that somebody entered; raises InputRefused where the band does not hold the middle."""
    band = (residents if low is None else low, residents if high is None else high)
    if not band[0] <= residents <= band[1]:
        params = {"low": str(band[0]), "high": str(band[1]), "residents": str(residents)}
        raise InputRefused((Finding(BAND_UPSIDE_DOWN, params=params),))
    occupancy = _known(parameters)[0]
    people = (residents, *band)
    return Estimate(occupancy, Need(*people, *(places_for(number, occupancy) for number in people)))


def from_inflow(series: Series, assumed: Assumptions | None = None, parameters: Parameters | None = None) -> Estimate:
    """Places for the busiest of the twenty-four months after a series; the width of the band is measured on the series.

    Where the series has no real months or too few of them, the width comes from the seven nationalities, which a
    finding says.
    """
    occupancy, part = _known(parameters)
    measured_by, band, findings = _band(series, part)
    expected = forecast(series, band)
    cases = backtest(measured_by, part)
    months = residents_expected(expected, assumed, occupancy) if assumed else ()
    busiest = max(months, key=lambda one: one.residents, default=None)
    return Estimate(
        occupancy,
        _need(months) if months else None,
        busiest.month if busiest else "",
        series,
        assumed,
        expected,
        months,
        cases,
        coverage(cases, part),
        measured_by,
        findings,
    )


def published_beside(parameters: Parameters | None = None) -> tuple[Beside, ...]:
    """The published estimates of the cycles and the other published numbers, oldest cycle first."""
    of_cycles = [
        Beside(
            cycle=one.cycle, what=Counted.ESTIMATE, places=one.need.known, source=one.need.source, mark=one.need.mark
        )
        for one in cycles()
        if one.need.known is not None and one.need.mark is not None
    ]
    others = (parameters or estimate_parameters()).beside
    return tuple(sorted((*of_cycles, *others), key=lambda one: (one.cycle, list(Counted).index(one.what))))


def _known(parameters: Parameters | None) -> tuple[Fraction, Fraction]:
    given = parameters or estimate_parameters()
    if given.occupancy.known is None or given.band.known is None:
        raise ValueError("occupancy and band must be known")
    return Fraction(given.occupancy.known), Fraction(given.band.known)


def _band(series: Series, part: Fraction) -> tuple[Series, tuple[Fraction, ...], tuple[Finding, ...]]:
    """The series that the band is measured by, the factors, and what to say about it."""
    own = None if series.mark is Mark.RECONSTRUCTED else factors(series, len(series.people), part)
    if own is not None:
        return series, own, ()
    other = seven_nationalities()
    found = factors(other, len(other.people), part)
    if found is None:
        raise ValueError("the bundled series is long enough for every band below 0.98")
    return other, found, (Finding(MEASURED_ELSEWHERE),)


def _need(months: Sequence[Resident]) -> Need:
    """The busiest month, of the middle and of each side of the band apart: places must be there on that day."""
    names = ("residents", "residents_low", "residents_high", "places", "places_low", "places_high")
    return Need(*(max(getattr(one, name) for one in months) for name in names))
