# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""An estimate in words and tables: the same ones for the screen and for the page."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from babel.dates import format_date

from luwte.data.months import IN_A_YEAR
from luwte.law.estimate import Estimate, published_beside
from luwte.law.estimate.backtest import Coverage
from luwte.law.estimate.parameters import Counted, estimate_parameters
from luwte.law.estimate.series import Series
from luwte.law.explain import MARKS
from luwte.reporting.listed import Listed
from luwte.reporting.numbers import decimal, percentage, whole
from luwte.words import N_, Words

QUARTER = 3  # months between the rows of the table

ENTERED = N_("For {residents} residents {places} places are needed.")
EXPECTED = N_(
    "If as many people come as in the twelve months up to {last}, most residents are there in {month}: {residents}. "
    "For them {places} places are needed."
)
BAND = N_("The band goes from {low} to {high} places.")
BAND_OF_MONTHS = N_("The band goes from {low} to {high} places, each side in its own busiest month.")
NO_NEED = N_(
    "How many places that asks for cannot be told: nobody said how many residents there are at the end of {last}, nor "
    "how long people stay. Give both, and the places follow."
)
INFLOW = N_("In the first of the two years {first} people are expected, from {first_low} to {first_high}; in the "
            "second {second}, from {second_low} to {second_high}.")  # fmt: skip
OCCUPANCY = N_("Places follow from residents divided by {occupancy}. Source: {source}; {mark}.")
SERIES = N_("Inflow: {source}; {mark}.")
SERIES_GIVEN = N_("Inflow: the file {file}, as it was given.")
ASSUMED = N_(
    "Entered by people: {now} residents at the end of {last}; people stay {stay} months on average; {entering} of "
    "those who come move into reception."
)
STOCK = N_("Each month: residents = residents before + who came in - who left, and one in {stay} leaves.")
COVERED = N_(
    "Tried on {cases} months of the past for year {year} ahead: the band should hold {nominal} of what came, and held "
    "{found} ({inside} of {cases}). On average {miss} times as many or as few people came as was said. The cases "
    "overlap: they span about {years} separate years."
)
MEASURED_BY = N_("The width of the band was measured by: {source}.")
NEVER_INSTEAD = N_("The published numbers stand beside this estimate; it does not replace them. The minister decides.")

COUNTED: Mapping[Counted, str] = {
    Counted.ESTIMATE: N_("estimate"),
    Counted.BINDING: N_("binding total"),
    Counted.REALISED: N_("realised"),
    Counted.DURABLE: N_("durable places present"),
}
MONTHS = (
    N_("end of"), N_("came in that month"), N_("residents"), N_("at least"), N_("at most"),
    N_("places"), N_("at least"), N_("at most"),
)  # fmt: skip
BESIDE = (N_("cycle"), N_("what"), N_("places"), N_("source"), N_("how sure"))
MONTHS_TITLE, BESIDE_TITLE = N_("Residents and places, by quarter"), N_("Published beside it")


def headline(estimate: Estimate, words: Words) -> Iterator[str]:
    """The answer in one or two sentences."""
    need, series = estimate.need, estimate.series
    if need is None:
        yield words.text(NO_NEED, last=month(series.last if series else "", words))
        return
    numbers = {"residents": whole(need.residents, words), "places": whole(need.places, words)}
    if series is None:
        yield words.text(ENTERED, **numbers)
    else:
        yield words.text(EXPECTED, last=month(series.last, words), month=month(estimate.busiest, words), **numbers)
    if need.places_low != need.places_high:
        band = BAND if series is None else BAND_OF_MONTHS
        yield words.text(band, low=whole(need.places_low, words), high=whole(need.places_high, words))


def rests_on(estimate: Estimate, words: Words) -> Iterator[str]:
    """What the answer rests on: inflow, what people entered, occupancy, and how well the band did before."""
    occupancy, series = estimate_parameters().occupancy, estimate.series
    if series is not None:
        yield words.text(INFLOW, **_inflow(estimate, words))
        yield _inflow_source(series, words)
    if series is not None and (assumed := estimate.assumed) is not None:
        stay = decimal(_decimal(assumed.stay), words)
        entering = percentage(assumed.entering, words)
        now, last = whole(assumed.now, words), month(series.last, words)
        yield words.text(ASSUMED, now=now, last=last, stay=stay, entering=entering)
        yield words.text(STOCK, stay=stay)
    if occupancy.mark is not None:
        source, mark = words.text(occupancy.source), words.text(MARKS[occupancy.mark])
        yield words.text(OCCUPANCY, occupancy=decimal(_decimal(estimate.occupancy), words), source=source, mark=mark)
    if estimate.measured_by is not None:
        yield words.text(MEASURED_BY, source=words.text(estimate.measured_by.source))
    yield from (_covered(one, words) for one in estimate.coverage if one.cases)
    yield words.text(NEVER_INSTEAD)


def months(estimate: Estimate, words: Words) -> Listed:
    """Every third month ahead; all of them stand in the file."""
    rows = [
        (
            month(one.month, words),
            *(
                whole(number, words)
                for number in (
                    one.inflow, one.residents, one.residents_low, one.residents_high,
                    one.places, one.places_low, one.places_high,
                )
            ),
        )
        for one in estimate.months[QUARTER - 1 :: QUARTER]
    ]  # fmt: skip
    headings = tuple(map(words.text, MONTHS))
    return Listed(words.text(MONTHS_TITLE), headings, rows, frozenset(range(1, len(MONTHS))))


def beside(words: Words) -> Listed:
    """Published estimates and other published numbers of places, each with source and mark."""
    rows = [
        (
            str(one.cycle),
            words.text(COUNTED[one.what]),
            whole(one.places, words),
            words.text(one.source),
            words.text(MARKS[one.mark]),
        )
        for one in published_beside()
    ]
    return Listed(words.text(BESIDE_TITLE), tuple(map(words.text, BESIDE)), rows, frozenset({2}))


def month(code: str, words: Words) -> str:
    """A month as the reader writes it: december 2027."""
    return str(format_date(date.fromisoformat(f"{code}-01"), "LLLL y", locale=words.language)) if code else ""


def _inflow_source(series: Series, words: Words) -> str:
    if series.mark is None:
        return words.text(SERIES_GIVEN, file=series.source)
    return words.text(SERIES, source=words.text(series.source), mark=words.text(MARKS[series.mark]))


def _inflow(estimate: Estimate, words: Words) -> Mapping[str, str]:
    years = {"first": estimate.expected[:IN_A_YEAR], "second": estimate.expected[IN_A_YEAR:]}
    return {
        name + suffix: whole(round(sum((getattr(one, side) for one in year), Fraction(0))), words)
        for name, year in years.items()
        for suffix, side in (("", "people"), ("_low", "low"), ("_high", "high"))
    }


def _covered(one: Coverage, words: Words) -> str:
    return words.text(
        COVERED,
        cases=whole(one.cases, words),
        year=one.year_ahead,
        nominal=percentage(one.nominal, words),
        found=percentage(one.found or Fraction(0), words),
        inside=whole(one.inside, words),
        miss=decimal(_decimal(one.mean_miss, digits=2), words),
        years=one.whole_years,
    )


def _decimal(value: Fraction, digits: int = 3) -> Decimal:
    return round(Decimal(value.numerator) / Decimal(value.denominator), digits)
