# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the newest plan proposes for a household, and how that stands, for the page of the household."""

from dataclasses import dataclass

from django.urls import reverse

from luwte_web.pages.people.case import Case
from luwte_web.pages.review.plan import TONES
from luwte_web.workspace import jobs, proposals


@dataclass(frozen=True, slots=True)
class Proposed:
    """Where the proposal is read and decided, the day of its plan, and how it stands."""

    link: str
    day: str
    standing: str
    tone: str


def proposed(case: Case) -> Proposed | None:
    """The proposal of the newest plan that is made; None where there is no plan or it proposes nothing."""
    job = jobs.made().first()
    proposal = proposals.one(job, case.key) if job else None
    if job is None or proposal is None:
        return None
    reader = case.desk.reader
    link = reverse("proposal_in_review", args=[job.key, case.key])
    return Proposed(link, reader.day(job.on), reader.name(proposal.standing), TONES[proposal.standing])
