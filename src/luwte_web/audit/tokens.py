# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Names for things in the log. A person or household is named by a random token; `forget` ends what it stands for."""

import secrets
from dataclasses import dataclass

from luwte_web.audit.models import TOKEN_LENGTH, Token

# What names no person; a user's key is a token already. Every other kind is named by a token of the log.
NAMED_BY_THEIR_KEY = frozenset(
    ("", "country", "province", "municipality", "location", "unit", "improvement", "offer", "exchange", "agreement")
) | frozenset(("commitment", "registry", "table", "dataset", "plan", "change", "job", "log", "user"))


@dataclass(frozen=True, slots=True)
class Named:
    """A thing as a line names it."""

    kind: str
    thing: str


THE_LOG = Named("log", "")
NOTHING = Named("nothing", "")  # what no line is about


def named(thing: str) -> Named:
    """The name of `kind:key` in the log, with a new token where it needs one; called behind the lock of the head."""
    kind, _, key = thing.partition(":")
    if kind in NAMED_BY_THEIR_KEY:
        return Named(kind, key)
    token, _ = Token.objects.get_or_create(kind=kind, key=key, defaults={"token": secrets.token_hex(TOKEN_LENGTH // 2)})
    return Named(kind, token.token)


def known(thing: str) -> Named | None:
    """The name of `kind:key` in the log, or None where it has none."""
    kind, _, key = thing.partition(":")
    if kind in NAMED_BY_THEIR_KEY:
        return Named(kind, key)
    token = Token.objects.filter(kind=kind, key=key).first()
    return Named(kind, token.token) if token else None
