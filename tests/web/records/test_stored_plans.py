# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Plans and tables that are stored name households: which of them go with a household, and which have to stay."""

import io
import zipfile
from datetime import date

import pytest
from django.utils import timezone

from luwte.placement.placement import Action, Cause
from luwte_web.accounts.actors import SYSTEM
from luwte_web.artefacts.models import Artefact
from luwte_web.artefacts.services import publish
from luwte_web.records import forgetting
from luwte_web.records.plans import KeptFor, naming
from luwte_web.records.terms import load_terms
from luwte_web.registry import departures
from luwte_web.registry.departures import Left
from luwte_web.registry.models import Change, Household, LeftFor
from luwte_web.registry.services import change, know
from luwte_web.workspace.models import Hold, JobState, PlanJob, Proposed
from web.people.few import OFFICER
from web.people.few_tables import TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("lived")]


def stored(mark: str, table: str, households: str, dataset: Artefact | None = None) -> Artefact:
    """An artefact with one table about these households."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as parcel:
        parcel.writestr(table, "household,x\n" + "".join(f"{key},M1\n" for key in households.split()))
    kind = Artefact.Kind.PLAN if dataset else Artefact.Kind.DATASET
    return Artefact.objects.create(
        address=mark * 64, kind=kind, content=content.getvalue(), stored_at=timezone.now(), dataset=dataset
    )


def made_by_a_job(plan: Artefact) -> None:
    now = timezone.now()
    last = Change.objects.latest("id")
    PlanJob.objects.create(asked_at=now, ended_at=now, on=TODAY, state=JobState.DONE, plan=plan, change=last)


@pytest.fixture
def tables() -> Artefact:
    """The tables that plans were made from."""
    return stored("a", "households.csv", "M1 F1")


def why(key: str = "M1") -> dict[str, KeptFor | None]:
    return {each.artefact.pk[0]: each.kept_for for each in naming(key)}


def test_only_what_names_the_household_as_a_household_is_found(tables: Artefact) -> None:
    stored("b", "placements.csv", "F1", tables)
    assert why() == {"a": KeptFor.TABLES}
    assert why("x") == {}


def test_the_plan_that_is_shown_and_those_that_others_need_stay(tables: Artefact) -> None:
    publish(stored("b", "placements.csv", "M1 F1", tables), timezone.now())
    held = stored("c", "placements.csv", "M1 F1", tables)
    with change(OFFICER, "wait for the school") as made:
        know(made, Hold(household=Household.objects.get(key="F1"), plan=held, until=date(2026, 12, 1)))
    made_by_a_job(stored("d", "placements.csv", "M1 F1", tables))
    assert why() == {"b": KeptFor.SHOWN, "c": KeptFor.HOLDS, "d": None, "a": KeptFor.TABLES}


@pytest.mark.parametrize("with_plans", [True, False])
def test_what_nobody_needs_goes_with_the_household_when_asked(tables: Artefact, with_plans: bool) -> None:
    made_by_a_job(stored("d", "placements.csv", "M1 F1", tables))
    departures.leave(OFFICER, "M1", Left(LeftFor.HOME, TODAY), "got a home")
    forgetting.forget(SYSTEM, "M1", load_terms(), "asked for", early=True, with_plans=with_plans)
    assert Artefact.objects.filter(address__in=["a" * 64, "d" * 64]).exists() is not with_plans
    assert PlanJob.objects.exists() is not with_plans


def test_what_a_plan_asks_about_a_household_goes_with_it_and_what_it_asks_about_others_stays(tables: Artefact) -> None:
    made_by_a_job(stored("d", "placements.csv", "M1 F1", tables))
    asked = {"action": Action.MOVE, "cause": Cause.WISH, "size": 2, "minors": 1, "destination": "L1"}
    for key in ("M1", "F1"):
        Proposed.objects.create(job=PlanJob.objects.get(), household=Household.objects.get(key=key), **asked)
    departures.leave(OFFICER, "M1", Left(LeftFor.HOME, TODAY), "got a home")
    forgetting.forget(SYSTEM, "M1", load_terms(), "the term is over", early=True)
    assert [line.household.key for line in Proposed.objects.all()] == ["F1"]
