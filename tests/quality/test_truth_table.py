# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every row of the truth table comes out as people wrote it down; the boundary of nine tenths is tried to the point."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from luwte.model.places import CoaCategory, Location, LocationKind, PlaceGroup
from luwte.model.quality import Assessment
from luwte.quality.assess import Assessed, assess
from luwte.quality.fitness import verdict
from luwte.quality.norm import GapSeverity, Norm
from luwte.quality.triage import Layer, triage
from quality.norms import DAY, NIGHT, NORMS, ROOM, action, norm, said, site

FAMILY, AMV = PlaceGroup.FAMILY, PlaceGroup.AMV
TABLE: list[Mapping[str, Any]] = yaml.safe_load((Path(__file__).parent / "truth_table.yaml").read_text("utf-8"))
ASKED_OF_FAMILIES = [each.id for each in NORMS if FAMILY in each.groups]


def found(row: Mapping[str, Any]) -> Assessed:
    answers: dict[str, str] = dict.fromkeys(ASKED_OF_FAMILIES, "met") | row.get("answers", {})
    given = [said(key, says, value=row.get("values", {}).get(key)) for key, says in answers.items() if says != "none"]
    owner = None if row.get("no_owner") else "site manager"
    actions = [
        action(key, None if due == "none" else due, owner, row.get("done_ago"))
        for key, due in row.get("actions", {}).items()
    ]
    at = site(LocationKind(row.get("kind", "emergency")), (20, 0, 0), **row.get("stated", {}))
    (one,) = assess(NORMS, [at], given, actions, DAY)
    return one


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["case"])
def test_what_is_answered_gives_this_layer_and_this_fitness(row: Mapping[str, Any]) -> None:
    assessed = found(row)
    told = verdict(assessed)
    assert triage(assessed).layer.value == row["layer"]
    assert (told.fit.value if told else "untold") == row["fit"]
    if "because" in row:
        assert [each.reason.value for each in triage(assessed).because] == row["because"]
    if "weigh" in row:
        assert assessed.met_share == Fraction(row["weigh"])


def test_the_table_reaches_every_layer_and_every_verdict() -> None:
    assert {row["layer"] for row in TABLE} == {layer.value for layer in Layer}
    assert {row["fit"] for row in TABLE} == {"fit_assessed", "unfit", "unknown", "untold"}


@pytest.mark.parametrize(("met", "layer"), [(17, Layer.IMPROVABLE), (18, Layer.GOOD), (19, Layer.GOOD)])
def test_nine_tenths_exactly_is_good(met: int, layer: Layer) -> None:
    """Sixteen for two critical gates and four norms of weight one: twenty, of which eighteen are nine tenths."""
    norms = [ROOM, norm("OTHER", GapSeverity.CRITICAL, gate=True)]
    norms += [norm(f"LOW-{at}", GapSeverity.LOW) for at in range(4)]
    answers = [said(each.id, "met" if at < met - 14 else "not_met") for at, each in enumerate(norms)]
    (one,) = assess(norms, [site(places=(20, 0, 0))], answers, [], DAY)
    assert one.met_share == Fraction(met, 20)
    assert triage(one).layer is layer


def answered(
    *answers: Assessment, at: Location | None = None, norms: tuple[Norm, ...] = NORMS
) -> dict[PlaceGroup, Assessed]:
    rest = {each.id for each in norms} - {answer.indicator for answer in answers}
    given = [*answers, *(said(key) for key in rest)]
    return {one.group: one for one in assess(norms, [at or site()], given, [], DAY)}


def test_a_site_is_fit_for_families_and_critical_for_children_alone() -> None:
    by_group = answered(said("NIGHT", "not_met", "amv"))
    layers = {group: triage(one).layer for group, one in by_group.items()}
    fits = {group: told.fit.value for group, one in by_group.items() if (told := verdict(one))}
    assert layers == {FAMILY: Layer.GOOD, AMV: Layer.CRITICAL}
    assert fits == {FAMILY: "fit_assessed", AMV: "unfit"}
    assert [each.norm for each in triage(by_group[AMV]).because if each.norm] == [NIGHT.id]


def test_an_answer_for_one_group_speaks_for_no_other() -> None:
    by_group = answered(said("ROOM", "met", "family"))
    assert triage(by_group[FAMILY]).layer is Layer.GOOD
    assert triage(by_group[AMV]).layer is Layer.UNKNOWN


def test_a_group_without_places_or_residents_is_not_assessed() -> None:
    families = site(places=(20, 0, 0))
    assert [one.group for one in assess(NORMS, [families], [], [], DAY)] == [FAMILY]
    with_residents = assess(NORMS, [families], [], [], DAY, residents=[("L", AMV)])
    assert [one.group for one in with_residents] == [FAMILY, AMV]


def test_a_norm_that_ended_is_not_asked() -> None:
    old = norm("OLD", GapSeverity.CRITICAL, gate=True, valid_until=DAY)
    by_group = answered(said("OLD", "not_met"), norms=(ROOM, old))
    assert triage(by_group[FAMILY]).layer is Layer.GOOD


@pytest.mark.parametrize(
    ("coa", "rolled_up", "disagrees"),
    [("good", "good", False), ("improvable", "good", True), ("critical", "good", True), (None, "good", False)],
)
def test_coas_own_category_stands_beside_ours(coa: str | None, rolled_up: str, disagrees: bool) -> None:
    at = site(places=(20, 0, 0), coa_category=CoaCategory(coa) if coa else None)
    ours = triage(answered(at=at)[FAMILY])
    assert (ours.rolled_up, ours.disagrees_with_coa) == (CoaCategory(rolled_up), disagrees)


def test_unknown_agrees_with_no_category() -> None:
    (one,) = assess(NORMS, [site(places=(20, 0, 0), coa_category=CoaCategory.GOOD)], [], [], DAY)
    assert triage(one).rolled_up is None
    assert triage(one).disagrees_with_coa
