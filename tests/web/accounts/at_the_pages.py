# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Everybody who could work with the registry of two provinces, each signed in; and what is there to be asked for."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse
from django.utils.translation import override
from PIL import Image

from luwte.model.participation import ProgrammeKind, Through
from luwte.model.people import HouseholdGroup, Phase, Relation
from luwte.model.periods import Month
from luwte.model.pledges import Exchange
from luwte.model.quality import Answer, Method
from luwte.quality.catalogue import Profile
from luwte_web.accounts import services
from luwte_web.accounts.actors import SYSTEM, Actor, Membership, Role, Scope
from luwte_web.accounts.machine_tokens import make_token
from luwte_web.accounts.models import Appointment, MachineToken, User
from luwte_web.inspections import answering, gaps, handing_in, photos, planning
from luwte_web.inspections.models import Inspection, Photo
from luwte_web.registry import (
    circumstances,
    corrections,
    departures,
    exchanging,
    importing,
    missing,
    participation,
    partings,
)
from luwte_web.registry.circumstances import Kin, Tie
from luwte_web.registry.corrections import Known
from luwte_web.registry.days import today
from luwte_web.registry.departures import Left
from luwte_web.registry.models import (
    Contact,
    FeedbackFacts,
    LeftFor,
    Operation,
    PartedFor,
    Parting,
    ProgrammeFacts,
    Relative,
    Stay,
    Version,
)
from luwte_web.registry.partings import Parted
from luwte_web.workspace import jobs, making, review
from luwte_web.workspace.models import JobState, PlanJob
from luwte_web.workspace.pulse import Pulse
from web.accounts import two_provinces
from web.accounts.two_provinces import (
    GUARDIAN_NORTH,
    LEFT,
    LIVES,
    MUNICIPALITY_OF,
    NORTH,
    OLD_NORTH,
    PROVINCE_OF,
    SOUTH,
    key,
    pledge,
)
from web.registry import few_people

DAY = date(2026, 11, 21)
WHY = "for a test"
OFFICER = Actor("u-officer", (Membership(Role.PLACEMENT_OFFICER, Scope.COUNTRY),))
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')
ARGUMENT = re.compile(r"<(?:\w+:)?(\w+)>")
GATE = "HOU-001"
PLEDGES = ("offer", "condition")
NOTED = {
    name: kind
    for kind, first in ((FeedbackFacts, "feedback"), (ProgrammeFacts, "programme"), (Contact, "contact"))
    for name in (first, f"{first}_change")
} | {"operation_change": Operation}
OTHERS = ("account_", "socialaccount_", "mfa_", "openid_connect_")  # the pages of django-allauth
API = "api/"
LINES = {"household_stay": Stay, "household_unrelate": Relative, "household_rejoin": Parting}
NEIGHBOUR_IN = {NORTH: "GM1966", SOUTH: "GM0392"}
Who = tuple[Role, Scope]
WITHIN = {
    Scope.COUNTRY: "",
    Scope.PROVINCE: NORTH,
    Scope.MUNICIPALITY: MUNICIPALITY_OF[NORTH],
    Scope.LOCATION: OLD_NORTH,
    Scope.OWN_WARDS: GUARDIAN_NORTH,
}


@dataclass(frozen=True)
class Pages:
    """The browsers by role and scope, around the ward of the north; `anybody` has not signed in."""

    browsers: Mapping[Who, Client]
    anybody: Client
    user: User
    appointment: Appointment
    token: MachineToken
    job: PlanJob

    def address(self, name: str, of: str, language: str = "en") -> str:
        """The address of this name, about a household (by its short name) or what belongs to it."""
        household, location = key(LEFT[of] if name == "take_back" else of), LIVES[of][1]
        keys = dict.fromkeys(("site", "quality", "stating", "what_if", "location", *NOTED), location)
        keys |= dict.fromkeys(("plan_in_review", "undisputed", "proposal_in_review"), self.job.key)
        keys |= dict.fromkeys(("cancel_plan", "plan_again", "show_plan"), self.job.key)
        draft, handed_in = Inspection.objects.filter(location__key=location).order_by("id")
        keys |= {name: draft.key for name in addresses() if name.startswith("inspection")}
        keys |= {"inspection_photo": handed_in.key, "inspection_new": location}
        keys |= {"end_token": self.token.key, "norm": GATE}
        keys |= {name: location for name in addresses() if name.startswith("operation")}
        keys |= {name: pledge(name.split("_")[0], location) for name in addresses() if name.startswith(PLEDGES)}
        photo = Photo.objects.get(sheet__inspection=handed_in)
        known: Mapping[str, Any] = {
            "about": _line(LINES[name], household) if name in LINES else f"{household}s",
            "code": "missing" if name == "worklist" else MUNICIPALITY_OF[PROVINCE_OF[location]],
            "household": household,
            "form": "pdf",
            "key": keys.get(name, household),
            "line": _noted(NOTED[name], location) if name in NOTED else _exchanged(PROVINCE_OF[location]),
            "number": photo.pk if name == "inspection_photo" else self.appointment.pk,
            "page": "housing",
            "province": PROVINCE_OF[location],
            "regime": "repealed",
            "scope": "province",
            "token": self.user.token,
            "uidb64": "nobody",
            "way": "key",
        }
        with override(language):
            return reverse(name, kwargs={argument: known[argument] for argument in addresses()[name]})


@cache
def addresses() -> Mapping[str, list[str]]:
    """Every address of the pages by its name, with its arguments: all but those of django-allauth and of the API."""
    found = {name: ARGUMENT.findall(route) for name, route in _routes(get_resolver())}
    return {name: arguments for name, arguments in found.items() if not name.startswith(OTHERS)}


