# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How somebody changes what is known of a household: may they, is it still what they saw, does it still hold together.

    with editing(actor, Action.WRITE_PERSON, "H12", reason, seen) as edit:
        correct(edit.made, edit.facts, needs=needs)

It is one transaction with one change, its reason and one line on the log, or it is nothing.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from django.db import IntegrityError

from luwte.data.raw import error
from luwte.model.findings import Finding
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import demand
from luwte_web.audit.acts import Act
from luwte_web.registry.days import describe_today
from luwte_web.registry.models import Change, HouseholdFacts, Version
from luwte_web.registry.refusals import ChangeRefused, refusal, there, told
from luwte_web.registry.selectors import household_thing
from luwte_web.registry.services import OWN, change
from luwte_web.registry.soundness import faults

NO_REASON = error(
    "edit_no_reason",
    N_("There is no reason."),
    N_("Write in a few words why this changes; no names or diagnoses."),
)
CHANGED_SINCE = error(
    "edit_changed_since",
    N_("Somebody changed this after you opened it."),
    N_("Look at what changed. To go on with what you wrote, save it again."),
)
KINDS = (NO_REASON, CHANGED_SINCE)

Seen = Collection[str]


class ChangedSince(ChangeRefused):
    """Somebody else changed it since. `then` and `now` tell by field what was seen and what is known."""

    def __init__(self, subject: str, differences: Mapping[str, tuple[Any, Any]]) -> None:
        super().__init__(refusal(CHANGED_SINCE, subject))
        self.differences = differences


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that is being made, and the household as it was known before it."""

    made: Change
    facts: HouseholdFacts


@contextmanager
def editing(
    actor: Actor, action: Action, key: str, reason: str, seen: Seen = (), *, act: Act = Act.WRITE
) -> Iterator[Edit]:
    """Change what is known of a household within the block; `seen` are the marks of the versions that were looked at.

    Raises Http404 to whom may not do it, ChangedSince where one of those versions is not the present one any more, and
    ChangeRefused with all that would be wrong; faults that were there before stop nobody.
    """
    demand(actor, action, household_thing(key))
    refuse(unexplained(reason, key))
    try:
        with change(actor, reason.strip(), act=act, about=f"household:{key}") as made:
            facts = there(_present(key), key)
            same_as(seen, key, facts)
            before = placeless(faults(key))
            yield Edit(made, facts)
            refuse([fault for fault in faults(key) if placeless([fault])[0] not in before])
            describe_today(made)
    except IntegrityError as refused:
        raise ChangeRefused(told(refused, key, household=key, location="", date="")) from None


def unexplained(reason: str, subject: str = "") -> list[Finding]:
    """What is wrong where a change has no reason."""
    return [] if reason.strip() else [refusal(NO_REASON, subject)]


def refuse(findings: Sequence[Finding]) -> None:
    """Raise ChangeRefused with all findings, where there are any."""
    if findings:
        raise ChangeRefused(*findings)


def mark(version: Version) -> str:
    """How a form remembers which version somebody looked at."""
    return f"{version._meta.model_name}-{version.pk}"


def same_as(seen: Seen, subject: str, *versions: Version, of: Collection[str] = ()) -> None:
    """Raise ChangedSince where a version that somebody saw says something else now; `of` limits it to some fields."""
    differences: dict[str, tuple[Any, Any]] = {}
    for now in versions:
        earlier = type(now).objects.filter(line=now.line, id__lt=now.pk).order_by("-id")
        then = next((version for version in earlier if mark(version) in seen), None) if seen else None
        if then is not None:
            found = _differences(then, now)
            differences |= {name: pair for name, pair in found.items() if not of or name in of}
    if differences:
        raise ChangedSince(subject, differences)


def _present(key: str) -> HouseholdFacts | None:
    return HouseholdFacts.objects.known().select_related("household", "location").filter(household__key=key).first()


def _differences(then: Version, now: Version) -> Mapping[str, tuple[Any, Any]]:
    """What two versions of one line say otherwise, by the name of the field."""
    names = [field.name for field in now._meta.concrete_fields if field.name not in OWN]
    pairs = {name: (getattr(then, name), getattr(now, name)) for name in names}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def placeless(findings: Sequence[Finding]) -> list[Finding]:
    """The findings without the row where they stand, which differs when lines are added."""
    return [replace(finding, place=None) for finding in findings]
