# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The municipalities out of three tables of CBS: names and provinces, inhabitants of each year, SES-WOA."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from luwte.data.raw import at, error, warning
from luwte.data.refresh import values
from luwte.data.refresh.odata import Fetched, Row
from luwte.model.findings import Finding
from luwte.model.geography import Municipality
from luwte.words import N_

MUNICIPALITY, COUNTRY, YEAR = "GM", "NL", "JJ00"
LOWEST_SCORE, HIGHEST_SCORE = -1, 2  # the limits of the column ses_woa; CBS stays far inside
STRIKING = Decimal("0.05")  # assumption of ours: a municipality seldom grows or shrinks by more within one edition

OTHER_MUNICIPALITIES = error(
    "refresh.other_municipalities",
    N_("CBS has other municipalities than those known here. Gone: {gone}. New: {new}."),
    N_(
        "Where municipalities were merged or split, look at it and run again with --other-municipalities; else try "
        "again later."
    ),
)
MERGED = warning(
    "refresh.merged",
    N_("The municipalities changed, as you allowed. Gone: {gone}. New: {new}."),
    N_("Holiday regions, neighbours and the derived weight of the new ones are not known here: look them up."),
)
NO_TOTAL = error(
    "refresh.no_total",
    N_("CBS gives no total of the country for {period}, so the counts cannot be checked."),
    N_("Look whether the filter in the contract still asks for it."),
)
NOT_THE_TOTAL = error(
    "refresh.not_the_total",
    N_("The municipalities of {period} add up to {sum}, and CBS gives {total} for the country."),
    N_("The answer is not whole: try again later."),
)
MISSING = error(
    "refresh.missing",
    N_("{place} has no row for {period}."),
    N_("The answer is not whole: try again later."),
)
OLDER = error(
    "refresh.older",
    N_("The newest count that CBS gives is of {new}, and here one of {old} is known."),
    N_("Look whether the table in the contract is the newest one."),
)
SCORE_OUT_OF_RANGE = error(
    "refresh.score_out_of_range",
    N_("The SES-WOA score of {place} cannot be {value}."),
    N_("Look whether the title in the contract still means the same column."),
)
SCORES_NOT_WHOLE = warning(
    "refresh.scores_not_whole",
    N_("CBS gives no SES-WOA score of {period} for {count} municipalities: {places}."),
    N_("An earlier edition that has all of them is taken; where there is none, the derived weight stays in use."),
)
STRIKING_CHANGE = warning(
    "refresh.striking",
    N_("{place} had {old} inhabitants on {old_day} and has {new} on {new_day}."),
    N_("Look whether that is right: a border can have moved."),
)
KINDS = (
    OTHER_MUNICIPALITIES,
    MERGED,
    NO_TOTAL,
    NOT_THE_TOTAL,
    MISSING,
    OLDER,
    SCORE_OUT_OF_RANGE,
    SCORES_NOT_WHOLE,
    STRIKING_CHANGE,
)

Counts = Mapping[int, Mapping[str, int]]


@dataclass(frozen=True)
class Country:
    """The municipalities, the newest day of their counts and the year of their scores."""

    municipalities: tuple[Municipality, ...]
    day: date | None
    scores_of: int | None


def country(
    regions: Fetched,
    inhabitants: Fetched,
    scores: Fetched,
    known: Sequence[Municipality],
    *,
    others_allowed: bool,
    findings: list[Finding],
) -> Country:
    """Put the three tables together; what is wrong is added to `findings`, and an error there makes this no answer."""
    named = {row.place: row for row in regions.rows if row.place.startswith(MUNICIPALITY)}
    before = {one.code: one for one in known}
    _compare_codes(regions, named, before, others_allowed, findings)
    counts = _counts(inhabitants, named, before, findings)
    year, score_of = _scores(scores, named, findings)
    municipalities = tuple(
        _municipality(regions, row, counts, score_of.get(code), before.get(code), findings)
        for code, row in sorted(named.items(), key=lambda item: str(item[1].values.get("name")))
    )
    day = date(max(counts), 1, 1) if counts else None
    _compare_counts(inhabitants, municipalities, before, day, findings)
    return Country(municipalities, day, year)


def newest_day(municipalities: Iterable[Municipality]) -> date | None:
    """The newest day for which any of them has a count."""
    return max((day for one in municipalities for day in one.inhabitants if day is not None), default=None)


