# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A few people in two provinces, as tables.

F1, M1 and A1 live at L2 in Groningen, all others at L1 in Amsterdam, a hotel for emergency reception that closes. M1
has a guardian of its own (G2) and is seventeen. N1 has no place yet. They are made up: today is their reference date.
"""

from datetime import date
from typing import Any

from web.registry import few_people

TODAY = date.fromisoformat(few_people.TODAY)
GRONINGEN, AMSTERDAM = "GM0014", "GM0363"
EMERGENCY = {"kind": "emergency", "building": "hotel", "family_fit": "", "amv_fit": "", "closes": "2026-12-15"}


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


def _where(household: Any) -> dict[str, str]:
    key = household["household"]
    north = {"location": "L2"} if key in ("F1", "M1", "A1") else {}
    return {**household, **north, **({"guardian": "G2"} if key == "M1" else {})}
