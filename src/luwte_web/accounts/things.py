# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How a thing tells the policy what it is and where it belongs, without the policy knowing the registry."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Protocol

from django.db.models import Q

from luwte_web.accounts.actions import Action, Kind


@dataclass(frozen=True, slots=True)
class Thing:
    """What something is and where it belongs; what is empty is unknown, and lies within no scope but the country."""

    kind: Kind
    location: str = ""
    municipality: str = ""
    province: str = ""
    guardian: str = ""


THE_COUNTRY = Thing(Kind.COUNTRY)


class Placed(Protocol):
    """A record that can say what it is and where it belongs."""

    def thing(self) -> Thing:
        """What it is and where it belongs."""
        ...


Within = Callable[[str], Q]


@dataclass(frozen=True, slots=True)
class Lookups:
    """Where a model keeps what its rows would tell as a `Thing`: the action that reading a row is, and for each
    scope the look-up of Django that leads to the value, or what makes the condition for a value; an empty one means
    that no such scope reaches these rows.
    """

    reading: Action
    location: str | Within = ""
    municipality: str | Within = ""
    province: str | Within = ""
    guardian: str | Within = ""


class Guarded(Protocol):
    """A model whose rows are shown only through `policy.visible`."""

    access: ClassVar[Lookups]
