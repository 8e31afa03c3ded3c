# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who looks at the location in the north, and how they answer."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from luwte.model.quality import Answer, Method
from luwte.quality.catalogue import Profile
from luwte_web.accounts.actors import Actor, Membership, Role, Scope
from luwte_web.inspections.answering import NOTHING, Says, give, said
from luwte_web.inspections.gaps import Agreed, agree
from luwte_web.inspections.handing_in import hand_in
from luwte_web.inspections.models import Inspection
from luwte_web.inspections.planning import Wanted, plan
from luwte_web.inspections.selectors import own_sheet
from web.people.few_tables import TODAY

HERE = "L2"
WHY = "for a test"
GATE, HIGH, MINOR = "HOU-001", "SAN-001", "HOU-004"


def somebody(key: str, role: Role, scope: Scope, within: str = "") -> Actor:
    return Actor(key, (Membership(role, scope, within),))


INSPECTOR = somebody("u-inspector", Role.INSPECTOR, Scope.COUNTRY)
COLLEAGUE = somebody("u-colleague", Role.INSPECTOR, Scope.PROVINCE, "PV20")
ELSEWHERE = somebody("u-elsewhere", Role.INSPECTOR, Scope.PROVINCE, "PV27")
TEAM = somebody("u-team", Role.SITE_TEAM, Scope.LOCATION, HERE)
MUNICIPALITY = somebody("u-municipality", Role.MUNICIPALITY, Scope.MUNICIPALITY, "GM0014")
OFFICER = somebody("u-officer", Role.PLACEMENT_OFFICER, Scope.COUNTRY)
GUARDIAN = somebody("u-guardian", Role.GUARDIAN, Scope.OWN_WARDS, "G2")
TO_DO = Agreed("Move the beds apart", "site_team", TODAY + timedelta(days=30), Decimal(1500))


def says(
    actor: Actor, inspection: Inspection, norm: str, answer: Answer | None, value: str = "", note: str = ""
) -> Says:
    """Answer as somebody who saw what stands there."""
    sheet = own_sheet(actor, inspection)
    known = sheet.given.filter(norm=norm).first() if sheet else None
    return give(actor, inspection, norm, Says(answer, value, note), (said(known) if known else NOTHING).mark)


def looked(
    actor: Actor, method: Method, on: date, answers: dict[str, Answer], action: Agreed | None = TO_DO, **more: Any
) -> Inspection:
    """A whole inspection: planned, answered, with an action for each gap that asks for one, handed in."""
    made = plan(actor, HERE, Wanted(Profile.EMERGENCY, method, on, **more), WHY)
    for norm, answer in answers.items():
        says(actor, made, norm, answer)
        if action and answer in (Answer.NOT_MET, Answer.PARTLY):
            agree(actor, made, norm, action)
    hand_in(actor, made, WHY)
    return made
