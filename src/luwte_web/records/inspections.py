# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Remove photos, drafts and sheets of inspections whose term is over; what was handed in stays in the registry.

Each location whose inspections lose anything gets a line on the log, which says how much of what went, and why.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date

from django.db import transaction

from luwte_web.accounts.actors import Actor
from luwte_web.audit.acts import Act
from luwte_web.audit.services import record
from luwte_web.inspections.models import Inspection, Photo
from luwte_web.inspections.selectors import HANDED_IN
from luwte_web.records.inspection_terms import Kept, Terms
from luwte_web.registry.days import today
from luwte_web.registry.editing import refuse, unexplained

Going = Mapping[Kept, Mapping[int, str]]  # by sort, what goes and at which location it was found


def over_term(terms: Terms) -> Mapping[Kept, int]:
    """How much of each sort has a term that is over today. Nothing is written."""
    return _counts(_over(terms, today()))


@transaction.atomic
def retain(actor: Actor, terms: Terms, reason: str) -> Mapping[Kept, int]:
    """Remove all whose term is over, for good; how much of each sort went. Raises ChangeRefused without a reason."""
    refuse(unexplained(reason))
    going = _over(terms, today())
    inspections = [*going[Kept.DRAFTS], *going[Kept.INSPECTIONS]]
    Photo.objects.filter(pk__in=list(going[Kept.PHOTOS])).delete()
    Inspection.objects.filter(after__in=inspections).update(after=None)
    Inspection.objects.filter(pk__in=inspections).delete()
    for location, removed in sorted(_by_location(going).items()):
        said = {"removed": {what.value: removed[what] for what in sorted(removed)}, "reason": reason.strip()}
        record(actor, Act.WRITE, f"location:{location}", said)
    return _counts(going)


def _over(terms: Terms, on: date) -> Going:
    at = "location__key"
    kept = {
        Kept.PHOTOS: Photo.objects.values_list("pk", "sheet__inspection__on", f"sheet__inspection__{at}"),
        Kept.DRAFTS: Inspection.objects.filter(~HANDED_IN).values_list("pk", "on", at),
        Kept.INSPECTIONS: Inspection.objects.filter(HANDED_IN).values_list("pk", "on", at),
    }
    return {
        what: {pk: location for pk, day, location in rows if terms.of(what).is_over(day, on)}
        for what, rows in kept.items()
    }


def _by_location(going: Going) -> Mapping[str, Counter[Kept]]:
    found: defaultdict[str, Counter[Kept]] = defaultdict(Counter)
    for what, rows in going.items():
        for location in rows.values():
            found[location][what] += 1
    return found


def _counts(going: Going) -> Mapping[Kept, int]:
    return {what: len(rows) for what, rows in going.items()}
