# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Nobody is moved to where no place is, whoever asks: the service says why, and the database refuses it by itself."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from luwte.model.stays import MoveStatus
from luwte_web.accounts.actors import SYSTEM
from luwte_web.registry import models, moves, refusals, selectors
from luwte_web.registry.moves import Proposed
from luwte_web.registry.services import change, correct
from web.registry.few_people import FEW, NEW, OLD

MONDAY = date(2026, 11, 23)
TUESDAY = MONDAY + timedelta(days=1)
WHY = "agreed at the table"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("people")]


def go(household: str, to: str = NEW, on: date = MONDAY) -> str:
    key = moves.accept(SYSTEM, Proposed(household, to, on), WHY)
    moves.commit(SYSTEM, key, WHY)
    return key


def facts_about(household: str) -> models.HouseholdFacts:
    return models.HouseholdFacts.objects.known().get(household__key=household)


def refused(kind: object, household: str, to: str = NEW, on: date = MONDAY) -> None:
    before = selectors.latest_change()
    with pytest.raises(refusals.ChangeRefused) as why, transaction.atomic():
        go(household, to, on)
    assert [finding.kind for finding in why.value.findings] == [kind]
    assert selectors.latest_change() == before


def test_a_move_is_accepted_committed_and_known_by_whom_and_why() -> None:
    key = go("F1")
    (move,) = selectors.records("moves", move__key=key)
    assert (move.household, move.to, move.on, move.status) == ("F1", NEW, MONDAY, MoveStatus.COMMITTED)
    assert models.Change.objects.latest("id").reason == WHY
    assert models.MoveFacts.objects.filter(move__key=key).count() == 2


def test_families_take_flexible_places_after_their_own() -> None:
    for household in ("F1", "F2", "F3"):
        go(household)
    refused(refusals.NO_PLACE, "F4")


def test_adults_do_not_take_a_flexible_place_that_a_family_has() -> None:
    for household in ("F1", "F2", "F3", "A1", "A2"):
        go(household)
    refused(refusals.NO_PLACE, "A3")


def test_unaccompanied_minors_have_their_own_places_only() -> None:
    go("M1")
    go("M2")
    refused(refusals.NO_PLACE, "M3")
    go("A1")


def test_an_accepted_move_keeps_its_place() -> None:
    moves.accept(SYSTEM, Proposed("M1", NEW, TUESDAY), WHY)
    go("M2")
    refused(refusals.NO_PLACE, "M3")


def test_a_place_is_free_from_the_day_on_which_it_is_left() -> None:
    go("M1")
    go("M2")
    for household in ("M1", "M2"):
        arrived(household, NEW)
    key = moves.accept(SYSTEM, Proposed("M1", OLD, TUESDAY), WHY)
    refused(refusals.NO_PLACE, "M3", on=TUESDAY)
    moves.commit(SYSTEM, key, WHY)
    refused(refusals.NO_PLACE, "M3", on=MONDAY)
    go("M3", on=TUESDAY)


def test_a_move_is_not_cancelled_once_its_old_place_is_promised() -> None:
    for household in ("M1", "M2"):
        go(household)
        arrived(household, NEW)
    left = go("M1", OLD, TUESDAY)
    came = go("M3", NEW, TUESDAY)
    with pytest.raises(refusals.ChangeRefused, match="place_given_away"), transaction.atomic():
        moves.cancel(SYSTEM, left, WHY)
    moves.cancel(SYSTEM, came, WHY)
    moves.cancel(SYSTEM, left, WHY)


def test_where_people_are_over_the_places_nobody_comes_and_they_may_leave() -> None:
    for household in ("M1", "M2", "M3"):
        arrived(household, NEW)
    refused(refusals.NO_PLACE, "M4")
    go("M1", OLD)
    refused(refusals.NO_PLACE, "M4")
    go("M2", OLD)
    go("M4")
    go("A1")