def _routes(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, str]]:
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern, route)
        elif not route.startswith(API):
            yield pattern.name or route, route


def _noted(kind: type[Version], location: str) -> int:
    return int(kind.objects.known().filter(location__key=location).values_list("line", flat=True)[0])


def _line(kind: type[Version], household: str) -> int:
    return int(kind.objects.known().filter(household__key=household).values_list("line", flat=True)[0])


@contextmanager
def undone() -> Iterator[None]:
    """What is written within the block is undone after it; a page writes its readings as if nothing surrounded it."""
    around = transaction.atomic()
    around._from_testcase = True
    with around:
        yield
        transaction.set_rollback(True)


def without_token(answer: HttpResponse) -> tuple[int, bytes]:
    """What an answer tells, but for the token of the forms in it."""
    return answer.status_code, TOKEN.sub(b"", answer.content)


def pages_of(folder: Path) -> Pages:
    """Bring the people in, make a plan, decide some of it, and sign everybody in."""
    importing.apply(importing.preview(few_people.write(folder, two_provinces.tables())), SYSTEM, WHY)
    _live()
    _listen()
    _look()
    _exchange()
    job = _planned()
    _decide(job)
    spare = services.add_user(SYSTEM, "spare@example.org", (Membership(Role.INSPECTOR, Scope.COUNTRY),))
    token = make_token(SYSTEM, spare, "tests").token
    browsers = {(role, scope): signed_in(role, scope, WITHIN[scope]) for role, scope in product(Role, Scope)}
    return Pages(browsers, _new(), spare, spare.appointments.get(), token, job)


def _live() -> None:
    """What is known of the people beside the tables."""
    for ward, other in (("M1", "F4"), ("M2", "F1"), ("F1", "F5"), ("F5", "F2"), ("A1", "A2")):
        circumstances.relate(SYSTEM, key(ward), Kin(Tie.SIBLING, key(other), "", near=ward == "A1"), WHY)
    for gone in LEFT.values():
        departures.leave(SYSTEM, key(gone), Left(LeftFor.HOME, DAY), WHY)
    sibling = corrections.Who(HouseholdGroup.AMV, Phase.PROCEDURE, {}, new=(Known(Month(2011, 6), Relation.SELF),))
    for ward in ("M1", "M2"):
        corrections.correct_household(SYSTEM, key(ward), sibling, WHY)
        partings.part(SYSTEM, f"{key(ward)}-2", Parted(PartedFor.NEVER, DAY, HouseholdGroup.AMV), WHY)
        missing.report(SYSTEM, f"{key(ward)}s", DAY, WHY)


def _listen() -> None:
    """What is known of the children at both old locations, and of what there is for them; words tell where."""
    for location in {LIVES[ward][1] for ward in ("M1", "M2")}:
        said: Mapping[participation.Noted, Mapping[str, Any]] = {
            FeedbackFacts: {"date": date(2026, 9, 1), "through": Through.ROUND, "raised": f"dinner at {location}"},
            ProgrammeFacts: {"name": f"TeamUp {location}", "kind": ProgrammeKind.PLAY_FOR_WELLBEING},
            Contact: {"contact": "K1", "since": date(2026, 9, 1)},
        }
        for kind, facts in said.items():
            participation.write_down(SYSTEM, kind, location, facts, WHY)


def _exchange() -> None:
    """Both capitals of the two provinces hand places over to a neighbour."""
    for province, neighbour in NEIGHBOUR_IN.items():
        handed = Exchange(MUNICIPALITY_OF[province], neighbour, 10, 0, today())
        exchanging.agree(SYSTEM, province, handed, WHY, [])


def _exchanged(province: str) -> int:
    return int(exchanging.exchanges_in(province).values_list("line", flat=True)[0])


def _look() -> None:
    """At both old locations what children say is being asked, and a visit with a photo found a gate not met."""
    picture = BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "JPEG")
    for location in {LIVES[ward][1] for ward in ("M1", "M2")}:
        planning.plan(SYSTEM, location, planning.Wanted(Profile.FULL, Method.CHILD_SURVEY, today()), WHY)
        visit = planning.plan(SYSTEM, location, planning.Wanted(Profile.FULL, Method.VISIT, today()), WHY)
        says = answering.Says(Answer.NOT_MET, note=f"seen at {location}")
        answering.give(SYSTEM, visit, GATE, says, answering.NOTHING.mark)
        gaps.agree(SYSTEM, visit, GATE, gaps.Agreed(f"more room at {location}", "site_team", today()))
        photos.attach(SYSTEM, visit, GATE, picture.getvalue())
        handing_in.hand_in(SYSTEM, visit, WHY)


def _planned() -> PlanJob:
    asked = jobs.ask(OFFICER, jobs.Wanted(DAY))
    making.make(asked.key, Pulse(asked.key))
    made = jobs.progress(asked.key)
    assert made.state is JobState.DONE, made.failure
    jobs.show(OFFICER, made.key)
    return made


def _decide(job: PlanJob) -> None:
    """Two families of the north get their place, one of them in haste, as does the ward of the south."""
    for short in ("F1", "F2", "M2"):
        review.accept(OFFICER, job, key(short), WHY)
    for short in ("F1", "M2"):
        review.commit(OFFICER, job, key(short), WHY, "it could not wait")


def signed_in(role: Role, scope: Scope, within: str) -> Client:
    """Somebody who is signed in; a role that cannot be given within its scope is put there by hand."""
    user = services.add_user(SYSTEM, f"{role}-{scope}-{within}@example.org".replace("_", "-"))
    Appointment.objects.create(user=user, role=role, scope=scope, within=within, given_at=user.added_at)
    browser = _new()
    browser.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return browser


def _new() -> Client:
    return Client(raise_request_exception=False, headers={"host": "127.0.0.1"})
