# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People set the weights in a file; what is wrong in it is said at its place, all of it at once."""

from pathlib import Path

import pytest
import yaml

from luwte.model.findings import InputRefused
from luwte.placement import load_policy
from luwte.placement.policy import BUNDLED


def _changed(tmp_path: Path, *changes: tuple[str, object]) -> Path:
    data = yaml.safe_load(BUNDLED.read_text(encoding="utf-8"))
    for where, value in changes:
        *path, last = where.split(".")
        node = data
        for step in path:
            node = node[int(step)] if step.isdigit() else node[step]
        if value is None:
            del node[last]
        else:
            node[last] = value
    file = tmp_path / "policy.yaml"
    file.write_text(yaml.safe_dump(data), encoding="utf-8")
    return file


def test_every_weight_has_a_source_and_a_mark() -> None:
    for name, term in load_policy().term.items():
        assert term.source, name
        assert term.mark, name


def test_a_weight_is_exact_to_the_thousandth(tmp_path: Path) -> None:
    assert (
        load_policy(_changed(tmp_path, ("levels.1.terms.moved_in_term.weight", "0.125"))).weight("moved_in_term") == 125
    )


@pytest.mark.parametrize(
    ("where", "value", "named"),
    [
        ("levels.1.terms.moved_in_term.weight", "0.1234", "moved_in_term"),
        ("levels.1.terms.moved_in_term.weight", "-1", "moved_in_term"),
        ("levels.1.terms.moved_in_term.weight", "much", "moved_in_term"),
        ("levels.1.terms.moved_in_term", None, "moved_in_term"),
        ("levels.1.terms.kindness", {"weight": "1", "source": "x", "mark": "assumption"}, "kindness"),
        ("days.must_leave.value", 40, "minimum_remaining"),
        ("days.notice.value", 5, "notice"),
        ("stop.gap", "2", "gap"),
        ("name", None, "name"),
    ],
)
def test_a_wrong_policy_is_refused_at_its_place(tmp_path: Path, where: str, value: object, named: str) -> None:
    with pytest.raises(InputRefused) as refused:
        load_policy(_changed(tmp_path, (where, value)))
    assert any(named in str(finding.params) for finding in refused.value.findings)


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    file = _changed(tmp_path, ("name", None), ("stop.nodes", 0), ("days.notice.value", -1))
    with pytest.raises(InputRefused) as refused:
        load_policy(file)
    assert len(refused.value.findings) == 3


@pytest.mark.parametrize("content", [b"", b"- 1", b"a: [", b"\xff\xfe", b"name: x"])
def test_what_is_no_policy_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "policy.yaml"
    file.write_bytes(content)
    with pytest.raises(InputRefused):
        load_policy(file)


def test_a_policy_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused):
        load_policy(tmp_path / "none.yaml")


def test_a_heavier_wish_is_followed(tmp_path: Path) -> None:
    heavier = load_policy(_changed(tmp_path, ("levels.2.terms.wish_not_met.own_child", "9")))
    assert heavier.weight("wish_not_met", "own_child") == 9000
    assert heavier.hash != load_policy().hash
