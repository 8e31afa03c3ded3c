# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Grants after the two years in words: the places above 75 %, the money where it is known, and who shares in it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from luwte.law.grants import AfterGrant, Provincial
from luwte.reporting.law.told import Told, listed, money, number
from luwte.reporting.listed import Listed
from luwte.reporting.numbers import day, whole
from luwte.words import N_, Words

TITLE = N_("Grants for places above 75 %, on {day}")
ABOVE = N_("{places} places lie above 75 % of the number of their province.")
AMOUNT = N_("At {amount} for a place, as given with the question, that is {money} for all provinces.")
NO_AMOUNT = N_("What a place above 75 % brings was not published: no money is computed.")
READ_AS = N_(
    "What a municipality offered is read as the places that are open there on this day, and its task as the number "
    "that the distribution decision names."
)
PROVINCES = N_("Provinces")
PROVINCE = (
    N_("province"), N_("number"), N_("realised"), N_("granted under 9(2)"), N_("above 75 %"), N_("grant"),
    N_("for the province"), N_("for its municipalities"),
)  # fmt: skip
SHARES = N_("Municipalities in provinces above 75 %")
SHARE = (N_("municipality"), N_("met its task"), N_("places"), N_("grant"))
MET = {True: N_("yes"), False: N_("no"), None: N_("unknown")}
AHEAD = N_("The two years run through {end}: this looks ahead, and is no claim yet.")
CITES = ("Act 9(2)", "Act 9(3)")


def told(
    provinces: Sequence[Provincial],
    grants: Sequence[AfterGrant],
    amount: Decimal | None,
    end: date | None,
    on: date,
    names: Mapping[str, str],
    words: Words,
) -> Told:
    """The page; `end` is the last day of the two years, `names` are municipalities and provinces by code."""
    pairs = tuple(zip(provinces, grants, strict=True))
    together = sum((grant.money for grant in grants if grant.money is not None), Decimal(0))
    paid = words.text(NO_AMOUNT)
    if amount is not None:
        paid = words.text(AMOUNT, amount=money(amount, words), money=money(together, words))
    above = words.text(ABOVE, places=whole(sum(grant.above for grant in grants), words))
    tables = [_provinces(pairs, names, words)]
    if any(grant.above for grant in grants):
        tables.append(_shares(pairs, names, words))
    ahead = (words.text(AHEAD, end=day(end, words)),) if end and on <= end else ()
    return Told(words.text(TITLE, day=day(on, words)), (above, paid, words.text(READ_AS), *ahead), tables, CITES)


def _provinces(pairs: Iterable[tuple[Provincial, AfterGrant]], names: Mapping[str, str], words: Words) -> Listed:
    rows = [
        (
            names.get(province.province_code, province.province_code),
            *(whole(n, words) for n in (province.number, province.realised, province.granted, grant.above)),
            money(grant.money, words),
            money(grant.of_province, words),
            money(_together(grant), words),
        )
        for province, grant in pairs
    ]
    return listed(PROVINCES, PROVINCE, rows, 1, words)


def _shares(pairs: Iterable[tuple[Provincial, AfterGrant]], names: Mapping[str, str], words: Words) -> Listed:
    rows = [
        (
            names.get(one.municipality, one.municipality),
            words.text(MET[one.met_task]),
            number(one.places, words),
            money(None if (own := grant.of_municipalities) is None else own.get(one.municipality, Decimal(0)), words),
        )
        for province, grant in pairs
        if grant.above
        for one in province.offered
        if one.places
    ]
    return listed(SHARES, SHARE, rows, 2, words)


def _together(grant: AfterGrant) -> Decimal | None:
    divided = grant.of_municipalities
    return None if divided is None else sum(divided.values(), Decimal(0))
