# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A place that somebody else has to leave first: the page says whom to decide about, and in that order it goes."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from luwte_web.accounts.actors import SYSTEM
from luwte_web.registry import importing
from luwte_web.registry.refusals import ChangeRefused
from luwte_web.workspace import proposals, review
from luwte_web.workspace.models import PlanJob
from luwte_web.workspace.refusals import WAITS
from luwte_web.workspace.undisputed import Dispute, disputes
from web.registry import few_people
from web.workspace import country
from web.workspace.conftest import OFFICER
from web.workspace.country import NEW, SPARE
from web.workspace.written import write_all

pytestmark = pytest.mark.django_db
WHY = "one after the other"


@pytest.fixture(scope="module")
def people_once(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """A family at the new location needs what only the spare one provides; others can have its place then."""
    made = country.tables()
    made["locations"] = [
        {**row, "provides": "quiet", "family_fit": "yes"} if row["location"] == SPARE else row
        for row in made["locations"]
        if row["location"] != country.OTHER
    ]
    made["households"] = [
        {**row, "location": NEW, "needs": "quiet"} if row["household"] == "F4" else row
        for row in made["households"]
        if row["household"][0] in "FA" and row["household"] != "F5"
    ]
    made["households"] = [
        {**row, "wish_kind": "place", "wish": "GM0363", "wish_by": "child", "wish_on": "2026-11-01"}
        if row["household"] in ("F1", "F2", "F3")
        else row
        for row in made["households"]
    ]
    there = {row["household"] for row in made["households"]}
    made["persons"] = [row for row in made["persons"] if row["household"] in there]
    folder = few_people.write(tmp_path_factory.mktemp("chain") / "tables", made)
    with django_db_blocker.unblock(), transaction.atomic():
        importing.apply(importing.preview(folder), SYSTEM, "for a test")
        yield
        transaction.set_rollback(True)


def waits_for(job: PlanJob, household: str) -> tuple[str, ...]:
    found = proposals.one(job, household)
    assert found is not None
    return found.waits_for


def test_whom_to_decide_about_first_is_told_and_then_the_place_is_free(job: PlanJob) -> None:
    found = {one.household: one for one in proposals.of(OFFICER, job)}
    assert {key: one.row.destination for key, one in found.items()} == {"F1": NEW, "F2": NEW, "F3": NEW, "F4": SPARE}
    assert {key: one.waits_for for key, one in found.items()} == dict.fromkeys(("F1", "F2", "F3", "F4"), ())
    review.accept(OFFICER, job, "F1", WHY)
    review.accept(OFFICER, job, "F2", WHY)
    assert waits_for(job, "F3") == ("F4",)
    third = proposals.one(job, "F3")
    assert third is not None
    assert Dispute.WAITS in disputes(job, [third])["F3"]
    with pytest.raises(ChangeRefused) as why:
        review.accept(OFFICER, job, "F3", WHY)
    assert [finding.kind for finding in why.value.findings] == [WAITS]
    assert why.value.findings[0].params["others"] == "F4"
    review.accept(OFFICER, job, "F4", WHY)
    assert waits_for(job, "F3") == ("F4",)
    write_all(OFFICER, "F4", SPARE)
    review.commit(OFFICER, job, "F4", WHY)
    assert waits_for(job, "F3") == ()
    review.accept(OFFICER, job, "F3", WHY)
