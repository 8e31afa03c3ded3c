# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The catalogue that comes with Luwte: what stands in it, as counted from the collected facts, and how sure it is."""

import json
from collections import Counter
from datetime import date

import jsonschema_rs
import pytest
import yaml

from luwte.quality.catalogue import Catalogue, Profile, load_catalogue
from luwte.quality.catalogue.file import CatalogueFile
from luwte.quality.catalogue.load import BUNDLED, SCHEMA
from luwte.quality.norm import Force, GapSeverity, Level, Pillar, Rule, Scope, Verification

LAST_DAY_OF_THREE_MONTHS, FIRST_DAY_OF_TWO = date(2026, 6, 11), date(2026, 6, 12)
GATES_ABOUT_CHILDREN = {"EDU-001", "EDU-002", "GUA-006", "HEA-005", "EME-005", "EME-009"}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def test_as_many_norms_gates_and_core_norms_as_the_facts_have(catalogue: Catalogue) -> None:
    norms = catalogue.about_reception
    assert (len(norms), sum(n.is_gate for n in norms), sum(n.is_core for n in norms)) == (180, 30, 80)
    assert sum(n.domain == "best_interests" for n in norms) == 14


def test_as_many_of_each_pillar_force_certainty_level_severity_and_scope(catalogue: Catalogue) -> None:
    norms = catalogue.about_reception
    assert Counter(n.pillar for n in norms) == {
        Pillar.PROVISION: 88,
        Pillar.PROTECTION: 75,
        Pillar.PARTICIPATION: 17,
    }
    assert Counter(n.force for n in norms) == {
        Force.BINDING: 22,
        Force.COURT: 10,
        Force.POLICY: 18,
        Force.INSPECTION: 9,
        Force.GUIDANCE: 64,
        Force.NGO: 26,
        Force.RESEARCH: 15,
        Force.PROPOSAL: 11,
        Force.MEDIA: 2,
        Force.STATISTICS: 3,
    }
    assert Counter(n.verification for n in norms) == {
        Verification.VERIFIED: 125,
        Verification.TO_VERIFY: 25,
        Verification.SECONDARY: 20,
        Verification.PROPOSAL: 10,
    }
    assert Counter(n.level for n in norms) == {Level.LOCATION: 107, Level.CHILD: 43, Level.SYSTEM: 30}
    assert Counter(n.severity for n in norms) == {
        GapSeverity.CRITICAL: 38,
        GapSeverity.HIGH: 66,
        GapSeverity.MEDIUM: 47,
        GapSeverity.LOW: 15,
        GapSeverity.NONE: 14,
    }
    assert Counter(n.scope for n in norms) == {
        Scope.ALL: 155,
        Scope.EMERGENCY: 21,
        Scope.AMV_SMALL: 3,
        Scope.REGULAR: 1,
    }


@pytest.mark.parametrize("day", [LAST_DAY_OF_THREE_MONTHS, FIRST_DAY_OF_TWO])
def test_of_the_thirty_gates_twenty_nine_hold_on_any_day(catalogue: Catalogue, day: date) -> None:
    assert sum(n.is_gate for n in catalogue.norms_on(day)) == 29


def test_school_within_three_months_until_the_directive_and_within_two_after(catalogue: Catalogue) -> None:
    school = {"EDU-001", "EDU-002"}
    before = {n.id for n in catalogue.norms_on(LAST_DAY_OF_THREE_MONTHS)} & school
    after = {n.id for n in catalogue.norms_on(FIRST_DAY_OF_TWO)} & school
    assert (before, after) == ({"EDU-002"}, {"EDU-001"})


def test_six_gates_are_about_children_and_the_others_about_locations(catalogue: Catalogue) -> None:
    gates = {n.id: n.level for n in catalogue.norms if n.is_gate}
    assert {norm for norm, level in gates.items() if level is Level.CHILD} == GATES_ABOUT_CHILDREN
    assert {level for norm, level in gates.items() if norm not in GATES_ABOUT_CHILDREN} == {Level.LOCATION}


def test_a_profile_asks_what_it_is_for(catalogue: Catalogue) -> None:
    sizes = {profile: len(catalogue.profile(profile)) for profile in Profile}
    assert sizes == {Profile.FULL: 107, Profile.EMERGENCY: 46, Profile.AMV_SMALL: 87, Profile.MUNICIPAL: 25}
    assert "HOU-009" not in {n.id for n in catalogue.profile(Profile.EMERGENCY)}, "it is for regular reception only"


