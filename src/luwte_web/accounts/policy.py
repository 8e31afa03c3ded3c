# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The two functions that decide everything: `can` for one thing, `visible` for many. What is not granted is denied."""

from collections.abc import Iterator
from typing import TypeVar, cast

from django.db.models import Model, Q, QuerySet
from django.http import Http404

from luwte_web.accounts.actions import Action, Kind
from luwte_web.accounts.actors import SYSTEM, Actor, Membership, Role, Scope
from luwte_web.accounts.grants import GRANTS
from luwte_web.accounts.things import THE_COUNTRY, Guarded, Placed, Thing

Row = TypeVar("Row", bound=Model)


def can(actor: Actor, action: Action, thing: Thing | Placed | None = None) -> bool:
    """Whether the actor may do this to this thing; without a thing, to the country as a whole."""
    if actor == SYSTEM:
        return True
    what = thing if isinstance(thing, Thing) else thing.thing() if thing else THE_COUNTRY
    if what.kind not in (action.on, Kind.COUNTRY):
        return False
    return any(reaches(membership, what) for membership in _granting(actor, action))


def can_somewhere(actor: Actor, action: Action) -> bool:
    """Whether there can be a thing to which the actor may do this: for menus, never to let somebody in."""
    return actor == SYSTEM or any(True for _ in _granting(actor, action))


def visible(actor: Actor, rows: QuerySet[Row], doing: Action | None = None) -> QuerySet[Row]:
    """The rows that the actor may see, or to which they may do something else.

    The model says by `access` where its rows belong, and which action it is to see them.
    """
    lookups = cast(type[Guarded], rows.model).access
    if actor == SYSTEM:
        return rows
    seen = Q(pk__in=())
    for membership in _granting(actor, doing or lookups.reading):
        if membership.scope is Scope.COUNTRY:
            return rows
        if lookup := getattr(lookups, PLACE_OF[membership.scope]):
            seen |= lookup(membership.within) if callable(lookup) else Q(**{lookup: membership.within})
    return rows.filter(seen)


def demand(actor: Actor, action: Action, thing: Thing | Placed | None = None) -> None:
    """Raise Http404 unless the actor may do this: what one may not see looks like what is not there."""
    if not can(actor, action, thing):
        raise Http404


PLACE_OF = {
    Scope.PROVINCE: "province",
    Scope.MUNICIPALITY: "municipality",
    Scope.LOCATION: "location",
    Scope.OWN_WARDS: "guardian",
}


def reaches(membership: Membership, thing: Thing) -> bool:
    """Whether the scope of a membership holds this thing."""
    if membership.scope is Scope.COUNTRY:
        return True
    return membership.within != "" and membership.within == getattr(thing, PLACE_OF[membership.scope])


def _granting(actor: Actor, action: Action) -> Iterator[Membership]:
    """The memberships of the actor that grant the action."""
    if action.on is Kind.HOUSEHOLD and any(each.role is Role.ADMINISTRATOR for each in actor.roles):
        return
    for membership in actor.roles:
        grant = GRANTS[membership.role]
        if membership.scope in grant.scopes and action in grant.actions:
            yield membership
