# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What waits for a municipality of its own self-check: nothing answered yet, gaps without an action, what is due."""

from collections.abc import Iterator
from datetime import date

from luwte.quality.catalogue import Profile, load_catalogue
from luwte.quality.selfcheck import Checked, checked
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.names import place_names
from luwte_web.accounts.policy import can
from luwte_web.registry.selectors import municipality_thing, records
from luwte_web.worklists.found import Entry, Listed
from luwte_web.worklists.of_places import AHEAD

NOT_YET = N_("Nobody has filled in the self-check yet.")
NO_ACTION = N_("A gap weighs heavily, and nothing is agreed about it: {norm}.")
TO_DO = N_("{action} ({norm})")


def self_check(actor: Actor, on: date) -> Listed:
    """Of the municipalities for which the actor answers: what is late or due within two months, then the rest."""
    entries = [entry for code in _own(actor) for entry in _of(code, on)]
    return Listed(sorted(entries, key=lambda entry: (entry.due is None, entry.due or on, entry.place)))


def _own(actor: Actor) -> list[str]:
    within = {each.within for each in actor.roles if each.within in place_names()}
    return sorted(code for code in within if can(actor, Action.CHECK_ONESELF, municipality_thing(code)))


def _of(code: str, on: date) -> Iterator[Entry]:
    norms = load_catalogue().profile(Profile.MUNICIPAL, on)
    found = checked(norms, records("selfchecks", municipality=code), on)
    place = place_names()[code]
    if not any(each.now for each in found):
        yield Entry(NOT_YET, place=place, other=code)
    for each in found:
        if each.lacks_action:
            yield Entry(NO_ACTION, {"norm": each.norm.id}, place=place, other=code)
        elif _is_due(each, on):
            yield _to_do(each, place, code, on)


def _is_due(each: Checked, on: date) -> bool:
    return each.agreed is not None and each.agreed.due is not None and each.agreed.due <= on + AHEAD


def _to_do(each: Checked, place: str, code: str, on: date) -> Entry:
    assert each.agreed is not None  # noqa: S101 - only what is agreed is due
    said = {"action": each.agreed.action, "norm": each.norm.id}
    return Entry(TO_DO, said, place=place, other=code, due=each.agreed.due, late=each.is_late(on))
