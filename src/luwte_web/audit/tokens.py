# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Names for things in the log. A person or household is named by a random token; `forget` ends what it stands for."""

import secrets
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from luwte_web.audit.models import TOKEN_LENGTH, Token

# What names no person; a user's key is a token already. Every other kind is named by a token of the log.
NAMED_BY_THEIR_KEY = frozenset(
    ("", "country", "province", "municipality", "location", "unit", "improvement", "offer", "exchange", "agreement")
) | frozenset(("regime", "commitment", "registry", "table", "dataset", "plan", "change", "job", "log", "user"))


@dataclass(frozen=True, slots=True)
class Named:
    """A thing as a line names it."""

    kind: str
    thing: str


THE_LOG = Named("log", "")
NOTHING = Named("nothing", "")  # what no line is about


def named(things: Collection[str]) -> Mapping[str, Named]:
    """The names of things (`kind:key`) in the log, with new tokens where they need one; behind the lock of the head."""
    names: dict[str, Named] = {}
    unnamed: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for thing in things:
        kind, _, key = thing.partition(":")
        if kind in NAMED_BY_THEIR_KEY:
            names[thing] = Named(kind, key)
        else:
            unnamed[kind][key] = thing
    for kind, of_key in unnamed.items():
        tokens = dict(Token.objects.filter(kind=kind, key__in=of_key).values_list("key", "token"))
        new = [Token(kind=kind, key=key, token=secrets.token_hex(TOKEN_LENGTH // 2)) for key in of_key.keys() - tokens]
        tokens |= {token.key: token.token for token in Token.objects.bulk_create(new)}
        names |= {thing: Named(kind, tokens[key]) for key, thing in of_key.items()}
    return names


def known(thing: str) -> Named | None:
    """The name of `kind:key` in the log, or None where it has none."""
    kind, _, key = thing.partition(":")
    if kind in NAMED_BY_THEIR_KEY:
        return Named(kind, key)
    token = Token.objects.filter(kind=kind, key=key).first()
    return Named(kind, token.token) if token else None
