# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the newest plan proposes for a household, and how that stands, for the page of the household."""

from dataclasses import dataclass

from django.urls import reverse

from luwte.words import N_
from luwte_web.pages.people.case import Case
from luwte_web.pages.review.plan import TONES
from luwte_web.workspace import waiting
from luwte_web.workspace.proposals import Standing

LOOK_FOR_ROOM = N_("Others came to the proposed place since. Look whether there is room.")


@dataclass(frozen=True, slots=True)
class Proposed:
    """Where the proposal is read and decided, the day of its plan, how it stands, and what to look at first."""

    link: str
    day: str
    standing: str
    tone: str
    look: str


def proposed(case: Case) -> Proposed | None:
    """The proposal of the newest plan that is made; None where there is no plan or it proposes nothing."""
    found = waiting.of(case.key)
    if found is None:
        return None
    (job, one), reader = found, case.desk.reader
    is_to_look = one.others_came and one.standing in (Standing.OPEN, Standing.HELD)
    return Proposed(
        link=reverse("proposal_in_review", args=[job.key, case.key]),
        day=reader.day(job.on),
        standing=reader.name(one.standing),
        tone=TONES[one.standing],
        look=reader.text(LOOK_FOR_ROOM) if is_to_look else "",
    )
