# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Everything that writes the log."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from luwte_web.accounts.actors import Actor
from luwte_web.audit import chain, tokens
from luwte_web.audit.acts import Act
from luwte_web.audit.chain import JSON
from luwte_web.audit.models import Head, Line

NO_CONTENT: Mapping[str, JSON] = {}


def record(actor: Actor, act: Act, thing: str = "", content: Mapping[str, JSON] = NO_CONTENT) -> Line:
    """Add one line about `thing`, written `kind:key`, inside the caller's transaction; call it last, see the package.

    The content names no person by key or name: what is about somebody has that person as its thing.
    """
    salt, text = chain.new_salt(), chain.canonical(content)
    with transaction.atomic(savepoint=False):
        end = Head.objects.select_for_update().get()
        about = tokens.named(thing)
        sealed = chain.Sealed(
            number=end.number + 1,
            moment=chain.written(timezone.now()),
            actor=actor.key,
            act=act.value,
            kind=about.kind,
            thing=about.thing,
            content_hash=chain.content_hash(salt, text),
            previous=end.seal,
        )
        return Line.objects.create(**sealed._asdict(), salt=salt, content=text, seal=chain.seal(sealed))
