# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Answers as CBS and PDOK give them, made by hand from the described shapes, and a server on this machine for them.

Keys are padded with blanks, titles have groups around them, rows of another age or of provinces come along, and the
lists come in pages.
"""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from luwte.data import national_municipalities
from luwte.data.refresh import Contract, read_contract

Answer = dict[str, Any]
Fault = Callable[[BaseHTTPRequestHandler, bytes], None]

PAGE = 500  # items
YEARS = (2023, 2024, 2025, 2026)
GROWN = 7  # each municipality has so many more inhabitants in 2026 than in 2025
SCORE = "0.0125"
COUNTED = {
    one.code: {day.year: number for day, number in one.inhabitants.items() if day} for one in national_municipalities()
}


@dataclass
class Services:
    """What the services know; a test changes the lists before they are asked."""

    properties: dict[str, list[Answer]] = field(default_factory=dict)
    rows: dict[str, list[Answer]] = field(default_factory=dict)
    features: list[Answer] = field(default_factory=list)

    def listed(self, path: str) -> tuple[str, list[Answer]]:
        """The name of the list at a path, and what is in it."""
        if path.endswith("/items"):
            return "features", self.features
        table, part = path.split("/")[-2:]
        if part == "TypedDataSet":
            return "value", self.rows[table]
        if part == "DataProperties":
            return "value", self.properties[table]
        return "value", [{"ID": 0, "Title": f"Tabel {table}", "Modified": "2026-11-02T02:00:00"}]


def services() -> Services:
    """All tables in order: a year newer than the bundled ones, with a score for everybody."""
    made = Services()
    made.properties, made.rows = (
        _properties(),
        {
            "86247NED": _regions(),
            "03759ned": _inhabitants(),
            "86296NED": _scores(),
            "83102NED": _requests(),
        },
    )
    made.features = _features()
    return made


def _topic(number: int, key: str, title: str, group: int | None) -> Answer:
    return {"ID": number, "ParentID": group, "Type": "Topic", "Key": f"{key}_{number}", "Title": title}


def _group(number: int, title: str, group: int | None = None) -> Answer:
    return {"ID": number, "ParentID": group, "Type": "TopicGroup", "Key": "", "Title": title}


def _dimension(number: int, kind: str, key: str) -> Answer:
    return {"ID": number, "ParentID": None, "Type": kind, "Key": key, "Title": key}


def _properties() -> dict[str, list[Answer]]:
    regions = _dimension(90, "GeoDimension", "RegioS")
    periods = _dimension(91, "TimeDimension", "Perioden")
    return {
        "86247NED": [
            regions,
            _group(100, "Codes en namen van gemeenten"), _topic(1, "Code", "Code", 100), _topic(2, "Naam", "Naam", 100),
            _group(101, "Lokaliseringen"),
            _group(102, "Landsdelen", 101), _topic(3, "Code", "Code", 102), _topic(4, "Naam", "Naam", 102),
            _group(103, "Provincies", 101), _topic(28, "Code", "Code", 103), _topic(29, "Naam", "Naam", 103),
        ],
        "03759ned": [
            _dimension(92, "Dimension", "Leeftijd"), regions, periods,
            _topic(1, "BevolkingOp1Januari", "Bevolking op 1 januari", None),
            _topic(2, "GemiddeldeBevolking", "Gemiddelde bevolking", None),
        ],
        "86296NED": [
            _dimension(90, "GeoDimension", "WijkenEnBuurten"), periods,
            _group(100, "SES-WOA"), _group(101, "Totaalscore", 100), _group(102, "Deelscore arbeid", 100),
            _topic(29, "GemiddeldeScore", "Gemiddelde score", 101),
            _topic(35, "GemiddeldeScore", "Gemiddelde score", 102),
        ],
        "83102NED": [
            periods,
            _topic(1, "TotaalAsielverzoeken", "Totaal asielverzoeken", None),
            _topic(2, "EersteAsielverzoekenPersonen", "Eerste asielverzoeken (personen)", None),
            _topic(4, "NareizigersPersonen", "Nareizigers (personen)", None),
        ],
    }  # fmt: skip


def _regions() -> list[Answer]:
    return [
        {
            "RegioS": f"{one.code}    ", "Code_1": f"{one.code}    ", "Naam_2": f"{one.name}   ",
            "Code_3": "LD01    ", "Naam_4": "Noord-Nederland (LD)",
            "Code_28": f"{one.province_code}  ", "Naam_29": f"{one.province}      ",
        }
        for one in national_municipalities()
    ]  # fmt: skip


def _inhabitants() -> list[Answer]:
    rows = []
    for year in YEARS:
        counts = {one.code: count_in(one.code, year) for one in national_municipalities()}
        for place, number in [("NL01", sum(counts.values())), *counts.items(), ("GM0009", None)]:
            cells = {"RegioS": f"{place}  ", "Perioden": f"{year}JJ00", "BevolkingOp1Januari_1": number}
            rows.append(cells | {"Leeftijd": "10000  ", "Geslacht": "T001038", "BurgerlijkeStaat": "T001019"})
            rows.append(cells | {"Leeftijd": "10010  ", "Geslacht": "T001038", "BurgerlijkeStaat": "T001019"})
    return rows


def count_in(code: str, year: int) -> int:
    """The inhabitants of a municipality on 1 January: of 2026 a few more than of 2025."""
    return COUNTED[code][2025] + GROWN if year == 2026 else COUNTED[code][year]


def _scores() -> list[Answer]:
    return [
        {
            "WijkenEnBuurten": f"{one.code}    ", "Perioden": f"{year}JJ00",
            "GemiddeldeScore_29": float(SCORE) if year < 2025 else None, "GemiddeldeScore_35": 9.9,
        }
        for one in national_municipalities()
        for year in (2023, 2024)
    ]  # fmt: skip


def _requests() -> list[Answer]:
    whole = {"Geslacht": "T001038", "Leeftijd": "10000  ", "Nationaliteit": "T001059  "}
    rows = []
    for year in (2024, 2025):
        rows += [
            whole
            | {"Perioden": f"{year}MM{month:02}", "EersteAsielverzoekenPersonen_2": 2000, "NareizigersPersonen_4": 900}
            for month in range(1, 13)
        ]
        rows.append(
            whole | {"Perioden": f"{year}JJ00", "EersteAsielverzoekenPersonen_2": 24010, "NareizigersPersonen_4": 10790}
        )
    rows.append(whole | {"Perioden": "2026MM01", "EersteAsielverzoekenPersonen_2": 1900, "NareizigersPersonen_4": 850})
    rows.append(whole | {"Perioden": "2026MM02", "EersteAsielverzoekenPersonen_2": None, "NareizigersPersonen_4": None})
    return rows


def _features() -> list[Answer]:
    ring = [[5.0, 52.0], [5.1, 52.0], [5.1, 52.123456789], [5.0, 52.0]]
    return [
        {
            "type": "Feature",
            "properties": {"statcode": one.code, "statnaam": one.name, "jaarcode": 2026},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
        for one in national_municipalities()
    ]


@dataclass
class Served:
    """A running server: the contract that points to it, what was asked, and faults by a part of the path."""

    contract: Contract
    services: Services
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    faults: dict[str, Fault] = field(default_factory=dict)


@contextmanager
def serving(known: Services) -> Iterator[Served]:
    """Serve on a port that the system gives, until the block ends."""
    served: Served

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # a header and its body are two writes

        def do_GET(self) -> None:
            served.asked.append(self.path)
            served.headers.append(dict(self.headers))
            body = _page(known, self.path, f"http://{self.headers['Host']}")
            fault = next((one for part, one in served.faults.items() if part in self.path), whole)
            fault(self, body)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    here = f"http://127.0.0.1:{server.server_port}"
    bundled = read_contract()
    served = Served(bundled.model_copy(update={"cbs": f"{here}/odata", "pdok": f"{here}/ogc/items"}), known)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _page(known: Services, path: str, host: str) -> bytes:
    asked = urlsplit(path)
    name, listed = known.listed(asked.path)
    start = int(parse_qs(asked.query).get("$skip", ["0"])[0])
    answer: Answer = {name: listed[start : start + PAGE]}
    if start + PAGE < len(listed):
        link = f"{host}{asked.path}?$skip={start + PAGE}"
        if name == "features":
            answer["links"] = [{"rel": "self", "href": path}, {"rel": "next", "href": link}]
        else:
            answer["odata.nextLink"] = link
    return json.dumps(answer).encode()


def whole(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    """The answer as it should be."""
    _send(handler, 200, body, len(body))


def half(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    """Half of what the length promises, and then nothing."""
    handler.close_connection = True
    _send(handler, 200, body[: len(body) // 2], len(body))


def late(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    """No answer within the patience of a test."""
    time.sleep(0.5)
    handler.close_connection = True


def status(number: int) -> Fault:
    """An error page for people."""
    return lambda handler, body: _send(handler, number, b"<html>no</html>", 15)


def text(content: bytes) -> Fault:
    """Something else with status 200."""
    return lambda handler, body: _send(handler, 200, content, len(content))


def sent_on(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    """A redirect to itself."""
    handler.send_response(302)
    handler.send_header("Location", handler.path)
    handler.send_header("Content-Length", "0")
    handler.end_headers()


def _send(handler: BaseHTTPRequestHandler, number: int, body: bytes, length: int) -> None:
    handler.send_response(number)
    handler.send_header("Content-Length", str(length))
    handler.end_headers()
    handler.wfile.write(body)
