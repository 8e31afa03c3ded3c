# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What can be wrong with a housing task, and what has to be said beside it."""

from luwte.model.findings import FindingKind, Severity
from luwte.words import N_

NORM = "Housing Act 28"

NO_SUCH_HALF_YEAR = FindingKind(
    "law.housing_half_year",
    Severity.ERROR,
    N_("'{half_year}' is no half-year."),
    N_("Write it as 2026-I or 2026-II."),
    norm=NORM,
)
NATIONAL_ASKED = FindingKind(
    "law.housing_national_asked",
    Severity.ERROR,
    N_("The national housing task of {half_year} is not known here."),
    N_("Give it where you know it, with its source; known are those of {known}."),
    norm=NORM,
)
NEGATIVE_NATIONAL = FindingKind(
    "law.housing_negative",
    Severity.ERROR,
    N_("A housing task of {people} was given."),
    N_("Give 0 or more."),
    norm=NORM,
)
INHABITANTS_MISSING = FindingKind(
    "law.housing_inhabitants",
    Severity.ERROR,
    N_("The inhabitants of {code} on {day} are not known."),
    N_("Fill them in, or choose another day."),
    norm=NORM,
)
ARREARS_UNKNOWN = FindingKind(
    "law.housing_arrears_unknown",
    Severity.NOTE,
    N_("Of {count} municipalities arrears and lead are not known, so what they have to house is not computed."),
    N_("Fill in the table housing where you know them."),
    norm=NORM,
)
HOUSING_SUM = FindingKind(
    "law.housing_sum",
    Severity.NOTE,
    N_("The tasks add up to {sum}, the national one is {people}."),
    N_("Nothing to mend: every municipality is rounded on its own, a half up."),
    norm=NORM,
)
COUNTED_ON = FindingKind(
    "law.housing_counted_on",
    Severity.NOTE,
    N_("The inhabitants of {day} were counted; which day the law takes was not found."),
    N_("Choose another one where you know better."),
    norm=NORM,
)
KINDS = (
    NO_SUCH_HALF_YEAR, NATIONAL_ASKED, NEGATIVE_NATIONAL, INHABITANTS_MISSING, ARREARS_UNKNOWN, HOUSING_SUM, COUNTED_ON,
)  # fmt: skip
