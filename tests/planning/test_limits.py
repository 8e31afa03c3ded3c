# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A plan sooner: a gap that is good enough, a limit in seconds, a person who presses Ctrl-C, a plan to start from."""

import json
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from threading import Thread

import pytest

from luwte.cli.app import app
from luwte.cli.desk import Desk
from luwte.cli.language import Language
from luwte.cli.limits import stoppable
from luwte.data import TO_PLACE, read
from luwte.data.example import make_example, write_example
from luwte.model.dataset import Dataset
from luwte.placement import Limits, Placement, Policy
from luwte.planning import Placing, Plan, load_plan, place_all, plan
from luwte.planning.files import ACCOUNT
from luwte.reporting import report
from luwte.words import words_in
from planning.country import DAY

LOOSE = Limits(gap=Decimal("0.2"))
SHORT = Limits(seconds=0.05)


def stop_at_once() -> bool:
    """A person who does not wait at all."""
    return True


def luwte(*arguments: object) -> int:
    """Run the command line in English; the exit code."""
    code = app([*(str(argument) for argument in arguments), "--language", "en"], standalone_mode=False)
    return int(code or 0)


def values(placement: Placement) -> list[Decimal]:
    return [level.value for level in placement.levels]


@pytest.fixture(autouse=True)
def python_hears_ctrl_c() -> Iterator[None]:
    """As at a terminal: a suite that runs in the background inherits that Ctrl-C is ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="module")
def example_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A twentieth of the example: too much work for the search to end before it is asked to."""
    folder = tmp_path_factory.mktemp("limits") / "example"
    write_example(make_example(scale=Fraction(1, 20)), folder)
    return folder


@pytest.fixture(scope="module")
def example(example_tables: Path) -> Dataset:
    return read(example_tables, need=TO_PLACE)


@pytest.fixture(scope="module")
def cut(example: Dataset, policy: Policy) -> Placing:
    """The example placed in as good as no time."""
    assert example.reference_date is not None
    return place_all(example, example.reference_date, policy=policy, limits=SHORT)


@pytest.fixture(scope="module")
def from_cut(example: Dataset, policy: Policy, cut: Placing) -> Placing:
    """The same, searched on from there to the end."""
    return place_all(example, cut.placement.date, policy=policy, start=cut.placement)


