# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A few people in two provinces, whose keys tell where they live: what of one is read in the other is a leak.

M1 is the ward of the north, M2 that of the south; A3 and A4 left since. All but one live where no child should.
Nobody is real, but the tables say that they are: so what a plan tells of single households is closed.
"""

from collections.abc import Mapping
from typing import Any

from web.registry import few_people
from web.registry.few_people import LOCATION, PLENTY

GRONINGEN, AMSTERDAM = "GM0014", "GM0363"
NORTH, SOUTH = "PV20", "PV27"
OLD_NORTH, QUIET_NORTH, OLD_SOUTH, NEW_SOUTH = "noordplek-oud", "noordplek-stil", "zuidplek-oud", "zuidplek-nieuw"
GUARDIAN_NORTH, GUARDIAN_SOUTH = "noordvoogd", "zuidvoogd"
UNFIT = {"family_fit": "no", "amv_fit": "no", "building": "event_hall"}
WISHING = {"wish_kind": "place", "wish": AMSTERDAM, "wish_by": "child", "wish_on": "2026-11-01"}
LIVES: Mapping[str, tuple[str, str, Mapping[str, str]]] = {
    "F1": ("noordmens", OLD_NORTH, WISHING),
    "F2": ("noordmens", OLD_NORTH, WISHING),
    "F3": ("noordmens", OLD_NORTH, WISHING),
    "F4": ("zuidmens", NEW_SOUTH, {"needs": "quiet"}),
    "F5": ("zuidmens", OLD_SOUTH, {}),
    "M1": ("noordmens", OLD_NORTH, {"guardian": GUARDIAN_NORTH}),
    "M2": ("zuidmens", OLD_SOUTH, {"guardian": GUARDIAN_SOUTH}),
    "A3": ("noordmens", OLD_NORTH, {}),
    "A4": ("zuidmens", OLD_SOUTH, {}),
    "A1": ("noordmens", OLD_NORTH, {}),
    "A2": ("zuidmens", OLD_SOUTH, {}),
}
PROVINCE_OF = {OLD_NORTH: NORTH, QUIET_NORTH: NORTH, OLD_SOUTH: SOUTH, NEW_SOUTH: SOUTH}
MUNICIPALITY_OF = {NORTH: GRONINGEN, SOUTH: AMSTERDAM}


LEFT = {"M1": "A3", "M2": "A4"}


OFFERED = {"places": "160", "amv_places": "40", "status": "decided"}
ASKED = {"kind": "safety", "what": "a guard", "state": "unknown", "source": "council", "mark": "assumption"}
RUN = {"task": "care", "responsible": "coa", "from": "2026-01-01", "source": "agreement", "mark": "assumption"}


def pledge(kind: str, location: str) -> str:
    """The key of an offer or a condition about a location."""
    return f"{kind}-{'noord' if PROVINCE_OF[location] == NORTH else 'zuid'}"


def key(short: str) -> str:
    """The key of a household, by its short name."""
    return f"{LIVES[short][0]}-{short}"


def tables() -> dict[str, list[Any]]:
    """The tables."""
    made = few_people.tables(5)
    described = {**made["dataset"][0], "synthetic": "no"}
    few = {"family_places": "4", "amv_places": "1", "adult_places": "0", "flexible_places": "2", "own_amv_team": "yes"}
    many = {**few, "family_places": "20", "amv_places": "4", "provides": "quiet"}
    return {
        "dataset": [described],
        "locations": [
            _location(OLD_NORTH, {**PLENTY, **UNFIT}),
            _location(QUIET_NORTH, many),
            _location(OLD_SOUTH, {**PLENTY, **UNFIT}),
            _location(NEW_SOUTH, few),
        ],
        "households": [_household(row) for row in made["households"] if row["household"] in LIVES],
        "stays": [
            {"household": key(short), "location": location, "from": "2026-01-01"}
            for short, (_, location, _) in LIVES.items()
        ],
        "persons": [_person(row) for row in made["persons"] if row["household"] in LIVES],
        "offers": [{**OFFERED, **_about(location, "offer")} for location in (OLD_NORTH, OLD_SOUTH)],
        "conditions": [{**ASKED, **_about(location, "offer", "condition")} for location in (OLD_NORTH, OLD_SOUTH)],
        "operations": [{**RUN, "location": location} for location in (OLD_NORTH, OLD_SOUTH)],
    }


def _about(location: str, *kinds: str) -> Mapping[str, str]:
    keys = {kind: pledge(kind, location) for kind in kinds}
    return {**keys, "location": location, "municipality": MUNICIPALITY_OF[PROVINCE_OF[location]]}


def _location(name: str, more: Mapping[str, str]) -> Mapping[str, str]:
    return {"location": name, "name": name.replace("plek-", " "), **LOCATION, **more,
            "municipality": MUNICIPALITY_OF[PROVINCE_OF[name]]}  # fmt: skip


def _household(row: Mapping[str, str]) -> Mapping[str, str]:
    _, location, more = LIVES[row["household"]]
    return {**row, "household": key(row["household"]), "location": location, **more}


def _person(row: Mapping[str, str]) -> Mapping[str, str]:
    household = key(row["household"])
    turns_eighteen = {"birth_month": "2009-02"} if row["household"] in ("M1", "M2") else {}
    return {**row, "person": f"{household}{row['person'][2:]}", "household": household, **turns_eighteen}
