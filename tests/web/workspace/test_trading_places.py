# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Two families that would trade their last places: neither can go first, and who decides is told what to do."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from luwte_web.accounts import services
from luwte_web.accounts.actors import SYSTEM, Membership, Role, Scope
from luwte_web.registry import importing
from luwte_web.workspace import proposals, review
from luwte_web.workspace.models import PlanJob
from luwte_web.workspace.undisputed import Dispute, disputes
from web.registry import few_people
from web.workspace import country
from web.workspace.conftest import OFFICER
from web.workspace.country import NEW, OLD, SPARE

pytestmark = pytest.mark.django_db
LIVES = {"F1": (OLD, "quiet"), "F2": (NEW, "other:garden")}
PROVIDES = {OLD: ("other:garden", "2"), NEW: ("quiet", "2"), SPARE: ("", "20")}


@pytest.fixture(scope="module")
def people_once(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """Each of two families lives in the last place that provides what the other needs."""
    made = country.tables()
    made["locations"] = [
        {**row, "family_fit": "yes", "family_places": PROVIDES[row["location"]][1],
         "provides": PROVIDES[row["location"]][0],
         "amv_places": "0", "adult_places": "0", "flexible_places": "0"}
        for row in made["locations"] if row["location"] in PROVIDES
    ]  # fmt: skip
    made["households"] = [
        {**row, "location": LIVES[row["household"]][0], "needs": LIVES[row["household"]][1]}
        for row in made["households"]
        if row["household"] in LIVES
    ]
    made["persons"] = [row for row in made["persons"] if row["household"] in LIVES]
    folder = few_people.write(tmp_path_factory.mktemp("trade") / "tables", made)
    with django_db_blocker.unblock(), transaction.atomic():
        importing.apply(importing.preview(folder), SYSTEM, "for a test")
        yield
        transaction.set_rollback(True)


def test_who_trades_places_is_told_to_choose_another_place_for_one_of_them(job: PlanJob) -> None:
    found = {one.household: one for one in proposals.of(OFFICER, job)}
    assert {key: (one.row.destination, one.waits_for, one.trades) for key, one in found.items()} == {
        "F1": (NEW, ("F2",), True),
        "F2": (OLD, ("F1",), True),
    }
    why = disputes(job, list(found.values()))
    assert all(Dispute.TRADES in each and Dispute.WAITS not in each for each in why.values())
    officer = services.add_user(SYSTEM, "o@example.org", (Membership(Role.PLACEMENT_OFFICER, Scope.COUNTRY),))
    browser = Client(headers={"host": "127.0.0.1"})
    browser.force_login(officer, backend=settings.AUTHENTICATION_BACKENDS[0])
    assert "choose another place for one of them" in browser.get(f"/en/review/{job.key}/").content.decode()
    shown = browser.get(f"/en/review/{job.key}/households/F1/").content.decode()
    assert "They trade places with others, and nobody can go first." in shown


def test_with_another_place_for_one_of_them_the_other_can_go(job: PlanJob) -> None:
    review.override(OFFICER, job, "F1", SPARE, "until the other family has moved")
    review.commit(OFFICER, job, "F1", "they agree", "the room is needed")
    second = proposals.one(job, "F2")
    assert second is not None
    assert (second.waits_for, second.trades) == ((), False)
    review.accept(OFFICER, job, "F2", "now there is a place")
