# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The documents about the API are so: what they show can be asked, and the example client works."""

import importlib.util
import io
import re
import sys
from email.message import Message
from pathlib import Path
from types import ModuleType
from urllib.error import HTTPError
from urllib.request import Request

import pytest

from luwte_web.accounts.actors import Role, Scope
from luwte_web.api.document import document
from web.api.programs import Program, World

ROOT = Path(__file__).parents[3]
SHOWN = re.compile(r"http://127\.0\.0\.1:8000/api/v1(/[^\s?\"]*)")
Everybody = dict[tuple[Role, Scope], Program]


@pytest.fixture
def example(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The example client, which asks the application of the tests."""
    spec = importlib.util.spec_from_file_location("ask_luwte", ROOT / "docs/examples/ask_luwte.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "urlopen", answered)
    return module


def answered(request: Request) -> io.BytesIO:
    """What a server would answer."""
    path = request.full_url.removeprefix("http://127.0.0.1")
    data = request.data if isinstance(request.data, bytes) else b""
    answer = Program().client.generic(
        request.get_method(), path, data, "application/json", headers=dict(request.headers)
    )
    headers = Message()
    for name, value in answer.headers.items():
        headers[name] = value
    if answer.status_code >= 400:
        raise HTTPError(request.full_url, answer.status_code, answer.reason_phrase, headers, io.BytesIO(answer.content))
    told = io.BytesIO(answer.content)
    told.headers = headers  # type: ignore[attr-defined]
    return told


def test_the_example_client_tells_who_is_short_of_places(
    example: ModuleType,
    programs: Everybody,
    world: World,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("LUWTE_TOKEN", programs[Role.PLACEMENT_OFFICER, Scope.COUNTRY].secret)
    monkeypatch.setattr(sys, "argv", ["ask_luwte.py", "--at", "http://127.0.0.1"])
    example.main()
    told = capsys.readouterr().out.splitlines()
    assert told[0].endswith("placement_officer (country)")
    assert [line for line in told if line.endswith("places short")]


def test_the_example_client_leaves_out_what_its_token_does_not_open(example: ModuleType, programs: Everybody) -> None:
    guardian = example.Luwte("http://127.0.0.1", programs[Role.GUARDIAN, Scope.OWN_WARDS].secret)
    assert example.short_of_places(guardian) == []
    assert example.open_proposals(guardian) == []


def test_the_example_client_tells_how_to_mend_what_is_wrong(
    example: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LUWTE_TOKEN", "wrong")
    monkeypatch.setattr(sys, "argv", ["ask_luwte.py", "--at", "http://127.0.0.1"])
    with pytest.raises(SystemExit, match="Send a token that works"):
        example.main()


def test_every_address_that_is_shown_is_one_of_the_api() -> None:
    text = (ROOT / "docs/api.md").read_text(encoding="utf-8")
    known = [re.compile(re.sub(r"\{\w+\}", r"[^/]+", path)) for path in document("en")["paths"]]
    shown = SHOWN.findall(text)
    assert len(shown) > 10
    assert [path for path in shown if not any(each.fullmatch(path) for each in known)] == []
