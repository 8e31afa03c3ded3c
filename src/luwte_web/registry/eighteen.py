# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What comes at eighteen: half a year ahead everybody who came alone has a plan; no birthday alone moves anybody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from luwte.data.raw import error
from luwte.model.findings import Finding
from luwte.model.people import HouseholdGroup
from luwte.model.periods import ADULT_AGE, born_at, months_later
from luwte.model.places import Location as LocationRecord
from luwte.quality.clocks import bundled_terms
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.registry import selectors
from luwte_web.registry.days import today
from luwte_web.registry.editing import Seen, editing, refuse, same_as
from luwte_web.registry.missing import household_of
from luwte_web.registry.models import AtEighteen, EighteenPlan, Location, PersonFacts
from luwte_web.registry.refusals import NOT_THERE, refusal
from luwte_web.registry.services import correct, know

NOT_TO_STAY = error(
    "eighteen_not_to_stay",
    N_("Nobody of eighteen or older may stay on at {location}."),
    N_("Choose where the young person goes on, or let the location take young adults."),
)
NOT_WHOLE = error(
    "eighteen_not_whole",
    N_("The plan says nothing about {what}."),
    N_("Talk about it together and write down what you agreed, also where nothing can be arranged yet."),
)
BIRTHDAY_ALONE = error(
    "eighteen_birthday_alone",
    N_("Nobody of household {household} is moved for a birthday alone."),
    N_("Make the plan for eighteen together first; it says where the young person goes on."),
)
KINDS = (NOT_TO_STAY, NOT_WHOLE, BIRTHDAY_ALONE)

PARTS = {
    "guidance": N_("guidance"),
    "school": N_("school or work"),
    "housing": N_("housing"),
    "daytime": N_("what the days look like"),
    "made_with": N_("with whom it was made"),
    "view": N_("what the young person says of it"),
}


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was agreed for after the birthday; every part says something."""

    where: AtEighteen
    guidance: str
    school: str
    housing: str
    daytime: str
    made_with: str
    view: str
    location: str = ""


def agree(actor: Actor, person: str, agreed: Agreed, reason: str, seen: Seen = ()) -> None:
    """Write down the plan for eighteen, or a better one; the earlier one is kept."""
    with editing(actor, Action.RECORD_VIEW, household_of(person), reason, seen) as edit:
        known = PersonFacts.objects.known().select_related("person").get(person__key=person)
        refuse([*_unsaid(agreed), *_not_to_stay(agreed, edit.facts.location), *_not_there(agreed)])
        before = plan_of(person)
        said = {name: getattr(agreed, name).strip() for name in PARTS}
        said |= {"where": agreed.where, "location": Location.objects.filter(key=agreed.location).first()}
        said |= {"made_on": today(), "made_by": actor.key}
        if before:
            same_as(seen, person, before)
            correct(edit.made, before, **said)
        else:
            know(edit.made, EighteenPlan(person=known.person, **said))


def plan_of(person: str) -> EighteenPlan | None:
    """The plan for eighteen of a person, if there is one."""
    plans = EighteenPlan.objects.known().select_related("location__now")
    return plans.filter(person__key=person).first()


def turning(persons: QuerySet[PersonFacts], on: date) -> QuerySet[PersonFacts]:
    """Those of the persons who came alone and turn eighteen within half a year, the first to do so first."""
    ahead = months_later(on, bundled_terms().eighteen.months_ahead)
    first, last = born_at(ADULT_AGE, on), born_at(ADULT_AGE, ahead)
    near = persons.filter(birth_month__gte=first, birth_month__lte=last)
    return near.filter(household__now__group=HouseholdGroup.AMV).order_by("birth_month", "person__key")


def without_plan(persons: QuerySet[PersonFacts], on: date) -> QuerySet[PersonFacts]:
    """Those who turn eighteen within half a year and have no plan."""
    plans = EighteenPlan.objects.known().filter(person=OuterRef("person"))
    return turning(persons, on).filter(~Exists(plans))


def for_a_birthday_alone(household: str) -> list[Finding]:
    """Why a household may not be moved because somebody turns eighteen: no plan says that they go elsewhere."""
    plans = EighteenPlan.objects.known().filter(person__now__household__key=household)
    if plans.exclude(where=AtEighteen.STAY).exists():
        return []
    return [refusal(BIRTHDAY_ALONE, household, household=household)]


def _unsaid(agreed: Agreed) -> Sequence[Finding]:
    return [refusal(NOT_WHOLE, what=what) for part, what in PARTS.items() if not getattr(agreed, part).strip()]


def _not_to_stay(agreed: Agreed, at: Location | None) -> Sequence[Finding]:
    """Staying on is for where the location lets young adults stay."""
    if agreed.where is not AtEighteen.STAY:
        return []
    here: LocationRecord | None = selectors.record_about("locations", at.key) if at else None
    allowed = here is not None and here.stays_until_age > ADULT_AGE
    return [] if allowed else [refusal(NOT_TO_STAY, location=here.name if here else "–")]


def _not_there(agreed: Agreed) -> Sequence[Finding]:
    known = not agreed.location or selectors.record_about("locations", agreed.location)
    return [] if known else [refusal(NOT_THERE, key=agreed.location)]
