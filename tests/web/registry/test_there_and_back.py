# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Tables come into the registry and go out of it the same, to the last decimal."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from luwte.data import national_municipalities, read, write
from luwte.model.cycles import CycleStep, HousingBalance, MunicipalStatus, Status, Step
from luwte.model.dataset import Dataset
from luwte.model.marks import Mark
from luwte.model.participation import Ages, Contact, Feedback, Period, Programme, ProgrammeKind, RunBy, Through
from luwte.model.places import Building, Location, LocationKind, Operator, Scheme, StatedFitness, Unit
from luwte.model.pledges import Commitment, CommitmentKind, Exchange
from luwte.model.quality import Answer, AssessedGroup, Assessment, Improvement, Method, SelfCheck
from luwte.model.sites import Condition, ConditionKind, ConditionState, Operation, OperationTask, Responsible
from luwte.model.stays import Headcount
from luwte_web.accounts.actors import SYSTEM
from luwte_web.registry import exporting, importing, models, selectors
from web.registry.conftest import bring
from web.small_country import Folders

pytestmark = pytest.mark.django_db


def without_findings(dataset: Dataset) -> Dataset:
    return replace(dataset, findings=())


def test_the_example_comes_back_the_same(folders: Folders, tmp_path: Path) -> None:
    bring(folders.tables)
    exporting.export(tmp_path / "out", SYSTEM)
    given_tables = read(folders.tables)
    assert selectors.dataset_of_registry() == without_findings(given_tables)
    assert read(tmp_path / "out") == given_tables
    assert read(tmp_path / "out").content_hash == given_tables.content_hash


@pytest.mark.parametrize("name", ["out", "out.xlsx"])
def test_an_export_brought_in_again_changes_nothing(folders: Folders, tmp_path: Path, name: str) -> None:
    bring(folders.tables)
    exporting.export(tmp_path / name, SYSTEM)
    seen = importing.preview(tmp_path / name)
    before = models.Change.objects.count()
    assert seen.changes_nothing
    assert importing.apply(seen, SYSTEM, "again") is None
    assert models.Change.objects.count() == before


PLAIN = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1, max_size=12).filter(
    lambda text: text.isprintable() and text == text.strip() and not text.startswith("#")
)
EMERGENCY = (LocationKind.EMERGENCY, LocationKind.CRISIS_EMERGENCY, LocationKind.TEMPORARY_MUNICIPAL)
EXACT = st.decimals(min_value=0, max_value=999_999, places=25).map(lambda number: Decimal(f"{number:f}"))
MANY = EXACT.filter(bool)
DAYS = st.dates(date(1990, 1, 1), date(2150, 12, 31))
COUNTS = st.integers(0, 1_000_000)
CODES = st.frozensets(st.sampled_from(["quiet", "accessible", "women_only", "other:garden"]))


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


