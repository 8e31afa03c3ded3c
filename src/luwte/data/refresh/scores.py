# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""SES-WOA: the newest edition that has a score for every municipality, because the key takes scores of all or none."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from decimal import Decimal

from luwte.data.raw import at, error, warning
from luwte.data.refresh import values
from luwte.data.refresh.odata import YEAR, Fetched
from luwte.model.findings import Finding
from luwte.words import N_

LOWEST_SCORE, HIGHEST_SCORE = -1, 2  # the limits of the column ses_woa; CBS stays far inside

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
OLDER_SCORES = error(
    "refresh.older_scores",
    N_(
        "The newest SES-WOA scores that CBS gives for every municipality are of {new}, and here those of {old} are in "
        "use."
    ),
    N_("Look whether the table in the contract is the newest one."),
)
KINDS = (SCORE_OUT_OF_RANGE, SCORES_NOT_WHOLE, OLDER_SCORES)


def newest_scores(
    table: Fetched, codes: Collection[str], findings: list[Finding]
) -> tuple[int | None, Mapping[str, Decimal]]:
    """The year of that edition with the score by code, or no year; what is wrong or missing is added to `findings`."""
    editions: dict[int, dict[str, Decimal]] = defaultdict(dict)
    for row in table.rows:
        if row.place not in codes or not row.period.endswith(YEAR):
            continue
        edition = editions[int(row.period.removesuffix(YEAR))]
        value = values.score(table, row, "score", findings)
        if value is not None and not LOWEST_SCORE < value <= HIGHEST_SCORE:
            findings.append(at(SCORE_OUT_OF_RANGE, table.id, None, "score", str(value), place=row.place, value=value))
        elif value is not None:
            edition[row.place] = value
    for year in sorted(editions, reverse=True):
        missing = sorted(set(codes) - set(editions[year]))
        if not missing:
            return year, editions[year]
        findings.append(at(SCORES_NOT_WHOLE, table.id, period=year, count=len(missing), places=", ".join(missing)))
    return None, {}


def never_older(table: Fetched, known: int | None, year: int | None, findings: list[Finding]) -> None:
    """Scores that are in use are not replaced by older ones, or by none."""
    if known is not None and (year is None or year < known):
        findings.append(at(OLDER_SCORES, table.id, old=known, new=year or "-"))
