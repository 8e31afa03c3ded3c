# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People make a form for the field: ODK takes it, it asks what the catalogue asks, and it says how sure that is."""

import re
import shutil
from dataclasses import replace

import pytest
from pyxform.xls2xform import convert

from luwte.model.findings import InputRefused
from luwte.model.places import PlaceGroup
from luwte.quality.catalogue import Profile, load_catalogue
from luwte.quality.forms import form_of
from luwte.quality.forms.names import About, is_measured, question
from luwte.reporting.forms import FormRejected, paper, xlsform
from luwte.reporting.forms.survey import survey_of
from luwte.words import words_in
from quality.forms.filled import binds, paths, the_form
from quality.norms import DAY

FIELD = (Profile.FULL, Profile.EMERGENCY, Profile.AMV_SMALL)


@pytest.mark.parametrize("profile", FIELD)
@pytest.mark.parametrize("group", PlaceGroup)
def test_every_form_is_taken_without_a_warning(profile: Profile, group: PlaceGroup) -> None:
    form = the_form(profile, group)
    names = {bind["nodeset"].rsplit("/", 1)[1] for bind in binds(form)}
    assert {question(norm.id) for norm in form.norms} | set(About) <= names
    assert form.norms == tuple(n for n in load_catalogue().profile(profile, DAY) if group in n.groups)


@pytest.mark.skipif(shutil.which("java") is None, reason="ODK Validate needs Java")
def test_odk_validate_takes_the_longest_form() -> None:
    assert convert(xlsform(the_form(Profile.FULL)), file_type=".xlsx", validate=True).warnings == []


def test_what_pyxform_says_against_a_form_is_an_error() -> None:
    form = the_form()
    twice = replace(form, locations=(*form.locations, *form.locations))
    with pytest.raises(FormRejected):
        xlsform(twice)


def test_a_form_is_in_both_languages_throughout() -> None:
    made = survey_of(the_form())
    for row in (*made.survey, *made.choices):
        spoken = {column for column in row if "::" in column}
        for column in spoken:
            assert {f"{column.split('::')[0]}::{one}" for one in ("Nederlands (nl)", "English (en)")} <= spoken
            assert row[column], row


def test_a_norm_is_asked_of_the_groups_that_it_is_for_and_shows_how_sure_it_is() -> None:
    form = the_form()
    rows = {row["name"]: row for row in survey_of(form).survey if "name" in row}
    for norm in form.norms:
        asked = set(re.findall(r"= '(\w+)'", rows[f"norm_{question(norm.id)}"].get("relevant", "")))
        assert asked - {"all"} == (norm.groups if norm.groups < set(PlaceGroup) else set())
        assert (f"{question(norm.id)}_value" in rows) == is_measured(norm)
        hint = rows[question(norm.id)]["hint::English (en)"]
        assert re.search("read in the source|told by others|still to be checked|our own proposal", hint), norm.id


def test_no_bar_is_a_constraint_for_a_value_beyond_it_is_what_a_visit_finds() -> None:
    constraints = {
        row["constraint"] for row in survey_of(the_form(Profile.FULL)).survey if row.get("type") == "decimal"
    }
    assert constraints == {". >= 0", ". >= 0 and . <= 100"}


def test_another_form_has_another_version_and_the_same_one_the_same_bytes() -> None:
    version = survey_of(the_form()).settings[0]["version"]
    assert version == survey_of(the_form()).settings[0]["version"]
    assert version != survey_of(replace(the_form(), locations=())).settings[0]["version"]
    assert xlsform(the_form()) == xlsform(the_form())


def test_two_norms_under_one_name_are_refused_by_name() -> None:
    catalogue = load_catalogue()
    like = replace(catalogue["HOU-001"], id="HOU.001")
    with pytest.raises(InputRefused) as refused:
        form_of(replace(catalogue, norms=(*catalogue.norms, like)), Profile.FULL, DAY)
    params = [finding.params for finding in refused.value.findings]
    assert {"norms": "HOU-001, HOU.001", "name": "HOU_001"} in params


@pytest.mark.parametrize("language", ["nl", "en"])
def test_on_paper_every_norm_has_its_boxes(language: str) -> None:
    form = the_form(Profile.FULL)
    page = paper(form, words_in(language))
    assert page.count('class="norm"') == len(form.norms) == 107
    assert page.count('class="box"') == 5 * len(form.norms) + 4 + 4
    assert page.count("<section") == 1 + len(form.domains)
    assert all(norm.id in page for norm in form.norms)
    assert "<script" not in page
    assert "http" not in page


def test_names_in_the_form_are_unlike_each_other() -> None:
    last = [path[-1] for path in paths()]
    assert len(set(last)) == len(last)