def test_no_gate_of_a_location_is_left_out_of_the_short_profile(catalogue: Catalogue) -> None:
    asked = {n.id for n in catalogue.profile(Profile.EMERGENCY)}
    assert {n.id for n in catalogue.profile(Profile.FULL) if n.is_gate} <= asked


def test_what_the_eight_recommendations_ask_comes_on_top(catalogue: Catalogue) -> None:
    own = catalogue.profile(Profile.MUNICIPAL)
    assert len(catalogue.norms) == 180 + len(own)
    assert len({n.domain for n in own}) == 8
    assert not any(n.is_gate for n in own)
    for norm in own:
        point = list(dict.fromkeys(n.domain for n in own)).index(norm.domain) + 1
        assert norm.sources[0].key == "KIA-25"
        assert norm.sources[0].place["en"].endswith(f"point {point}"), norm.id


def test_only_carrying_out_the_task_binds_a_municipality(catalogue: Catalogue) -> None:
    forces = {n.id: n.force for n in catalogue.profile(Profile.MUNICIPAL)}
    assert {norm for norm, force in forces.items() if force is not Force.NGO} == {"MUN-801"}
    assert forces["MUN-801"] is Force.BINDING


def test_every_norm_has_words_in_both_languages_and_sources_that_are_listed(catalogue: Catalogue) -> None:
    for norm in catalogue.norms:
        told = [norm.title, catalogue.domains[norm.domain], *(s.place for s in norm.sources), *norm.measure.options]
        told += [words for words in (norm.hint, norm.measure.unit) if words]
        assert all(words["nl"] and words["en"] for words in told), norm.id
        assert all(source.key in catalogue.sources for source in norm.sources), norm.id
    used = {source.key for norm in catalogue.norms for source in norm.sources}
    assert used == set(catalogue.sources), "a source that no norm comes from"


def test_a_proposal_is_never_called_anything_else(catalogue: Catalogue) -> None:
    ours = [n for n in catalogue.norms if n.sources[0].key == "PROP"]
    assert {n.force for n in ours} == {Force.PROPOSAL}
    assert all(n.verification is not Verification.VERIFIED for n in ours)


def test_a_bar_of_our_own_is_told_where_the_source_names_none(catalogue: Catalogue) -> None:
    ours = {n.id for n in catalogue.norms if n.measure.bar_is_ours}
    said = {n.id for n in catalogue.norms if any("is our proposal" in words for words in (n.hint.get("en", ""),))}
    assert said <= ours
    assert all(catalogue[norm].measure.bar is not None for norm in ours)


def test_orders_set_aside_on_appeal_are_not_called_court_orders(catalogue: Catalogue) -> None:
    assert {catalogue[norm].force for norm in ("GUA-008", "GUA-009", "HOU-001")} == {Force.GUIDANCE}


def test_the_lens_on_the_best_interests_is_never_met_or_missed(catalogue: Catalogue) -> None:
    lens = [n for n in catalogue.norms if n.domain == "best_interests"]
    assert {(n.measure.rule, n.level, n.is_gate) for n in lens} == {(Rule.REFERENCE, Level.CHILD, False)}


def test_an_id_that_is_not_there_is_a_key_error(catalogue: Catalogue) -> None:
    assert catalogue["HOU-001"].title["nl"] == "Slaapruimte per persoon"
    assert "HOU-999" not in catalogue
    with pytest.raises(KeyError):
        _ = catalogue["HOU-999"]


def test_the_schema_is_that_of_the_reader_and_accepts_the_catalogue() -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    made = {"$schema": schema["$schema"], **CatalogueFile.model_json_schema()}
    assert schema == made, "make it again from CatalogueFile.model_json_schema()"
    jsonschema_rs.meta.validate(schema)
    valid = jsonschema_rs.validator_for(schema)
    data = json.loads(json.dumps(yaml.safe_load(BUNDLED.read_text("utf-8")), default=str))
    valid.validate(data)
    data["norms"][0]["pillar"] = "comfort"
    with pytest.raises(jsonschema_rs.ValidationError):
        valid.validate(data)
