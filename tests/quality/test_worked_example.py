# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The example of docs/triage.md, on the bundled norms, comes out as the page tells it."""

from datetime import date

from luwte.model.places import PlaceGroup
from luwte.model.quality import Answer, AssessedGroup, Assessment, Improvement, Method
from luwte.quality.assess import Assessed, assess
from luwte.quality.catalogue import load_catalogue
from luwte.quality.fitness import verdict
from luwte.quality.norm import Level
from luwte.quality.triage import Because, Layer, Reason, triage
from quality.norms import site

ON, VISITED, TWELVE_WEEKS, A_DAY_LATER = date(2026, 11, 16), date(2026, 11, 6), date(2027, 2, 8), date(2027, 2, 9)
FAMILY, AMV = PlaceGroup.FAMILY, PlaceGroup.AMV


def looked_at(*due: tuple[str, date], **otherwise: Answer) -> dict[PlaceGroup, Assessed]:
    """The site of the page, with actions that are due on these days; `otherwise` is what else was answered."""
    says = {"CAR-001": Answer.NOT_MET, "HOU-012": Answer.PARTLY}
    says |= {key.replace("_", "-"): answer for key, answer in otherwise.items()}
    norms = load_catalogue().norms
    answers = [
        Assessment("L", AssessedGroup.ALL, norm.id, says.get(norm.id, Answer.MET), VISITED, Method.VISIT)
        for norm in norms
        if norm.level is Level.LOCATION
    ]
    actions = [Improvement("L", norm, "repair", "site manager", day) for norm, day in due]
    return {one.group: one for one in assess(norms, [site()], answers, actions, ON)}


def test_it_functions_well_for_families_and_is_critical_for_children_who_came_alone() -> None:
    found = looked_at(("HOU-012", TWELVE_WEEKS))
    families, alone = triage(found[FAMILY]), triage(found[AMV])
    assert (families.layer, families.because[0]) == (Layer.GOOD, Because(Reason.GAP_WITH_ACTION, "HOU-012"))
    assert (alone.layer, alone.because) == (Layer.CRITICAL, (Because(Reason.GATE_FAILED, "CAR-001"),))
    assert [told.fit for group in (FAMILY, AMV) if (told := verdict(found[group]))] == ["fit_assessed", "unfit"]


def test_night_staff_within_twelve_weeks_leaves_it_critical_and_lets_who_is_there_wait() -> None:
    alone = looked_at(("HOU-012", TWELVE_WEEKS), ("CAR-001", TWELVE_WEEKS))[AMV]
    told = verdict(alone)
    assert triage(alone).layer is Layer.CRITICAL
    assert told
    assert told.fit == "unknown"


def test_a_day_later_it_is_critical_for_families_who_still_live_in_a_fit_place() -> None:
    families = looked_at(("HOU-012", A_DAY_LATER))[FAMILY]
    told = verdict(families)
    assert triage(families).because == (Because(Reason.GAP_WITHOUT_ACTION, "HOU-012"),)
    assert told
    assert told.fit == "fit_assessed"


def test_a_question_left_open_makes_it_unknown_names_the_failed_gate_first_and_keeps_it_unfit() -> None:
    alone = looked_at(("HOU-012", TWELVE_WEEKS), CAR_001=Answer.UNKNOWN, HOU_003=Answer.NOT_MET)[AMV]
    found, told = triage(alone), verdict(alone)
    assert (found.layer, found.counted) == (Layer.UNKNOWN, "unknown_failing")
    assert found.because == (Because(Reason.GATE_FAILED, "HOU-003"), Because(Reason.GATE_UNANSWERED, "CAR-001"))
    assert told
    assert told.fit == "unfit"
