# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How a line is sealed: pure functions over texts, so that anybody can count a chain again without this program.

The content of a line has a hash of its own, made with a random salt that is removed together with the content: what
was removed cannot be found back by trying, and the chain, which holds the hash only, still verifies.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple, TypeAlias

JSON: TypeAlias = "str | int | bool | Sequence[JSON] | Mapping[str, JSON] | None"

HASH_LENGTH = 64  # SHA-256, hexadecimal
SALT_BYTES = 16
START = "0" * HASH_LENGTH  # what the first line follows
MOMENT = "%Y-%m-%dT%H:%M:%S.%fZ"


class Sealed(NamedTuple):
    """Everything that a seal covers, in this order. The moment is a text, so that what is stored is what is sealed."""

    number: int
    moment: str
    actor: str
    act: str
    kind: str
    thing: str
    content_hash: str
    previous: str


def seal(line: Sealed) -> str:
    """The hash of a line, which the next line carries as `previous`."""
    return _sha256(canonical(list(line)))


def content_hash(salt: str, content: str) -> str:
    """The hash of a content with its salt."""
    return _sha256(salt + content)


def new_salt() -> str:
    """A salt for one content."""
    return secrets.token_hex(SALT_BYTES)


def canonical(value: JSON) -> str:
    """The one text of a value: keys sorted, no blanks, signs as they are. A number with a fraction raises TypeError,
    because programs write those differently: give it as a text.
    """
    _refuse_fractions(value)
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def written(moment: datetime) -> str:
    """A moment as lines carry it: UTC, to the microsecond, sorted as texts are."""
    return moment.astimezone(UTC).strftime(MOMENT)


def read(moment: str) -> datetime:
    """The moment of a line; raises ValueError for what `written` did not write."""
    return datetime.strptime(moment, MOMENT).replace(tzinfo=UTC)


def _refuse_fractions(value: JSON) -> None:
    if isinstance(value, float):
        raise TypeError("the log takes no floating-point number: write it as a text")
    inside = value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
    for part in inside:
        _refuse_fractions(part)


def _sha256(text: str) -> str:
    """Bytes that are no text, which only tampering leaves, count as the bytes they are."""
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()
