# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Fill a registry for the tests: tables, users, an inspection that found gaps, another that is filled in, and what
children said. Run as a program with the tables and a password; prints the pages that each user opens, as JSON.
"""

import io
import json
import sys
from datetime import timedelta
from pathlib import Path

from luwte_web.start import start

start()

from django.urls import reverse  # noqa: E402
from django.utils.translation import override  # noqa: E402
from PIL import Image  # noqa: E402

from luwte.model.participation import ProgrammeKind, Through  # noqa: E402
from luwte.model.quality import Answer, Method  # noqa: E402
from luwte.quality.catalogue import Profile  # noqa: E402
from luwte_web.accounts import services  # noqa: E402
from luwte_web.accounts.actors import SYSTEM, Actor, Membership, Role, Scope  # noqa: E402
from luwte_web.inspections import answering, gaps, handing_in, photos, planning  # noqa: E402
from luwte_web.inspections.models import Inspection  # noqa: E402
from luwte_web.registry import importing, participation  # noqa: E402
from luwte_web.registry.days import today  # noqa: E402
from luwte_web.registry.models import Contact, FeedbackFacts, ProgrammeFacts  # noqa: E402

HERE, WHY = "L2", "for a test"
GATE, HEAVY, LIGHT = "HOU-001", "SAN-001", "HOU-004"
USERS = {
    "inspector": Membership(Role.INSPECTOR, Scope.COUNTRY),
    "team": Membership(Role.SITE_TEAM, Scope.LOCATION, HERE),
    "officer": Membership(Role.PLACEMENT_OFFICER, Scope.COUNTRY),
    "ministry": Membership(Role.MINISTRY, Scope.COUNTRY),
}
ANSWERS = {
    GATE: answering.Says(Answer.NOT_MET, "3.5", "two rooms for five people"),
    HEAVY: answering.Says(Answer.PARTLY, note="one shower is broken"),
    LIGHT: answering.Says(Answer.MET),
}


def picture() -> bytes:
    """A photo of nothing."""
    written = io.BytesIO()
    Image.new("RGB", (64, 48), "#7a9").save(written, "JPEG")
    return written.getvalue()


def look(actor: Actor, *, hand_in: bool) -> Inspection:
    """A visit that found a gate not met, with an action; handed in, or still open."""
    seen = planning.plan(actor, HERE, planning.Wanted(Profile.EMERGENCY, Method.VISIT, today()), WHY)
    for norm, says in ANSWERS.items():
        answering.give(actor, seen, norm, says, answering.NOTHING.mark)
    photos.attach(actor, seen, GATE, picture())
    agreed = gaps.Agreed("fewer beds in both rooms", "site_team", today() + timedelta(days=30))
    gaps.agree(actor, seen, GATE, agreed)
    gaps.agree(actor, seen, HEAVY, gaps.Agreed(none_because="the site closes next week"))
    if hand_in:
        handing_in.hand_in(actor, seen, WHY)
    return seen


def listen() -> None:
    """What children said, one thing told back and one not; what there is to do; and who is there for them."""
    raised = {"date": today() - timedelta(days=70), "through": Through.COUNCIL, "raised": "dinner is too early"}
    answered = {"done": "dinner is half an hour later", "done_on": today() - timedelta(days=40)}
    participation.write_down(SYSTEM, FeedbackFacts, HERE, raised, WHY)
    told = {**raised, **answered, "told_back_on": today() - timedelta(days=30)}
    participation.write_down(SYSTEM, FeedbackFacts, HERE, told, WHY)
    programme = {"name": "TeamUp", "kind": ProgrammeKind.PLAY_FOR_WELLBEING, "times_a_week": 2}
    participation.write_down(SYSTEM, ProgrammeFacts, HERE, programme, WHY)
    participation.write_down(SYSTEM, Contact, HERE, {"contact": "K1", "since": today() - timedelta(days=90)}, WHY)


def main(tables: Path, password: str) -> None:
    """Fill the registry, and tell which pages there are to look at."""
    importing.apply(importing.preview(tables), SYSTEM, WHY)
    actors = {}
    for name, membership in USERS.items():
        user = services.add_user(SYSTEM, f"{name}@example.org", (membership,))
        user.set_password(password)
        user.save()
        actors[name] = Actor(user.token, (membership,))
    listen()
    done, draft = look(actors["inspector"], hand_in=True), look(actors["inspector"], hand_in=False)
    languages = ("nl", "en")
    opened = {name: {language: pages(name, language, done, draft) for language in languages} for name in USERS}
    json.dump(opened, sys.stdout)


def pages(who: str, language: str, done: Inspection, draft: Inspection) -> dict[str, str]:
    """The pages that somebody opens, by name."""
    feedback = FeedbackFacts.objects.known().values_list("line", flat=True)[0]
    programme = ProgrammeFacts.objects.known().values_list("line", flat=True)[0]
    with override(language):
        every = {
            "triage": reverse("triage"),
            "quality": reverse("quality", args=[HERE]),
            "norm": reverse("norm", args=[GATE]),
            "inspections": reverse("inspections"),
            "inspection_done": reverse("inspection", args=[done.key]),
            "paper_filled": reverse("inspection_paper", args=[done.key]) + "?filled=yes",
            "speak": reverse("speak"),
        }
        of = {
            "inspector": {
                "where": reverse("inspections_where"),
                "new": reverse("inspection_new", args=[HERE]),
                "inspection_draft": reverse("inspection", args=[draft.key]),
                "form": reverse("inspection_form", args=[draft.key, "housing"]),
                "form_whole": reverse("inspection_form", args=[draft.key, "whole"]),
                "actions": reverse("inspection_actions", args=[draft.key]),
                "paper": reverse("inspection_paper", args=[draft.key]),
            },
            "team": {
                "site": reverse("site", args=[HERE]),
                "feedback": reverse("feedback", args=[HERE]),
                "feedback_change": reverse("feedback_change", args=[HERE, feedback]),
                "programme": reverse("programme", args=[HERE]),
                "programme_change": reverse("programme_change", args=[HERE, programme]),
                "contact": reverse("contact", args=[HERE]),
                "programmes": reverse("programmes"),
                "improvements": reverse("worklist", args=["improvements"]),
            },
            "officer": {"terms": reverse("terms"), "phase_out": reverse("phase_out")},
            "ministry": {"terms_figures": reverse("terms"), "triage_figures": reverse("triage")},
        }
        return of[who] | (every if who == "inspector" else {})


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