@pytest.fixture
def interrupted(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C, so many times, when the work on the plan begins."""

    def press(self: object, at: str, done: float | None = None) -> None:
        if at == "Dividing the tasks":
            for _ in range(request.param):
                signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr("luwte.cli.progress.Bar.__call__", press)


def test_a_gap_that_is_reached_ends_the_search(example: Dataset, policy: Policy, cut: Placing) -> None:
    placement = place_all(example, cut.placement.date, policy=policy, limits=LOOSE).placement
    assert {level.stopped_by for level in placement.levels} == {"gap", "optimal"}
    assert all(level.gap <= Decimal("0.2") for level in placement.levels)
    assert not placement.cut


def test_a_plan_made_with_a_gap_is_made_again_with_that_gap(example_tables: Path, tmp_path: Path) -> None:
    assert luwte("plan", example_tables, "--out", tmp_path / "out", "--gap", "0.2") == 0
    stored = load_plan(tmp_path / "out")
    assert (stored.request.gap, stored.receipt.cut) == ("0.2", False)
    assert luwte("verify", tmp_path / "out") == 0


def test_giving_the_gap_of_the_policy_changes_no_byte_of_a_plan(tables: Path, tmp_path: Path, policy: Policy) -> None:
    assert luwte("plan", tables, "--out", tmp_path / "without") == 0
    assert luwte("plan", tables, "--out", tmp_path / "with", "--gap", policy.stop.gap) == 0
    without, with_gap = (
        {file.name: file.read_bytes() for file in (tmp_path / name).iterdir()} for name in ("without", "with")
    )
    accounts = [json.loads(files.pop(ACCOUNT)) for files in (without, with_gap)]
    assert without == with_gap
    assert accounts[0]["summary"] == accounts[1]["summary"]


def test_a_time_limit_gives_a_lawful_plan_with_honest_bounds(cut: Placing) -> None:
    assert cut.placement.cut
    assert "time" in {level.stopped_by for level in cut.placement.levels}
    assert all(level.bound <= level.value for level in cut.placement.levels)


def test_a_plan_that_was_cut_says_so_and_is_not_made_twice(
    example_tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert luwte("plan", example_tables, "--out", tmp_path / "out", "--time-limit", "0.05") == 0
    assert "making this plan again may give another" in capsys.readouterr().out
    stored = load_plan(tmp_path / "out")
    assert (stored.request.time_limit, stored.receipt.cut) == (0.05, True)
    assert luwte("verify", tmp_path / "out") == 0
    said = capsys.readouterr()
    assert "the second run is left out" in said.err
    assert "It was not made a second time." in said.out


def test_a_plan_that_was_cut_is_still_counted_again(example_tables: Path, tmp_path: Path) -> None:
    assert luwte("plan", example_tables, "--out", tmp_path / "out", "--time-limit", "0.05") == 0
    account = tmp_path / "out" / ACCOUNT
    told = json.loads(account.read_text(encoding="utf-8"))
    told["summary"]["levels"][1]["value"] = "1.000"
    account.write_text(json.dumps(told), encoding="utf-8")
    assert luwte("verify", tmp_path / "out") == 1


def test_a_search_goes_on_from_a_known_plan_and_never_makes_it_worse(cut: Placing, from_cut: Placing) -> None:
    assert values(from_cut.placement) <= values(cut.placement)
    assert from_cut.placement.cut, "it began with what cannot be made again"


def test_a_known_plan_is_kept_where_there_is_no_time_to_search(
    example: Dataset, policy: Policy, from_cut: Placing
) -> None:
    known = from_cut.placement
    again = place_all(example, known.date, policy=policy, limits=Limits(stopped=stop_at_once), start=known)
    assert values(again.placement) <= values(known)


@pytest.mark.parametrize("interrupted", [1], indirect=True)
@pytest.mark.usefixtures("interrupted")
def test_ctrl_c_once_writes_the_best_plan_so_far(
    example_tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ("--recommend", 2, "--arrivals", 2)
    assert luwte("plan", example_tables, "--out", tmp_path / "out", *options) == 0
    said = capsys.readouterr().err
    assert "Stopping: the best plan so far is checked and written." in said
    assert "What was asked for beside the plan is left out." in said
    stored = load_plan(tmp_path / "out")
    assert stored.receipt.cut
    assert stored.needed.recommendations == ()
    assert stored.arrivals == ()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert luwte("verify", tmp_path / "out") == 0


@pytest.mark.parametrize("interrupted", [2], indirect=True)
@pytest.mark.usefixtures("interrupted")
@pytest.mark.parametrize("verb", ["plan", "place"])
def test_ctrl_c_twice_writes_nothing(tables: Path, tmp_path: Path, verb: str) -> None:
    assert luwte(verb, tables, "--out", tmp_path / "out") == 130
    assert list(tmp_path.iterdir()) == []
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_outside_the_main_thread_ctrl_c_is_left_alone() -> None:
    seen = []

    def work() -> None:
        with stoppable(Desk.speaking(Language.EN), 1.0, None) as limits:
            seen.append((limits.seconds, limits.stopped(), signal.getsignal(signal.SIGINT)))

    thread = Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [(1.0, False, signal.default_int_handler)]


def test_a_change_is_placed_from_the_plan_as_it_is(example_tables: Path, example: Dataset, tmp_path: Path) -> None:
    options = ("--without", example.locations[0].key, "--time-limit", "0.05", "--gap", "0.01")
    assert luwte("place", example_tables, "--out", tmp_path / "out", *options) == 0
    account = json.loads((tmp_path / "out" / "place.json").read_text(encoding="utf-8"))
    assert (account["request"]["gap"], account["request"]["time_limit"]) == ("0.01", 0.05)
    assert account["summary"]["receipt"]["cut"]


@pytest.mark.parametrize(
    ("option", "given"),
    [("--time-limit", "0"), ("--time-limit", "nan"), ("--time-limit", "soon"), ("--gap", "1"), ("--gap", "-0.1"),
     ("--gap", "NaN"), ("--gap", "half")],
)  # fmt: skip
def test_a_limit_that_is_none_is_refused_with_an_example(
    tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str, given: str
) -> None:
    assert luwte("plan", tables, "--out", tmp_path / "out", option, given) == 2
    assert f"{option} {given} cannot be read: give" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("language", "told"), [("nl", "opnieuw gemaakt kan het een ander plan zijn"), ("en", "the plan may be another")]
)
def test_the_receipt_in_the_report_tells_that_the_search_was_cut(
    made: Plan, dataset: Dataset, language: str, told: str
) -> None:
    receipt = replace(made.receipt, cut=True)
    was_cut = replace(made, summary=replace(made.summary, receipt=receipt))
    assert told in report(was_cut, dataset, words_in(language))
    assert told not in report(made, dataset, words_in(language))


def test_recommendations_start_from_the_plan(dataset: Dataset, policy: Policy, monkeypatch: pytest.MonkeyPatch) -> None:
    started = []

    def placed(*args: object, start: Placement | None = None, **asked: object) -> Placing:
        made = place_all(*args, start=start, **asked)  # type: ignore[arg-type]
        started.append((start, made.placement))
        return made

    monkeypatch.setattr(sys.modules[plan.__module__], "place_all", placed)
    made = plan(dataset, DAY, policy=policy, recommend=2)
    assert len(made.needed.recommendations) == len(started) - 1 > 0
    assert started[0][0] is None
    assert all(start is started[0][1] for start, _ in started[1:])
