# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A few people in two provinces, for who works with them.

F1, M1 and A1 live at L2 in Groningen, all others at L1 in Amsterdam, a hotel for emergency reception that closes. M1
has a guardian of its own (G2) and is seventeen. N1 has no place yet. They are made up: today is their reference date.
"""

from datetime import date
from pathlib import Path
from typing import Any

from luwte_web.accounts.actors import Actor, Membership, Role, Scope
from web.registry import few_people
from web.registry.conftest import bring

TODAY = date.fromisoformat(few_people.TODAY)
GRONINGEN, AMSTERDAM = "GM0014", "GM0363"
EMERGENCY = {"kind": "emergency", "building": "hotel", "family_fit": "", "amv_fit": "", "closes": "2026-12-15"}


def somebody(role: Role, scope: Scope, within: str = "") -> Actor:
    return Actor("u-test", (Membership(role, scope, within),))


OFFICER = somebody(Role.PLACEMENT_OFFICER, Scope.COUNTRY)
OF_NORTH_HOLLAND = somebody(Role.PLACEMENT_OFFICER, Scope.PROVINCE, "PV27")
OF_GRONINGEN = somebody(Role.PLACEMENT_OFFICER, Scope.PROVINCE, "PV20")
TEAM_NORTH = somebody(Role.SITE_TEAM, Scope.LOCATION, "L2")
GUARDIAN = somebody(Role.GUARDIAN, Scope.OWN_WARDS, "G2")
MUNICIPALITY = somebody(Role.MUNICIPALITY, Scope.MUNICIPALITY, GRONINGEN)
PROVINCE = somebody(Role.PROVINCE, Scope.PROVINCE, "PV27")
MINISTRY = somebody(Role.MINISTRY, Scope.COUNTRY)
INSPECTOR = somebody(Role.INSPECTOR, Scope.COUNTRY)
AUDITOR = somebody(Role.AUDITOR, Scope.COUNTRY)
ADMINISTRATOR = somebody(Role.ADMINISTRATOR, Scope.COUNTRY)
PARTNER = somebody(Role.PARTNER, Scope.MUNICIPALITY, GRONINGEN)


def tables() -> dict[str, list[Any]]:
    made: dict[str, list[Any]] = few_people.tables(2)  # type: ignore[assignment]
    made["locations"][0] = {**made["locations"][0], **EMERGENCY}
    made["locations"][1] = {**made["locations"][1], "municipality": GRONINGEN, "stays_until_age": "21"}
    made["households"] = [_where(household) for household in made["households"]]
    made["households"].append({"household": "N1", "group": "adult", "phase": "registration"})
    made["persons"] = [
        {**person, "birth_month": "2009-02"} if person["person"] == "M1s" else person for person in made["persons"]
    ]
    made["persons"].append({"person": "N1s", "household": "N1", "birth_month": "1990-01", "relation": "self"})
    made["stays"] = [
        {"household": one["household"], "location": one["location"], "from": one["since"], "cause": "procedure"}
        for one in made["households"]
        if one.get("location")
    ]
    return made


def come(folder: Path) -> None:
    """Bring them into the registry."""
    bring(few_people.write(folder / "people", tables()))


def _where(household: Any) -> dict[str, str]:
    key = household["household"]
    north = {"location": "L2"} if key in ("F1", "M1", "A1") else {}
    return {**household, **north, **({"guardian": "G2"} if key == "M1" else {})}
