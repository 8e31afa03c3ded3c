# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Ask Luwte, with nothing but Python: which municipalities are short of places, and what is proposed for whom.

    export LUWTE_TOKEN=luwte_...
    python docs/examples/ask_luwte.py --at http://127.0.0.1:8000

Municipalities are shown to who may read figures, proposals to who may read about households; what a token does not
open is left out. The same few functions are a start for a program of your own.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

BASE = "/api/v1"
NOT_THERE = 404


class Asked(Exception):  # noqa: N818 - it carries the answer
    """The API answered with a problem."""

    def __init__(self, problem: dict[str, Any]) -> None:
        super().__init__(problem["title"])
        self.problem = problem

    def __str__(self) -> str:
        told = (f"- {each['detail']} {each['mend']}" for each in self.problem["errors"])
        return "\n".join([self.problem["title"], self.problem["detail"], *told])


class Luwte:
    """One server, asked with one token."""

    def __init__(self, at: str, token: str, language: str = "en") -> None:
        self.root = at.rstrip("/") + BASE
        self.headers = {"Authorization": f"Bearer {token}", "Accept-Language": language}

    def ask(self, method: str, path: str, content: Any = None, **headers: str) -> tuple[Any, str | None]:
        """An answer with its ETag; raises Asked with what went wrong and how to mend it."""
        address = path if path.startswith("http") else self.root + path
        body = None if content is None else json.dumps(content).encode()
        kind = {} if body is None else {"Content-Type": "application/json"}
        request = Request(address, body, {**self.headers, **kind, **headers}, method=method)  # noqa: S310
        try:
            with urlopen(request) as answer:  # noqa: S310 - the address is that of your own server
                return json.load(answer), answer.headers["ETag"]
        except HTTPError as refused:
            raise Asked(json.load(refused)) from None

    def every(self, path: str) -> Iterator[Any]:
        """All lines of a list, part after part; nothing where the token does not open it."""
        asked: str | None = path
        while asked:
            try:
                part, _ = self.ask("GET", asked)
            except Asked as refused:
                if refused.problem["status"] == NOT_THERE:
                    return
                raise
            yield from part["results"]
            asked = part["next"]

    def decide(self, plan: str, household: str, decision: str, reason: str, **more: str) -> Any:
        """Hand over what a person decided about a proposal, as it was when it was read a moment ago."""
        path = f"/plans/{plan}/proposals/{household}"
        _, etag = self.ask("GET", path)
        told = {"decision": decision, "reason": reason, **more}
        decided, _ = self.ask("POST", f"{path}/decisions", told, **{"If-Match": etag or ""})
        return decided


def short_of_places(luwte: Luwte) -> list[tuple[str, int]]:
    """Municipalities with the places they are short of, the most first."""
    gaps = [(each["name"], each["task"]["gap"]) for each in luwte.every("/municipalities") if each["task"]]
    return sorted((gap for gap in gaps if gap[1] > 0), key=lambda gap: -gap[1])


def open_proposals(luwte: Luwte) -> list[tuple[str, str | None, str | None]]:
    """Household, from and to of the open proposals in the newest plan of the registry, the most urgent first."""
    plan = next((each["plan"] for each in luwte.every("/plans") if each["has_proposals"]), None)
    proposals = luwte.every(f"/plans/{plan}/proposals") if plan else ()
    return [(each["household"], each["from"], each["to"]) for each in proposals if each["standing"] == "open"]


def main() -> None:
    """Tell who asks, and what this token opens."""
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--at", default="http://127.0.0.1:8000", help="address of the server")
    luwte = Luwte(given.parse_args().at, os.environ.get("LUWTE_TOKEN", ""))
    try:
        profile, _ = luwte.ask("GET", "/profile")
        roles = ", ".join(f"{each['role']} ({each['scope']})" for each in profile["roles"])
        sys.stdout.write(f"{profile['key']}: {roles}\n\n")
        for name, gap in short_of_places(luwte)[:10]:
            sys.stdout.write(f"{name}: {gap} places short\n")
        for household, origin, to in open_proposals(luwte)[:10]:
            sys.stdout.write(f"{household}: {origin or 'no place'} -> {to or 'no place'}\n")
    except Asked as refused:
        sys.exit(str(refused))


if __name__ == "__main__":
    main()
