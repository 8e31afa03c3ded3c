# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How what is weighed for children is written: versions stay, and nobody writes over what they did not see."""

from collections.abc import Mapping
from typing import TypeVar

from django.db import models

from luwte_web.registry.editing import ChangedSince, mark
from luwte_web.registry.models import Change, Household, Location, Person, Version
from luwte_web.registry.refusals import NOT_THERE, ChangeRefused, refusal
from luwte_web.registry.services import correct, know

Kind = TypeVar("Kind", bound=Version)
REASON = "best interests of the child"  # of the change; the record itself tells the rest
KINDS: Mapping[str, type[models.Model]] = {"household": Household, "to": Location, "person": Person}


def known(kind: type[Kind], **about: str) -> Kind | None:
    """What is written down now about these things, each named by its key."""
    return kind.objects.known().filter(**{f"{name}__key": key for name, key in about.items()}).first()  # type: ignore[return-value]


def write(made: Change, kind: type[Version], told: Mapping[str, object], seen: str | None, **about: str) -> None:
    """Write it anew.

    `seen` is the mark of the version that somebody looked at, empty where there was none: where somebody else wrote
    since, ChangedSince tells what differs, and nothing is written.
    """
    now = known(kind, **about)
    if now is None:
        know(made, kind(**{name: _thing(name, key) for name, key in about.items()}, **told))
        return
    if seen is not None and mark(now) != seen:
        there = {name: getattr(now, name) for name in told}
        differing = {name: (told[name], there[name]) for name in told if told[name] != there[name]}
        raise ChangedSince(about["household"], differing)
    correct(made, now, **told)


def _thing(name: str, key: str) -> models.Model:
    found: models.Model | None = KINDS[name].objects.filter(key=key).first()  # type: ignore[attr-defined]
    if found is None:
        raise ChangeRefused(refusal(NOT_THERE, key, key=key))
    return found
