# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What can be wrong with, or unknown for, the grant of Act 9(3)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from luwte.law.grants.province import Provincial
from luwte.model.findings import Finding, FindingKind, Severity
from luwte.words import N_

NOT_A_PART = FindingKind(
    "law.grant_part",
    Severity.ERROR,
    N_("The part of the province is {part}."),
    N_("Give a part from 0 to 1, such as 0.25."),
    norm="Act 9(3)",
)
NEGATIVE = FindingKind(
    "law.grant_negative",
    Severity.ERROR,
    N_("For {subject} {value} is given as {what}."),
    N_("Give 0 or more."),
    norm="Act 9(3)",
    codes={
        "what": {
            "number": N_("the number of the province"),
            "realised": N_("the places realised"),
            "granted": N_("the places granted"),
            "amount": N_("the amount"),
            "offered": N_("the places offered"),
        }
    },
)
GRANTED_OVER_PLACES = FindingKind(
    "law.grant_granted_over_places",
    Severity.ERROR,
    N_("In {subject} a grant of Act 9(2) is stated for {granted} places, of {places} that are there."),
    N_("Correct one of the two numbers."),
    norm="Act 9(3)",
)
AMOUNT_ASKED = FindingKind(
    "law.grant_amount_asked",
    Severity.NOTE,
    N_("The amount for a place above 75 % was not published, so no money is computed."),
    N_("Give it where you know it, with its source."),
    norm="Act 9(3)",
)
PART_ASKED = FindingKind(
    "law.grant_part_asked",
    Severity.NOTE,
    N_("How the grant is divided between the province and its municipalities is not known, so it is not divided."),
    N_("Give the part of the province where you know it, with its source."),
    norm="Act 9(3)",
)
MET_UNKNOWN = FindingKind(
    "law.grant_met_unknown",
    Severity.WARNING,
    N_("Whether {municipality} met its task is not known, so the part of the municipalities is not divided."),
    N_("Add its number in the distribution decision."),
    norm="Act 9(3)",
)
NOBODY_SHARES = FindingKind(
    "law.grant_nobody_shares",
    Severity.WARNING,
    N_("In {subject} no municipality offered places and met its task; who gets their part the Act does not say."),
    N_("Decide on it, with reasons."),
    norm="Act 9(3)",
)
KINDS = (NOT_A_PART, NEGATIVE, GRANTED_OVER_PLACES, AMOUNT_ASKED, PART_ASKED, MET_UNKNOWN, NOBODY_SHARES)


def findings(province: Provincial, amount: Decimal | None, part: Decimal | None, left: int | None) -> Iterator[Finding]:
    """What is asked for, and what nobody knows; `left` is what the municipalities share, in cents, 0 for nothing."""
    if amount is None:
        yield Finding(AMOUNT_ASKED)
    if part is None:
        yield Finding(PART_ASKED)
    for one in province.offered if left != 0 else ():
        if one.places > 0 and one.met_task is None:
            yield Finding(MET_UNKNOWN, one.municipality, params={"municipality": one.municipality})
    if left and not any(one.shares or one.met_task is None for one in province.offered if one.places > 0):
        yield Finding(NOBODY_SHARES, province.province_code, params={"subject": province.province_code})


def faults(province: Provincial, amount: Decimal | None, part: Decimal | None) -> Iterator[Finding]:
    """What cannot be: nothing is computed from it."""
    if part is not None and not (part.is_finite() and 0 <= part <= 1):
        yield Finding(NOT_A_PART, params={"part": str(part)})
    numbers: Sequence[tuple[str, int | Decimal | None]] = (
        ("number", province.number), ("realised", province.realised), ("granted", province.granted), ("amount", amount),
    )  # fmt: skip
    for what, value in numbers:
        if value is not None and value < 0:
            params = {"value": str(value), "what": what, "subject": province.province_code}
            yield Finding(NEGATIVE, province.province_code, params=params)
    for one in province.offered:
        if one.places < 0:
            params = {"value": str(one.places), "what": "offered", "subject": one.municipality}
            yield Finding(NEGATIVE, one.municipality, params=params)
    if province.granted > province.realised >= 0:
        counted = {"granted": str(province.granted), "places": str(province.realised)}
        yield Finding(
            GRANTED_OVER_PLACES, province.province_code, params={"subject": province.province_code, **counted}
        )
