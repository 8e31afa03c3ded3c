# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every law case comes out as its author says."""

import pytest

from law.cases_read import Case, cases
from luwte.law import distribute
from luwte.law.provisions import cited
from luwte.model.findings import InputRefused


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.case)
def test_case(case: Case) -> None:
    assert cited(case.provision).citation == case.provision
    table = case.given.table_of_municipalities()
    if case.then.refused is not None:
        with pytest.raises(InputRefused) as refused:
            distribute(table, **case.when.model_dump())
        assert sorted(one.kind.code for one in refused.value.findings) == sorted(case.then.refused)
        return
    tasks = distribute(table, **case.when.model_dump())
    numbers = {one.municipality: one for one in tasks.municipalities} | {
        one.province_code: one for one in tasks.provinces
    }
    assert {code: numbers[code].indicative for code in case.then.places} == case.then.places
    assert {code: numbers[code].indicative_amv for code in case.then.amv} == case.then.amv
    if case.then.sum is not None:
        assert sum(task.indicative for task in tasks.municipalities) == case.then.sum
    assert set(case.then.notes) <= {one.kind.code for one in tasks.findings}


def test_a_case_asks_something() -> None:
    for case in cases():
        assert case.then.places or case.then.amv or case.then.refused or case.then.notes, case.case
