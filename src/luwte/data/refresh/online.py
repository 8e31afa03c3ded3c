# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Answers over the network, with patience and limits: a slow, broken or endless answer ends in words."""

import time
from collections.abc import Callable
from importlib.metadata import version
from typing import Any, NoReturn
from urllib.parse import urlsplit

import requests

from luwte.data.raw import at, error
from luwte.data.refresh.answers import decoded
from luwte.model.findings import Finding, FindingKind, InputRefused
from luwte.words import N_

CONNECT_SECONDS, READ_SECONDS, WHOLE_SECONDS = 10, 60, 300
TRIES = 3
FIRST_PAUSE = 2.0  # seconds; each next pause is twice as long
REDIRECTS = 5
MOST_BYTES = 64 * 1024**2  # the largest table takes a tenth of it
BLOCK = 64 * 1024
BUSY = frozenset({429, 500, 502, 503, 504})  # statuses after which it is worth trying again
OK = 200

LATER = N_("Try again later, or fetch the files elsewhere and give their folder with --from.")
TIMED_OUT = error("refresh.timed_out", N_("{host} did not answer in time."), LATER)
NOT_REACHED = error("refresh.not_reached", N_("{host} cannot be reached."), LATER)
BROKEN_OFF = error("refresh.broken_off", N_("The answer of {host} broke off before its end."), LATER)
STATUS = error("refresh.status", N_("{host} answered with status {status} instead of data."), LATER)
TOO_BIG = error(
    "refresh.too_big",
    N_("The answer of {host} is larger than {most} MB, so it was not read."),
    N_("Look whether the address in the contract still gives what it says."),
)
SENT_ROUND = error(
    "refresh.sent_round",
    N_("{host} keeps sending on to another address, or to one that is not secured."),
    N_("Look whether the address in the contract still holds."),
)
KINDS = (TIMED_OUT, NOT_REACHED, BROKEN_OFF, STATUS, TOO_BIG, SENT_ROUND)


class Online:
    """Answers over the network: proxies and certificates as the environment of the process says."""

    def __init__(
        self,
        *,
        most_bytes: int = MOST_BYTES,
        seconds: tuple[float, float] = (CONNECT_SECONDS, READ_SECONDS),
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._most_bytes, self._seconds, self._sleep = most_bytes, seconds, sleep
        self._session = requests.Session()
        self._session.max_redirects = REDIRECTS
        self._session.headers.update(
            {"Accept": "application/json, application/geo+json;q=0.9", "User-Agent": f"luwte/{version('luwte')}"}
        )

    def __call__(self, name: str, address: str) -> Any:
        """Ask, and again where it may help; the last refusal is the one that is told."""
        for attempt in range(TRIES):
            try:
                return decoded(self._body(name, address), name)
            except _Passing as trouble:
                if attempt == TRIES - 1:
                    raise InputRefused((trouble.finding,)) from None
                self._sleep(FIRST_PAUSE * 2**attempt)
        raise AssertionError("the last try returns or raises")

    def _body(self, name: str, address: str) -> bytes:
        asked = urlsplit(address)
        host = asked.hostname or ""
        try:
            with self._session.get(address, timeout=self._seconds, stream=True) as response:
                if urlsplit(response.url).scheme != asked.scheme:
                    _refuse(SENT_ROUND, name, host=host)
                if response.status_code != OK:
                    _refuse(STATUS, name, passing=response.status_code in BUSY, host=host, status=response.status_code)
                return self._read(response, name, host)
        except requests.TooManyRedirects:
            _refuse(SENT_ROUND, name, host=host)
        except requests.Timeout:
            _refuse(TIMED_OUT, name, passing=True, host=host)
        except requests.exceptions.ChunkedEncodingError:
            _refuse(BROKEN_OFF, name, passing=True, host=host)
        except requests.RequestException:
            _refuse(NOT_REACHED, name, passing=True, host=host)

    def _read(self, response: requests.Response, name: str, host: str) -> bytes:
        body, until = bytearray(), time.monotonic() + WHOLE_SECONDS
        for block in response.iter_content(BLOCK):
            body += block
            if len(body) > self._most_bytes:
                _refuse(TOO_BIG, name, host=host, most=self._most_bytes // 1024**2)
            if time.monotonic() > until:
                _refuse(TIMED_OUT, name, host=host)
        return bytes(body)


class _Passing(Exception):  # noqa: N818 - trouble that may be over in a moment
    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.kind.code)
        self.finding = finding


def _refuse(kind: FindingKind, name: str, *, passing: bool = False, **params: object) -> NoReturn:
    finding = at(kind, name, **params)
    raise _Passing(finding) if passing else InputRefused((finding,))
