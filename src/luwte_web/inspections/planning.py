# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Plan an inspection, take part in it, or call it off."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.http import Http404
from django.utils import timezone

from luwte.model.quality import AssessedGroup, Method
from luwte.quality.catalogue import Profile
from luwte_web.accounts.actors import Actor
from luwte_web.audit.acts import Act
from luwte_web.audit.services import record
from luwte_web.inspections.models import Inspection, Sheet
from luwte_web.inspections.selectors import inspections_filled, inspections_seen, methods_of
from luwte_web.registry.editing import NO_REASON, refuse
from luwte_web.registry.models import LocationFacts
from luwte_web.registry.refusals import refusal, there


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is planned: the form, how answers are found, about whom, on which day, and what it looks at again."""

    profile: Profile
    method: Method
    on: date
    group: AssessedGroup = AssessedGroup.ALL
    after: str = ""


@transaction.atomic
def plan(actor: Actor, location: str, wanted: Wanted, reason: str) -> Inspection:
    """Plan an inspection with an empty form; Http404 to whom may not use that way of finding answers there.

    It is no change of the registry yet, and stands on the log with the reason.
    """
    if wanted.method not in methods_of(actor, location):
        raise Http404
    refuse([] if reason.strip() else [refusal(NO_REASON, location)])
    facts = there(LocationFacts.objects.known().filter(location__key=location).first(), location)
    after = inspections_seen(actor).filter(key=wanted.after, location=facts.location).first() if wanted.after else None
    made = Inspection.objects.create(
        location=facts.location,
        group=wanted.group,
        profile=wanted.profile,
        method=wanted.method,
        on=wanted.on,
        after=after,
        planned_by=actor.key,
        planned_at=timezone.now(),
    )
    told = {"inspection": made.key, "method": wanted.method.value, "on": wanted.on.isoformat(), "reason": reason}
    record(actor, Act.WRITE, f"location:{location}", told)
    return made


@transaction.atomic
def begin(actor: Actor, inspection: Inspection) -> Sheet:
    """The sheet on which somebody answers, begun where it is not there yet; several fill in theirs side by side."""
    if not inspections_filled(actor).filter(pk=inspection.pk).exists():
        raise Http404
    sheet, _ = Sheet.objects.get_or_create(
        inspection=inspection, respondent=actor.key, defaults={"began_at": timezone.now()}
    )
    return sheet


@transaction.atomic
def call_off(actor: Actor, inspection: Inspection, reason: str) -> None:
    """Say that an inspection will not be; what was handed in of one stays, so then it is not called off any more."""
    rows = inspections_filled(actor).select_for_update(of=("self",))
    known = rows.filter(pk=inspection.pk).first()
    if known is None or known.sheets.filter(change__isnull=False).exists():
        raise Http404
    refuse([] if reason.strip() else [refusal(NO_REASON, known.location.key)])
    known.dropped_at, known.dropped_because = timezone.now(), reason.strip()
    known.save(update_fields=["dropped_at", "dropped_because"])
    told = {"inspection": known.key, "called_off": True, "reason": reason.strip()}
    record(actor, Act.WRITE, f"location:{known.location.key}", told)
