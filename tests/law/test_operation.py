# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who answers for a site: COA, the municipality or both. No supervisor is a finding, and unknown is never no."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from luwte.law.counting import Verdict
from luwte.law.operation import (
    ITS_OWN_SUPERVISOR,
    NO_SUPERVISOR,
    NOBODY,
    NOT_TOLD,
    Form,
    Operated,
    findings,
    operated,
)
from luwte.model.describe import describe
from luwte.model.marks import Mark
from luwte.model.places import Building, Location, LocationKind, Operator
from luwte.model.sites import Operation, OperationTask, Responsible
from luwte.words import words_in

DAY = date(2026, 11, 16)
OWN = Location(
    "L1", "Site", "GM0307", LocationKind.MUNICIPAL, Operator.MUNICIPALITY, Building.HOUSE, 20, 0, 10, date(2025, 1, 1)
)
M, C, N, X = Responsible.MUNICIPALITY, Responsible.COA, Responsible.NIDOS, Responsible.CONTRACTOR
G, T, S, B = OperationTask.GUIDANCE, OperationTask.CARE, OperationTask.SUPERVISION, OperationTask.MATERIAL


def line(task: OperationTask, who: Responsible, organisation: str | None = None, **more: date) -> Operation:
    since = more.get("since", date(2025, 1, 1))
    return Operation("L1", task, who, since, "agreement", Mark.ASSUMPTION, organisation, until=more.get("until"))


def at(lines: Iterable[Operation], site: Location = OWN, on: date = DAY) -> Operated:
    return operated([site], lines, on)[0]


def kinds(site: Operated) -> list[object]:
    return [one.kind for one in findings([site])]


@pytest.mark.parametrize(
    ("lines", "operator", "form"),
    [
        ([], Operator.COA, Form.COA),
        ([], Operator.MUNICIPALITY, Form.MUNICIPAL),
        ([], Operator.NIDOS, Form.OTHER),
        ([line(G, M), line(B, M)], Operator.MUNICIPALITY, Form.MUNICIPAL),
        ([line(G, M), line(B, C)], Operator.MUNICIPALITY, Form.HYBRID),
        ([line(G, M), line(B, C)], Operator.COA, Form.HYBRID),
        ([line(G, X, "Firm"), line(B, C)], Operator.MUNICIPALITY, Form.HYBRID),
        ([line(G, X, "Firm"), line(B, C)], Operator.COA, Form.COA),
        ([line(G, N), line(B, M)], Operator.MUNICIPALITY, Form.MUNICIPAL),
        ([line(S, C), line(B, M)], Operator.MUNICIPALITY, Form.MUNICIPAL),
        ([line(G, N)], Operator.NIDOS, Form.OTHER),
    ],
)
def test_who_answers_follows_from_who_is_responsible(lines: list[Operation], operator: Operator, form: Form) -> None:
    assert at(lines, replace(OWN, operator=operator)).form is form


def test_a_municipal_site_without_supervisor_is_a_finding_that_says_what_to_do() -> None:
    site = at([line(task, M) for task in OperationTask if task is not S])
    [found] = findings([site])
    assert found.kind is NO_SUPERVISOR
    what, mend = describe(found, words_in("en"))
    assert what == "The municipality answers for Site, and nobody supervises it."
    assert mend.startswith("Agree who does")


def test_a_supervisor_in_either_table_is_enough() -> None:
    lines = [line(task, M) for task in OperationTask if task is not S]
    assert kinds(at(lines, replace(OWN, supervisor="region"))) == []
    assert kinds(at([*lines, line(S, Responsible.OTHER, "Region")])) == []
    assert kinds(at([*lines, line(S, Responsible.OTHER, "Region", until=DAY)])) == [NO_SUPERVISOR]


def test_what_nobody_answers_for_is_named_and_a_site_of_which_nothing_is_told_says_so_once() -> None:
    found = list(findings([at([line(B, M), line(G, M), line(S, C)])]))
    assert [(one.kind, one.params["task"]) for one in found] == [
        (NOBODY, "care"),
        (NOBODY, "school"),
        (NOBODY, "safety"),
    ]
    assert "Nobody is responsible for care at Site." in describe(found[0], words_in("en"))[0]
    assert kinds(at([])) == [NO_SUPERVISOR, NOT_TOLD]


def test_sites_of_coa_alone_are_not_asked() -> None:
    assert kinds(at([line(G, C)], replace(OWN, operator=Operator.COA))) == []


def test_a_firm_does_not_supervise_itself() -> None:
    lines = [*(line(task, X, "Firm") for task in OperationTask if task is not S), line(S, X, "Firm")]
    assert kinds(at(lines)) == [ITS_OWN_SUPERVISOR]


@pytest.mark.parametrize(
    ("lines", "both"),
    [([], Verdict.UNKNOWN), ([line(B, M)], Verdict.UNKNOWN), ([line(G, M)], Verdict.UNKNOWN),
     ([line(B, M), line(G, C)], Verdict.YES)],
)  # fmt: skip
def test_both_receptions_are_provided_for_or_nobody_knows(lines: list[Operation], both: Verdict) -> None:
    assert at(lines).both_receptions is both


def test_a_planned_site_is_looked_at_on_the_day_that_it_opens() -> None:
    opens = DAY + timedelta(days=100)
    planned = replace(OWN, opens=opens)
    assert at([line(G, M, since=opens)], planned).lines
    assert not at([line(G, M, until=opens)], planned).lines
    assert operated([replace(OWN, closes=DAY)], [], DAY) == ()