def keyed(make: Callable[[str], st.SearchStrategy[Any]]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(PLAIN, unique=True, max_size=4).flatmap(lambda keys: st.tuples(*(make(key) for key in keys)))


LOCATIONS = keyed(
    lambda key: st.builds(
        Location, key=st.just(key), name=PLAIN, municipality=st.just("GM0363"), kind=st.sampled_from(LocationKind),
        operator=st.sampled_from(Operator), building=st.sampled_from(Building), family_places=COUNTS,
        amv_places=COUNTS, adult_places=COUNTS, flexible_places=COUNTS, school_places=maybe(COUNTS), provides=CODES,
        supervisor=maybe(PLAIN), family_fit=maybe(st.sampled_from(StatedFitness)), cost_per_place_day=maybe(EXACT),
        school_km=maybe(EXACT), own_amv_team=maybe(st.booleans()), stays_until_age=st.integers(18, 23),
    )
)  # fmt: skip
COMMITMENTS = keyed(
    lambda key: st.builds(
        Commitment, key=st.just(key), kind=st.sampled_from(CommitmentKind), title=PLAIN, made_on=maybe(DAYS),
        due=maybe(st.just(date(2190, 1, 31))), answer=maybe(PLAIN), mark=maybe(st.sampled_from(Mark)),
    )
)  # fmt: skip
IMPROVEMENTS = st.lists(
    st.builds(Improvement, st.just(""), st.sampled_from(["i1", "i2"]), st.sampled_from(["mend", "paint"]),
              maybe(PLAIN), maybe(DAYS), maybe(EXACT)), max_size=5
)  # fmt: skip
ASSESSMENTS = st.lists(
    st.builds(Assessment, st.just(""), st.sampled_from(AssessedGroup), PLAIN, st.sampled_from(Answer),
              st.just(date(2026, 1, 2)), st.sampled_from(Method), maybe(PLAIN), maybe(PLAIN), maybe(PLAIN)),
    max_size=4, unique_by=lambda each: (each.group, each.indicator, each.method, each.assessor),
)  # fmt: skip
FEEDBACK = keyed(
    lambda key: st.builds(
        Feedback, st.just(key), st.just(""), st.just(date(2026, 1, 2)), st.sampled_from(Through), PLAIN,
        maybe(st.sampled_from(Ages)), maybe(st.integers(1, 99)), maybe(PLAIN), maybe(PLAIN),
        maybe(st.just(date(2026, 1, 3))), maybe(st.just(date(2026, 1, 2))),
    )
)  # fmt: skip
PROGRAMMES = keyed(
    lambda key: st.builds(
        Programme, st.just(key), st.just(""), PLAIN, st.sampled_from(ProgrammeKind),
        st.frozensets(st.sampled_from([age.value for age in Ages if age is not Ages.MIXED])),
        maybe(st.just(date(2026, 1, 2))), maybe(st.just(date(2190, 1, 31))), maybe(MANY), maybe(MANY), maybe(COUNTS),
        maybe(COUNTS), maybe(DAYS), maybe(EXACT), maybe(st.sampled_from(Period)), maybe(PLAIN), maybe(DAYS),
        maybe(st.booleans()), maybe(st.sampled_from(RunBy)),
    )
)  # fmt: skip
CONTACTS = st.lists(
    st.builds(Contact, st.just(""), PLAIN, st.just(date(2026, 1, 2)), maybe(st.just(date(2026, 1, 3))),
              maybe(st.integers(1, 168).map(Decimal)), maybe(PLAIN)),
    max_size=3, unique_by=lambda each: each.contact,
)  # fmt: skip
HEADCOUNTS = st.lists(
    st.builds(Headcount, st.dates(date(2024, 1, 1), date(2025, 12, 31)), st.sampled_from(EMERGENCY), st.just(9),
              PLAIN, st.sampled_from(Mark), maybe(st.integers(0, 9))),
    max_size=3, unique_by=lambda each: (each.on, each.kind),
).map(tuple)  # fmt: skip
SELFCHECKS = st.lists(
    st.builds(SelfCheck, st.sampled_from(["GM0363", "GM0392"]), st.sampled_from(["MUN-101", "MUN-801"]),
              st.sampled_from(Answer), st.just(date(2026, 1, 2)), PLAIN, maybe(PLAIN), maybe(PLAIN)),
    max_size=3, unique_by=lambda each: each.respondent,
).map(tuple)  # fmt: skip
CYCLE_STEPS = st.lists(
    st.builds(CycleStep, st.just(2026), st.sampled_from(Step), DAYS, PLAIN, st.sampled_from(Mark), maybe(COUNTS),
              maybe(st.booleans())),
    max_size=3, unique_by=lambda each: (each.step, each.on),
).map(tuple)  # fmt: skip
STATUSES = st.lists(
    st.builds(MunicipalStatus, st.just(2026), st.sampled_from(["GM0363", "GM0392"]), st.sampled_from(Status), DAYS,
              maybe(PLAIN)),
    max_size=3, unique_by=lambda each: (each.municipality, each.since, each.status),
).map(tuple)  # fmt: skip
HOUSING = st.lists(
    st.builds(HousingBalance, st.sampled_from(["2026-I", "2026-II"]), st.just("GM0363"), COUNTS, st.just(0)),
    max_size=2, unique_by=lambda each: each.half_year,
).map(tuple)  # fmt: skip
CONDITIONS = st.lists(
    st.builds(Condition, PLAIN, st.just("GM0363"), st.sampled_from(ConditionKind), PLAIN,
              st.just(ConditionState.UNKNOWN), PLAIN, st.sampled_from(Mark), st.none(), st.just(""), maybe(PLAIN),
              maybe(st.just(date(2026, 1, 2))), maybe(st.just(date(2026, 1, 3))), maybe(st.just(date(2030, 1, 3)))),
    max_size=3, unique_by=lambda each: each.condition,
)  # fmt: skip
OPERATIONS = st.lists(
    st.builds(Operation, st.just(""), st.sampled_from(OperationTask), st.sampled_from(Responsible),
              st.just(date(2026, 1, 2)), PLAIN, st.sampled_from(Mark), PLAIN, maybe(st.sampled_from(Scheme)),
              maybe(st.just(date(2026, 1, 3)))),
    max_size=3, unique_by=lambda each: each.organisation,
)  # fmt: skip
UNITS = st.lists(
    st.builds(Unit, st.just(""), PLAIN, st.sampled_from(["family", "amv", "adult"]), st.integers(0, 10_000),
              maybe(COUNTS), maybe(PLAIN), maybe(st.booleans())),
    max_size=4, unique_by=lambda each: each.unit,
)  # fmt: skip


AMSTERDAM, HAARLEM = (next(m for m in national_municipalities() if m.code == code) for code in ("GM0363", "GM0392"))


@st.composite
def datasets(draw: st.DrawFn) -> Dataset:
    locations = draw(LOCATIONS)
    at = [location.key for location in locations]

    def placed(rows: list[Any]) -> tuple[Any, ...]:
        return tuple(replace(row, location=at[i % len(at)]) for i, row in enumerate(rows)) if at else ()

    counts = st.dictionaries(maybe(st.sampled_from([date(2024, 1, 1), date(2025, 1, 1)])), COUNTS, min_size=1)
    return Dataset(
        title=draw(st.just("") | PLAIN),
        seed=draw(maybe(COUNTS)),
        municipalities=tuple(
            replace(m, inhabitants=draw(counts), ses_woa=draw(st.decimals(0, 2, places=20)))
            for m in (AMSTERDAM, HAARLEM)
        ),
        locations=locations,
        units=placed(draw(UNITS)),
        improvements=placed(draw(IMPROVEMENTS)),
        feedback=placed(draw(FEEDBACK)),
        programmes=placed(draw(PROGRAMMES)),
        contacts=placed(draw(CONTACTS)),
        assessments=placed(draw(ASSESSMENTS)),
        headcounts=draw(HEADCOUNTS),
        selfchecks=draw(SELFCHECKS),
        steps=draw(CYCLE_STEPS),
        statuses=draw(STATUSES),
        housing=draw(HOUSING),
        conditions=placed(draw(CONDITIONS)),
        operations=placed(draw(OPERATIONS)),
        commitments=draw(COMMITMENTS),
        exchanges=(Exchange(AMSTERDAM.code, HAARLEM.code, draw(st.integers(0, 9)), 0),) * draw(st.integers(0, 3)),
    )


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(made=datasets())
def test_whatever_the_tables_say_comes_back_the_same(made: Dataset, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("made")
    write(made, folder / "in")
    with transaction.atomic():
        bring(folder / "in")
        exporting.export(folder / "out", SYSTEM)
        assert importing.preview(folder / "out").changes_nothing
        transaction.set_rollback(True)
    assert read(folder / "out").content_hash == read(folder / "in").content_hash