def _municipality(
    regions: Fetched,
    row: Row,
    counts: Counts,
    score: Decimal | None,
    before: Municipality | None,
    findings: list[Finding],
) -> Municipality:
    return Municipality(
        code=row.place,
        name=values.text(regions, row, "name", findings),
        province_code=values.text(regions, row, "province_code", findings),
        province=values.text(regions, row, "province", findings),
        inhabitants={date(year, 1, 1): of[row.place] for year, of in sorted(counts.items()) if row.place in of},
        ses_woa=score,
        key_weight=before.key_weight if before else None,
        lon=before.lon if before else None,
        lat=before.lat if before else None,
    )


def _compare_codes(
    regions: Fetched, named: Iterable[str], before: Iterable[str], allowed: bool, findings: list[Finding]
) -> None:
    now, then = set(named), set(before)
    if now != then:
        gone, new = (", ".join(sorted(codes)) or "-" for codes in (then - now, now - then))
        findings.append(at(MERGED if allowed else OTHER_MUNICIPALITIES, regions.id, gone=gone, new=new))


def _counts(
    table: Fetched, named: Mapping[str, Row], before: Mapping[str, Municipality], findings: list[Finding]
) -> Counts:
    """Inhabitants by year and code, each year held against the total of the country that CBS gives beside it."""
    totals: dict[int, int] = {}
    sums: dict[int, int] = defaultdict(int)
    counts: dict[int, dict[str, int]] = defaultdict(dict)
    for row in table.rows:
        if not row.period.endswith(YEAR):
            continue
        year, is_now = int(row.period.removesuffix(YEAR)), row.place in named
        if row.values.get("inhabitants") is None and not (is_now and row.place in before) and row.place[:2] != COUNTRY:
            continue  # a municipality that was not there in that year
        number = values.count(table, row, "inhabitants", findings)
        if number is None:
            continue
        if row.place.startswith(COUNTRY):
            totals[year] = number
        else:
            sums[year] += number
            if is_now:
                counts[year][row.place] = number
    for year, number in sums.items():
        _compare_total(table, year, number, totals.get(year), findings)
    findings += [
        at(MISSING, table.id, place=code, period=str(year))
        for year in counts
        for code in named
        if code not in counts[year] and (code in before or year == max(counts))
        if not _is_told(findings, code, year)
    ]
    return counts


def _compare_total(table: Fetched, year: int, number: int, total: int | None, findings: list[Finding]) -> None:
    if total is None:
        findings.append(at(NO_TOTAL, table.id, period=year))
    elif number != total:
        findings.append(at(NOT_THE_TOTAL, table.id, period=year, sum=number, total=total))


def _is_told(findings: Sequence[Finding], code: str, year: int) -> bool:
    told = {"place": code, "period": f"{year}{YEAR}"}
    return any(told.items() <= dict(finding.params).items() for finding in findings)


def _scores(
    table: Fetched, named: Mapping[str, Row], findings: list[Finding]
) -> tuple[int | None, Mapping[str, Decimal]]:
    """The newest edition that has a score for every municipality: the key takes scores of all or of none."""
    editions: dict[int, dict[str, Decimal]] = defaultdict(dict)
    for row in table.rows:
        if row.place not in named or not row.period.endswith(YEAR):
            continue
        edition = editions[int(row.period.removesuffix(YEAR))]
        value = values.score(table, row, "score", findings)
        if value is not None and not LOWEST_SCORE < value <= HIGHEST_SCORE:
            findings.append(at(SCORE_OUT_OF_RANGE, table.id, None, "score", str(value), place=row.place, value=value))
        elif value is not None:
            edition[row.place] = value
    for year in sorted(editions, reverse=True):
        missing = sorted(set(named) - set(editions[year]))
        if not missing:
            return year, editions[year]
        findings.append(at(SCORES_NOT_WHOLE, table.id, period=year, count=len(missing), places=", ".join(missing)))
    return None, {}


def _compare_counts(
    table: Fetched,
    municipalities: Iterable[Municipality],
    before: Mapping[str, Municipality],
    day: date | None,
    findings: list[Finding],
) -> None:
    """The newest count beside the newest one that was known: never older, and a leap is told."""
    old_day = newest_day(before.values())
    if day is None or old_day is None:
        return
    if day < old_day:
        findings.append(at(OLDER, table.id, old=old_day, new=day))
    for one in municipalities:
        new, old = one.inhabitants.get(day), before[one.code].inhabitants.get(old_day) if one.code in before else None
        if new is not None and old and abs(new - old) > STRIKING * old:
            findings.append(
                at(STRIKING_CHANGE, table.id, place=one.name, old=old, old_day=old_day, new=new, new_day=day)
            )
