# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Why places count or do not, each reason with the provision that it rests on."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from luwte.words import N_


class Verdict(StrEnum):
    """Whether something holds; unknown is what the tables do not tell, or what a person has to decide."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """Why places count, do not count, or may count."""

    COUNTS = "counts"
    COMING = "coming"
    CRISIS = "crisis"
    RUN_BY_UNKNOWN = "run_by_unknown"
    REGISTRATION = "registration"
    OPENING_UNKNOWN = "opening_unknown"
    TOO_LATE = "too_late"
    CLOSED = "closed"
    END_UNKNOWN = "end_unknown"
    TOO_SHORT = "too_short"
    REFUSED = "refused"
    NOT_DECIDED = "not_decided"
    ONLY_VIABLE = "only_viable"
    BELOW_MINIMUM = "below_minimum"
    MINIMUM_UNSURE = "minimum_unsure"


class Meaning(NamedTuple):
    """What a reason comes to, the provision behind it, and how it is said."""

    verdict: Verdict
    provision: str
    text: str


MEANINGS: Mapping[Reason, Meaning] = {
    Reason.COUNTS: Meaning(Verdict.YES, "Act 2(3)", N_("They are there, last five years or more, and are enough.")),
    Reason.COMING: Meaning(
        Verdict.YES,
        "Act 2(3)",
        N_("They come within twelve months, last five years or more, and are enough."),
    ),
    Reason.CRISIS: Meaning(Verdict.NO, "Act 1", N_("Crisis emergency reception is no facility under the Act.")),
    Reason.RUN_BY_UNKNOWN: Meaning(
        Verdict.UNKNOWN, "Act 1", N_("The tables do not tell whether COA or the municipality answers for the facility.")
    ),
    Reason.REGISTRATION: Meaning(
        Verdict.UNKNOWN,
        "Decree 2.2(2)",
        N_("Whether a registration facility enters the task is for people to decide, with an eye on an even spread."),
    ),
    Reason.OPENING_UNKNOWN: Meaning(Verdict.UNKNOWN, "Act 2(3)", N_("From which day they are there is not known.")),
    Reason.TOO_LATE: Meaning(Verdict.NO, "Act 2(3)", N_("They are not there yet, and do not come in time.")),
    Reason.CLOSED: Meaning(Verdict.NO, "Act 2(3)", N_("They are closed.")),
    Reason.END_UNKNOWN: Meaning(
        Verdict.UNKNOWN,
        "Decree 1.1",
        N_("Until which day they are there is not known, so five years are not sure."),
    ),
    Reason.TOO_SHORT: Meaning(Verdict.NO, "Decree 1.1", N_("They are there for less than five years.")),
    Reason.REFUSED: Meaning(Verdict.NO, "Act 2(3)", N_("The offer was refused.")),
    Reason.NOT_DECIDED: Meaning(Verdict.NO, "Act 2(3)", N_("It is an idea or an intention; nobody decided on it.")),
    Reason.ONLY_VIABLE: Meaning(
        Verdict.UNKNOWN,
        "Act 2(3)",
        N_("The offer is viable and not decided: whether it comes in time is for people to judge."),
    ),
    Reason.BELOW_MINIMUM: Meaning(
        Verdict.NO, "Decree 3.1", N_("The durable places of this sort in the municipality are fewer than {minimum}.")
    ),
    Reason.MINIMUM_UNSURE: Meaning(
        Verdict.UNKNOWN,
        "Decree 3.1",
        N_("Only with places that are not sure does the municipality have {minimum} durable places of this sort."),
    ),
}