def test_a_unit_out_of_use_has_no_places() -> None:
    location = models.Location.objects.get(key=NEW)
    with change(SYSTEM, WHY) as made:
        for name, broken in (("u1", False), ("u2", True)):
            unit = models.Unit(location=location, unit=name, group="amv", places=1, out_of_use=broken, line=0)
            unit.known_by, unit.line = made, len(name) + broken
            unit.save()
    go("M1")
    refused(refusals.NO_PLACE, "M2")


def test_who_is_locked_is_not_moved() -> None:
    with change(SYSTEM, WHY) as made:
        correct(made, facts_about("F1"), locked=True, lock_reason="exams")
    refused(refusals.LOCKED, "F1")


def test_a_household_moves_once() -> None:
    go("F1")
    refused(refusals.MOVES_TWICE, "F1")


def test_a_move_is_decided_once() -> None:
    key = go("F1")
    with pytest.raises(refusals.ChangeRefused, match="registry_move_decided"):
        moves.commit(SYSTEM, key, WHY)


def test_somebody_who_is_not_known_is_not_moved() -> None:
    refused(refusals.NOT_THERE, "nobody")
    refused(refusals.NOT_THERE, "F1", to="nowhere")


@pytest.mark.parametrize(("household", "place", "said"), [
    ("M1", "adult", "registry_not_for_amv"),
    ("M1", "family", "registry_not_for_amv"),
    ("F1", "adult", "registry_other_group"),
    ("A1", "amv", "registry_other_group"),
])  # fmt: skip
def test_the_database_itself_keeps_places_for_whom_they_are(household: str, place: str, said: str) -> None:
    with pytest.raises(IntegrityError, match=said), change(SYSTEM, WHY) as made:
        models.MoveFacts.objects.create(
            move=models.Move.objects.create(key="by hand"),
            household=models.Household.objects.get(key=household),
            to=models.Location.objects.get(key=NEW),
            on=MONDAY,
            status=MoveStatus.COMMITTED,
            to_place=place,
            line=0,
            known_by=made,
        )


def test_the_database_itself_lets_no_amv_live_on_an_adult_place() -> None:
    with pytest.raises(IntegrityError), change(SYSTEM, WHY) as made:
        correct(made, facts_about("M1"), on_place="adult")


HOUSEHOLDS = [f"{group}{number}" for group in "FMA" for number in range(1, 5)]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["accept", "commit", "cancel"]), st.sampled_from(HOUSEHOLDS), st.sampled_from([MONDAY, TUESDAY])
    ),
    max_size=40,
)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_people_decide_in_whatever_order_nobody_is_over(steps: list[tuple[str, str, date]]) -> None:
    with transaction.atomic():
        for step, household, on in steps:
            _decide(step, household, on)
            for day in (MONDAY, TUESDAY):
                _nobody_is_over(day)
        transaction.set_rollback(True)


def _decide(step: str, household: str, on: date) -> None:
    live = models.MoveFacts.objects.known().filter(household__key=household).exclude(status="cancelled").first()
    try:
        with transaction.atomic():
            if step == "accept":
                moves.accept(SYSTEM, Proposed(household, NEW, on), WHY)
            elif live:
                {"commit": moves.commit, "cancel": moves.cancel}[step](SYSTEM, live.move.key, WHY)
    except refusals.ChangeRefused:
        return


def _nobody_is_over(day: date) -> None:
    """Counted anew from the tables, in the words of the rule."""
    coming = [move for move in selectors.records("moves") if move.status != "cancelled" and move.on <= day]
    people = Counter(move.household[0] for move in coming) + Counter(
        m.household[0] for m in coming if m.household[0] == "F"
    )
    places = {name: int(count) for name, count in FEW.items()}
    shared = max(0, people["F"] - places["family_places"]) + max(0, people["A"] - places["adult_places"])
    assert people["M"] <= places["amv_places"]
    assert shared <= places["flexible_places"]


def arrived(household: str, at: str) -> None:
    """The household lives there now, and a move that brought it there is made."""
    with change(SYSTEM, "arrived") as made:
        for move in models.MoveFacts.objects.known().filter(household__key=household):
            correct(made, move, status=MoveStatus.CANCELLED)
        correct(made, facts_about(household), location=models.Location.objects.get(key=at))
