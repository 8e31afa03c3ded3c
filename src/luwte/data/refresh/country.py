# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The municipalities out of three tables of CBS: names and provinces, inhabitants of each year, SES-WOA."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from luwte.data.raw import at, error, warning
from luwte.data.refresh import values
from luwte.data.refresh.counts import Counts, beside_before, newest_day, yearly_counts
from luwte.data.refresh.odata import Fetched, Row
from luwte.data.refresh.scores import newest_scores
from luwte.model.findings import Finding
from luwte.model.geography import Municipality
from luwte.words import N_

MUNICIPALITY = "GM"

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
KINDS = (OTHER_MUNICIPALITIES, MERGED)


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
    counts = yearly_counts(inhabitants, named, before, findings)
    year, score_of = newest_scores(scores, named, findings)
    municipalities = tuple(
        _municipality(regions, row, counts, score_of.get(code), before.get(code), findings)
        for code, row in sorted(named.items(), key=lambda item: str(item[1].values.get("name")))
    )
    beside_before(inhabitants, municipalities, before, findings)
    return Country(municipalities, newest_day(municipalities), year)


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
