# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Services that are slow, broken, endless or elsewhere: told by name, tried again where that may help."""

import json
from http.server import BaseHTTPRequestHandler

import pytest

from luwte.data.refresh import Known, refresh
from luwte.data.refresh.online import TRIES, Online
from luwte.model.findings import InputRefused
from refresh.services import Fault, Served, half, late, sent_on, status, text, whole

DATA = "03759ned/TypedDataSet"
PATIENCE = (0.2, 0.2)  # seconds

FAULTS: dict[str, tuple[Fault, str, int]] = {
    "does not answer in time": (late, "refresh.timed_out", TRIES),
    "breaks off half way": (half, "refresh.broken_off", TRIES),
    "does not accept how it is asked": (status(406), "refresh.status", 1),
    "has nothing there": (status(404), "refresh.status", 1),
    "is out of order": (status(500), "refresh.status", TRIES),
    "is too busy": (status(503), "refresh.status", TRIES),
    "sends on and on": (sent_on, "refresh.sent_round", 6),
    "gives a page for people": (text(b"<html>welcome</html>"), "refresh.not_json", 1),
    "gives half a list": (text(b'{"value": [{"RegioS"'), "refresh.not_json", 1),
    "gives no number": (text(b'{"value": [{"RegioS": NaN}]}'), "refresh.not_json", 1),
    "gives something else": (text(b'{"error": "no"}'), "refresh.other_shape", 1),
    "gives a list of something else": (text(b'{"value": [1, 2]}'), "refresh.other_shape", 1),
    "gives no text": (text(b"\xff\xfe\x00"), "refresh.not_json", 1),
    "gives too much": (text(b'{"value": [' + b" " * 3_000_000 + b"]}"), "refresh.too_big", 1),
    "leads elsewhere": (text(b'{"value": [], "odata.nextLink": "http://localhost:1/a"}'), "refresh.next_elsewhere", 1),
    "leads in a circle": (text(b'{"value": [], "odata.nextLink": "?$skip=500"}'), "refresh.next_elsewhere", 2),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_service_that_fails_is_told_by_name(name: str, served: Served, known: Known) -> None:
    fault, code, times = FAULTS[name]
    served.faults[DATA] = fault
    slept: list[float] = []
    with pytest.raises(InputRefused) as caught:
        refresh(Online(most_bytes=2 * 1024**2, seconds=PATIENCE, sleep=slept.append), served.contract, known)
    (finding,) = caught.value.findings
    assert finding.kind.code == code
    assert finding.place
    assert finding.place.file.startswith("03759ned.TypedDataSet")
    assert sum(DATA in path for path in served.asked) == times
    assert slept == ([2.0, 4.0] if times == TRIES else [])


def test_a_service_that_recovers_is_used(served: Served, known: Known) -> None:
    left = [1, 1]

    def hiccup(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        (status(503) if left and left.pop() else whole)(handler, body)

    served.faults[DATA] = hiccup
    assert len(refresh(Online(sleep=lambda _: None), served.contract, known).country.municipalities) == 342


def test_a_service_that_is_not_there_is_told(served: Served, known: Known) -> None:
    nowhere = served.contract.model_copy(update={"pdok": "http://127.0.0.1:1/items"})
    with pytest.raises(InputRefused) as caught:
        refresh(Online(sleep=lambda _: None), nowhere, known)
    assert [finding.kind.code for finding in caught.value.findings] == ["refresh.not_reached"]


def test_a_score_is_what_cbs_wrote_and_not_a_binary_fraction(served: Served) -> None:
    body = json.dumps({"value": [{"score": 0.1}]}).encode()
    served.faults["TableInfos"] = text(body)
    answer = Online()("a.json", served.contract.address(served.contract.scores, "about")[1])
    assert str(answer["value"][0]["score"]) == "0.1"
