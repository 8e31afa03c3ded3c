# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Assessments of a few locations and the improvements agreed for their gaps."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from luwte.data.example.assumptions import Assumptions
from luwte.data.example.dice import Dice
from luwte.data.example.sites import Site
from luwte.model.quality import Answer, AssessedGroup, Assessment, Improvement

GAPS = (Answer.PARTLY, Answer.NOT_MET)
THOUSAND = 1000


def assessment_records(
    assumed: Assumptions, seed: int, sites: Sequence[Site], names: Sequence[str]
) -> list[Assessment]:
    """Answers about every listed norm for the groups that live at some of the open locations."""
    dice, figures = Dice(seed, "assessments"), assumed.quality
    answers = []
    for site, name in zip(sites, names, strict=True):
        if not (dice.happens(figures.assessed) and site.is_open):
            continue
        day = assumed.calendar.reference_date - timedelta(days=dice.number(figures.assessed_days_ago))
        method, assessor = dice.draw(figures.methods), dice.number((1, figures.assessors))
        for group, indicators in figures.indicators.items():
            for indicator in indicators if site.residents.get(group) else []:
                answer = dice.draw(figures.answers[site.sector])
                about = AssessedGroup(group.value)
                answers.append(Assessment(name, about, indicator, answer, day, method, assessor=f"B{assessor:02d}"))
    return answers


def improvement_records(assumed: Assumptions, seed: int, answers: Sequence[Assessment]) -> list[Improvement]:
    """An action with owner and day for most gaps."""
    dice, figures = Dice(seed, "improvements"), assumed.quality
    improvements = {}
    for answer in answers:
        if answer.answer in GAPS and dice.happens(figures.improved):
            due = assumed.calendar.reference_date + timedelta(days=dice.number(figures.improvement_due_days))
            cost = Decimal(dice.number(figures.improvement_cost) * THOUSAND)
            improvements[answer.location, answer.indicator] = Improvement(
                answer.location, answer.indicator, figures.improvement_action, answer.assessor, due, cost
            )
    return list(improvements.values())
