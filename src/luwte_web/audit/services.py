# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Everything that writes the log."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from luwte_web.accounts.actors import Actor
from luwte_web.audit import chain, removals, tokens
from luwte_web.audit.acts import Act
from luwte_web.audit.chain import JSON
from luwte_web.audit.models import Head, Line, Token
from luwte_web.audit.terms import Terms
from luwte_web.audit.tokens import Named

NO_CONTENT: Mapping[str, JSON] = {}


def record(actor: Actor, act: Act, thing: str | Named = "", content: Mapping[str, JSON] = NO_CONTENT) -> Line:
    """Add one line about `thing`, written `kind:key`, inside the caller's transaction; call it last, see the package.

    The content names no person by key or name: what is about somebody has that person as its thing.
    """
    [line] = record_each(actor, act, [thing], content)
    return line


def record_each(
    actor: Actor, act: Act, things: Sequence[str | Named], content: Mapping[str, JSON] = NO_CONTENT
) -> list[Line]:
    """Add a line about each of these, as `record` does: all of them, or none."""
    text = chain.canonical(content)
    with transaction.atomic(savepoint=False):
        end = _locked_end()
        number, previous, lines = end.number, end.seal, []
        names = tokens.named([thing for thing in things if isinstance(thing, str)])
        for thing in things:
            about = names[thing] if isinstance(thing, str) else thing
            salt, number = chain.new_salt(), number + 1
            sealed = chain.Sealed(
                number=number,
                moment=chain.written(timezone.now()),
                actor=actor.key,
                act=act.value,
                kind=about.kind,
                thing=about.thing,
                content_hash=chain.content_hash(salt, text),
                previous=previous,
            )
            previous = chain.seal(sealed)
            lines.append(Line.objects.create(**sealed._asdict(), salt=salt, content=text, seal=previous))
        return lines


@transaction.atomic
def retain(actor: Actor, terms: Terms, now: datetime) -> dict[Act, int]:
    """Remove the content of lines whose term is over, with one line for each act that says so; how many of each."""
    _locked_end()
    removed = {}
    for act, term in terms:
        before = chain.written(term.starts(now))
        lines = Line.objects.filter(act=act, moment__lt=before, content__isnull=False)
        removed[act] = lines.update(content=None, salt=None)
        if removed[act]:
            told = {removals.ACT: act.value, removals.BEFORE: before, removals.LINES: removed[act]}
            record(actor, Act.RETAIN, "log:", told | {"years": term.years, "source": term.source})
    return removed


@transaction.atomic
def forget(actor: Actor, thing: str, reason: str) -> int | None:
    """Forget whom the token of `thing` stands for, and remove the content of every line about them; how many lines
    there are, or None where the log has no token for it. The lines stay, and tell of nobody.
    """
    _locked_end()
    about = tokens.known(thing)
    if about is None or about.kind in tokens.NAMED_BY_THEIR_KEY:
        return None
    lines = Line.objects.filter(kind=about.kind, thing=about.thing)
    lines.update(content=None, salt=None)
    record(actor, Act.FORGET, about, {"reason": reason})
    Token.objects.filter(token=about.thing).delete()
    return lines.count() - 1


def _locked_end() -> Head:
    """Where the log ends; nobody else can add to it until this transaction is over."""
    return Head.objects.select_for_update().get()
