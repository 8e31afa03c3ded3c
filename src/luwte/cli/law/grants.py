# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte law grants`: the grant for places above 75 %, with the amounts that people know and no others."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Annotated

import typer

from luwte.cli.desk import Desk
from luwte.cli.exits import UsageRefused
from luwte.cli.language import Language
from luwte.cli.law.asked import Asked, answer_about, ask, check_out, deliver
from luwte.cli.options import DatasetArgument, DateOption, LanguageOption, OutOption
from luwte.cli.planned import CycleOption
from luwte.law.cycle import calendar, course_of
from luwte.law.grants import grant_after
from luwte.law.parameters import cycle_of
from luwte.model.findings import Finding
from luwte.planning.law import provincials
from luwte.planning.law.tables import grant_tables
from luwte.reporting.law.grants import told
from luwte.words import N_

NOT_DECIMAL = N_("'{text}' is no number. Write it as 1500 or 0.25, with a point.")
NOT_GRANTED = N_("'{text}' does not tell of which province how many places were granted. Write it as PV25=30.")
NO_PROVINCE = N_("There is no province {code} in the tables. Those that there are: {codes}.")

AmountOption = Annotated[
    str | None, typer.Option("--amount", metavar="EUR", help=N_("What one place above 75 % brings, where you know it."))
]
PartOption = Annotated[
    str | None,
    typer.Option("--province-part", metavar="PART", help=N_("The part that the province keeps, from 0 to 1.")),
]
GrantedOption = Annotated[
    list[str] | None,
    typer.Option(
        "--granted", metavar="PROVINCE=PLACES", help=N_("Places of a province that Act 9(2) granted already.")
    ),
]


def grants(
    directory: DatasetArgument,
    date: DateOption = None,
    cycle: CycleOption = None,
    amount: AmountOption = None,
    province_part: PartOption = None,
    granted: GrantedOption = None,
    out: OutOption = None,
    language: LanguageOption = Language.NL,
) -> None:
    """Compute the grant for places above 75 %, and who shares in it. Amounts not published are asked for."""
    desk = Desk.speaking(language)
    each, part, already = _decimal(amount), _decimal(province_part), _granted(granted or ())
    check_out("grants", out)
    asked = ask(desk, directory, date, cycle)
    _check_provinces(already, asked)
    provinces = provincials(asked.dataset, asked.tasks, asked.on, granted=already)
    found = [grant_after(province, amount=each, province_part=part) for province in provinces]
    steps = calendar(course_of(cycle_of(asked.tasks.cycle or 0)), asked.on)
    words = told(provinces, found, each, steps[-1].due, asked.on, asked.names, desk.words)
    findings = _once(finding for grant in found for finding in grant.findings)
    more = {"amount": amount, "province_part": province_part, "granted": dict(sorted(already.items()))}
    deliver(desk, answer_about(asked, "grants", words, grant_tables(provinces, found), findings, **more), out)


def _decimal(text: str | None) -> Decimal | None:
    try:
        return None if text is None else Decimal(text)
    except InvalidOperation:
        raise UsageRefused(NOT_DECIMAL, text=text or "") from None


def _granted(given: Sequence[str]) -> Mapping[str, int]:
    found = {}
    for text in given:
        code, _, places = text.partition("=")
        if not code or not places.isdecimal():
            raise UsageRefused(NOT_GRANTED, text=text)
        found[code] = int(places)
    return found


def _check_provinces(granted: Mapping[str, int], asked: Asked) -> None:
    codes = [one.province_code for one in asked.tasks.provinces]
    for code in granted:
        if code not in codes:
            raise UsageRefused(NO_PROVINCE, code=code, codes=", ".join(codes))


def _once(findings: Iterable[Finding]) -> Sequence[Finding]:
    """Findings that say the same of every province, said once."""
    return list({(one.kind.code, one.subject): one for one in findings}.values())
