# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People bring a catalogue of their own: faults are told all at once, and no answer that was given is lost."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from luwte.model.findings import InputRefused
from luwte.model.quality import Answer, AssessedGroup, Assessment, Method
from luwte.quality.carried import carry_over
from luwte.quality.catalogue import Catalogue, Match, load_catalogue

Edit = Callable[[dict[str, Any]], None]
WORDS = {"nl": "woorden", "en": "words"}


def framework() -> dict[str, Any]:
    """A small framework: sleeping space with a higher bar, a lockable door, and something that nobody else asks."""

    def norm(key: str, measure: dict[str, Any]) -> dict[str, Any]:
        source = {"key": "NK", "place": WORDS, "force": "policy", "verification": "verified"}
        return {
            "id": key,
            "domain": "home",
            "title": WORDS,
            "pillar": "provision",
            "groups": ["family"],
            "level": "location",
            "measure": measure,
            "severity": "high",
            "sources": [source],
        }

    return {
        "id": "framework",
        "title": WORDS,
        "version": "1",
        "domains": {"home": WORDS},
        "sources": {"NK": {"title": WORDS, "where": "a letter", "date": "2027", "mark": "published"}},
        "norms": [
            norm("NK-1", {"kind": "number", "rule": ">=", "bar": 5, "unit": WORDS}),
            norm("NK-2", {"kind": "boolean", "rule": "is_true"}),
            norm("NK-3", {"kind": "boolean", "rule": "is_true"}),
        ],
        "mapping": [
            {"theirs": "NK-1", "ours": "HOU-001", "match": "stricter"},
            {"theirs": "NK-2", "ours": "HOU-008", "match": "weaker"},
            {"theirs": "NK-3", "match": "none"},
        ],
    }


def written(folder: Path, edit: Edit = lambda _: None) -> Path:
    data = framework()
    edit(data)
    path = folder / "framework.yaml"
    path.write_text(yaml.safe_dump(data), "utf-8")
    return path


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return load_catalogue(written(tmp_path_factory.mktemp("other")))


def answer(norm: str, said: Answer, value: str | None = None) -> Assessment:
    return Assessment("L1", AssessedGroup.FAMILY, norm, said, date(2026, 9, 1), Method.VISIT, value)


def test_another_catalogue_is_read_with_its_mapping(other: Catalogue) -> None:
    assert (other.id, len(other.norms), other["NK-1"].measure.bar) == ("framework", 3, 5)
    assert [line.match for line in other.mapping] == [Match.STRICTER, Match.WEAKER, Match.NONE]
    assert len(other.hash) == 64


