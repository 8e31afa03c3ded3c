# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The country of few people, where the old location is not fit for children and the new one has a few places."""

from datetime import date

from web.registry import few_people
from web.registry.few_people import LOCATION, NEW, OLD, Row

DAY = date(2026, 11, 21)
OTHER, SPARE = "L3", "L4"


def tables() -> dict[str, list[Row]]:
    """Four families, four unaccompanied minors, four adults; who has no place yet is a fifth family."""
    made = few_people.tables()
    old, new = made["locations"]
    more = {"family_places": "2", "amv_places": "1", "adult_places": "0", "flexible_places": "0"}
    made["locations"] = [
        {**old, "family_fit": "no", "amv_fit": "no", "building": "event_hall"},
        {**new, "own_amv_team": "yes"},
        {"location": OTHER, "name": "other", **LOCATION, **more, "municipality": "GM0034", "own_amv_team": "yes"},
        {"location": SPARE, "name": "spare", **LOCATION, "municipality": "GM0034", "family_places": "20",
         "amv_places": "0", "adult_places": "0", "flexible_places": "0", "family_fit": "unknown"},
    ]  # fmt: skip
    made["households"] = [
        *({**row, "guardian": "G2"} if row["household"] == "M4" else row for row in made["households"]),
        {**made["households"][0], "household": "F5", "location": "", "since": ""},
    ]
    made["persons"] = [
        *made["persons"],
        *({**row, "person": row["person"].replace("F1", "F5"), "household": "F5"}
          for row in made["persons"] if row["household"] == "F1"),
    ]  # fmt: skip
    return made


__all__ = ["DAY", "NEW", "OLD", "OTHER", "SPARE", "tables"]
