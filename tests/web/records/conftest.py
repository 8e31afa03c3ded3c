# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People of whom much is known."""

from datetime import date
from pathlib import Path

import pytest

from luwte.model.people import WishBy, WishKind
from luwte_web.audit.acts import Act
from luwte_web.audit.services import record
from luwte_web.registry import circumstances, eighteen, missing, moves, wishes
from luwte_web.registry.circumstances import Kin
from luwte_web.registry.eighteen import Agreed
from luwte_web.registry.models import Answer, AtEighteen, Household, Location, Move, Tie
from luwte_web.registry.moves import Proposed
from luwte_web.registry.services import change, know
from luwte_web.registry.wishes import Wish
from luwte_web.workspace.models import BestInterests, GuardianView, Stance, Urgency
from web.people import few
from web.people.few import GUARDIAN, OFFICER
from web.people.few_tables import TODAY

AGREED = Agreed(AtEighteen.STAY, "a mentor", "school goes on", "own room", "football", "with the mentor", "glad")


@pytest.fixture
def lived(db: None, tmp_path: Path) -> None:
    """M1 was missing and found, plans for eighteen, asks for things, is to move, is weighed for; F2 is kept near it."""
    few.come(tmp_path)
    missing.report(GUARDIAN, "M1s", date(2026, 11, 1), "not at school")
    missing.found(GUARDIAN, "M1s", date(2026, 11, 2), "came back")
    eighteen.agree(GUARDIAN, "M1s", AGREED, "talked")
    wishes.hear(OFFICER, "M1", Wish(WishKind.STAY, WishBy.CHILD, TODAY), "said so")
    wishes.answer(OFFICER, "M1", Answer.REFUSED, TODAY, "the location is full")
    circumstances.relate(OFFICER, "M1", Kin(Tie.SIBLING, "M2"), "told")
    circumstances.relate(OFFICER, "F2", Kin(Tie.RELATIVE, "M1", near=True), "told")
    move = moves.accept(OFFICER, Proposed("M1", "L1", TODAY), "closer to school")
    household, to = Household.objects.get(key="M1"), Location.objects.get(key="L1")
    with change(OFFICER, "weighed with care", about="household:M1") as made:
        know(made, BestInterests(household=household, to=to, family="none here", view="wants to go"))
        know(made, GuardianView(household=household, to=to, stance=Stance.AGREES, view="good", given_on=TODAY))
        know(made, Urgency(move=Move.objects.get(key=move), because="the school begins"))
    record(OFFICER, Act.READ_PERSON, "household:M1")