FAULTS: dict[str, tuple[Edit, str, str]] = {
    "a field is missing": (lambda d: d["norms"][0].pop("pillar"), "quality.catalogue_missing", "NK-1"),
    "a field too many": (lambda d: d["norms"][1].update(colour="red"), "quality.catalogue_unknown_field", "NK-2"),
    "no such pillar": (lambda d: d["norms"][0].update(pillar="comfort"), "quality.catalogue_no_choice", "NK-1"),
    "a bar in words": (lambda d: d["norms"][0]["measure"].update(bar="much"), "quality.catalogue_wrong_value", "NK-1"),
    "words in one language": (lambda d: d["norms"][0].update(title={"nl": "x"}), "quality.catalogue_missing", "NK-1"),
    "an id twice": (lambda d: d["norms"][1].update(id="NK-1"), "quality.catalogue_twice", "NK-1"),
    "no such domain": (lambda d: d["norms"][2].update(domain="roof"), "quality.catalogue_no_domain", "NK-3"),
    "no such source": (lambda d: d["norms"][2]["sources"][0].update(key="X"), "quality.catalogue_no_source", "NK-3"),
    "no bar": (lambda d: d["norms"][0]["measure"].pop("bar"), "quality.catalogue_no_bar", "NK-1"),
    "no unit": (lambda d: d["norms"][0]["measure"].pop("unit"), "quality.catalogue_no_bar", "NK-1"),
    "a needless bar": (lambda d: d["norms"][1]["measure"].update(bar=1), "quality.catalogue_needless_bar", "NK-2"),
    "one option": (
        lambda d: d["norms"][1]["measure"].update(rule="any_of", options=[WORDS]),
        "quality.catalogue_no_options",
        "NK-2",
    ),
    "over before it began": (
        lambda d: d["norms"][0].update(valid_from="2027-01-01", valid_until="2026-01-01"),
        "quality.catalogue_never_holds",
        "NK-1",
    ),
    "a gate that is only watched": (
        lambda d: d["norms"][1].update(gate=True, measure={"kind": "count", "rule": "monitor"}),
        "quality.catalogue_gate_without_bar",
        "NK-2",
    ),
    "mapped from nothing": (
        lambda d: d["mapping"].append({"theirs": "NK-9", "ours": "HOU-001", "match": "same"}),
        "quality.catalogue_mapped_from_nothing",
        "NK-9",
    ),
    "mapped on nothing": (
        lambda d: d["mapping"][0].update(ours="HOU-999"),
        "quality.catalogue_mapped_on_nothing",
        "NK-1",
    ),
    "half a mapping": (lambda d: d["mapping"][0].pop("ours"), "quality.catalogue_mapped_half", "NK-1"),
    "an id of ours": (lambda d: d["norms"][2].update(id="HOU-003"), "quality.catalogue_same_name", "HOU-003"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_with_norm_field_and_mend(fault: str, tmp_path: Path) -> None:
    edit, code, where = FAULTS[fault]
    with pytest.raises(InputRefused) as refused:
        load_catalogue(written(tmp_path, edit))
    told = next(finding for finding in refused.value.findings if finding.kind.code == code)
    assert told.subject == where
    assert told.kind.mend
    assert told.place is not None
    assert (told.place.file, bool(told.place.column)) == ("framework.yaml", True)
    told.kind.what.format(**told.params)
    told.kind.mend.format(**told.params)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    def edit(data: dict[str, Any]) -> None:
        for norm in data["norms"]:
            norm["severity"] = "grave"
        data["colour"] = "red"

    with pytest.raises(InputRefused) as refused:
        load_catalogue(written(tmp_path, edit))
    assert [f.subject for f in refused.value.findings] == ["NK-1", "NK-2", "NK-3", "colour"]


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"norms: [", b"", b"just words", b"- a\n- list", b"norms: 3"])
def test_a_file_that_is_no_catalogue_is_refused_without_a_traceback(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "no.yaml"
    path.write_bytes(content)
    with pytest.raises(InputRefused) as refused:
        load_catalogue(path)
    assert refused.value.findings


# match, answer given under ours, measured value; what it is worth under theirs (NK-1: at least 5)
CARRIED = [
    (Match.SAME, Answer.MET, None, Answer.MET),
    (Match.SAME, Answer.NOT_MET, None, Answer.NOT_MET),
    (Match.SAME, Answer.PARTLY, None, Answer.PARTLY),
    (Match.SAME, Answer.UNKNOWN, None, Answer.UNKNOWN),
    (Match.STRICTER, Answer.MET, None, Answer.UNKNOWN),
    (Match.STRICTER, Answer.MET, "4.5", Answer.NOT_MET),
    (Match.STRICTER, Answer.MET, "5", Answer.MET),
    (Match.STRICTER, Answer.NOT_MET, None, Answer.NOT_MET),
    (Match.STRICTER, Answer.PARTLY, None, Answer.PARTLY),
    (Match.STRICTER, Answer.UNKNOWN, "6", Answer.UNKNOWN),
    (Match.WEAKER, Answer.MET, None, Answer.MET),
    (Match.WEAKER, Answer.NOT_MET, None, Answer.UNKNOWN),
    (Match.WEAKER, Answer.NOT_MET, "5.5", Answer.MET),
    (Match.WEAKER, Answer.PARTLY, None, Answer.UNKNOWN),
    (Match.WEAKER, Answer.NOT_APPLICABLE, None, Answer.NOT_APPLICABLE),
    (Match.PART, Answer.MET, "9", Answer.UNKNOWN),
    (Match.PART, Answer.NOT_MET, None, Answer.UNKNOWN),
]


@pytest.mark.parametrize(("match", "said", "value", "worth"), CARRIED)
def test_an_old_answer_is_worth_what_is_sure(
    match: Match, said: Answer, value: str | None, worth: Answer, tmp_path: Path
) -> None:
    theirs = load_catalogue(written(tmp_path, lambda d: d["mapping"][0].update(match=match.value)))
    (carried,) = carry_over([answer("HOU-001", said, value)], theirs).carried
    assert (carried.counts.indicator, carried.counts.answer) == ("NK-1", worth)
    assert carried.given == answer("HOU-001", said, value), "what was said stays as it was said"


def test_an_answer_whose_norm_is_gone_is_kept_and_told(other: Catalogue) -> None:
    old = [answer("HOU-003", Answer.MET), answer("HOU-003", Answer.NOT_MET), answer("HOU-008", Answer.MET)]
    over = carry_over(old, other)
    assert over.alone == (old[0], old[1])
    assert [given.indicator for given in over.answers] == ["NK-2"]
    assert [(f.kind.code, f.subject, f.params["number"]) for f in over.findings] == [
        ("quality.answer_stands_alone", "HOU-003", "2")
    ]


def test_an_answer_that_must_be_asked_again_is_told(other: Catalogue) -> None:
    (told,) = carry_over([answer("HOU-001", Answer.MET)], other).findings
    assert (told.kind.code, told.params["theirs"]) == ("quality.answer_ask_again", "NK-1")


def test_answers_given_under_the_catalogue_itself_stay_as_they_are(other: Catalogue) -> None:
    given = [answer("NK-1", Answer.MET), answer("NK-3", Answer.PARTLY)]
    over = carry_over(given, other)
    assert (over.answers, over.alone, over.findings) == (tuple(given), (), ())


@given(
    st.lists(
        st.builds(
            answer,
            st.sampled_from(["HOU-001", "HOU-003", "HOU-008", "NK-1", "GONE-1"]),
            st.sampled_from(Answer),
            st.sampled_from([None, "", "5", "4.9", "about five", "NaN", "1e999"]),
        )
    )
)
def test_no_answer_is_lost_and_none_becomes_surer_than_it_was(other: Catalogue, answers: list[Assessment]) -> None:
    over = carry_over(answers, other)
    kept = [one.given for one in over.carried] + list(over.alone)
    assert sorted(kept, key=repr) == sorted(answers, key=repr)
    for one in over.carried:
        if one.given.answer is Answer.UNKNOWN:
            assert one.answer is Answer.UNKNOWN
