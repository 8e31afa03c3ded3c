# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The housing task in words: what the half-year asks of every municipality, and what is known of arrears and lead."""

from collections.abc import Mapping

from luwte.law.explain import MARKS
from luwte.law.housing import HousingTasks
from luwte.reporting.law.told import Told, listed, number
from luwte.reporting.listed import Listed
from luwte.reporting.numbers import day, whole
from luwte.words import N_, Words

TITLE = N_("Housing task for permit holders, {half_year}")
NATIONAL = N_("{people} people have to be housed in the whole country. Source: {source}; {mark}.")
GIVEN = N_("{people} people have to be housed in the whole country, as given with the question.")
BY = N_("Each municipality houses a part by its inhabitants (counted on {day}), rounded on its own, a half up.")
TASKS = N_("Municipalities (people)")
TASK = (N_("municipality"), N_("inhabitants"), N_("task"), N_("arrears"), N_("lead"), N_("to house"))
CITES = ("Housing Act 28",)


def told(found: HousingTasks, names: Mapping[str, str], words: Words) -> Told:
    """The page of one half-year; `names` are municipalities by code."""
    people = whole(found.people, words)
    first = words.text(GIVEN, people=people)
    if found.national:
        source, mark = words.text(found.national.source), words.text(MARKS[found.national.mark])
        first = words.text(NATIONAL, people=people, source=source, mark=mark)
    by = words.text(BY, day=day(found.inhabitants_on, words))
    return Told(words.text(TITLE, half_year=found.half_year), (first, by), (_tasks(found, names, words),), CITES)


def _tasks(found: HousingTasks, names: Mapping[str, str], words: Words) -> Listed:
    rows = [
        (
            names.get(one.municipality, one.municipality),
            whole(one.inhabitants, words),
            whole(one.task, words),
            number(one.balance.backlog if one.balance else None, words),
            number(one.balance.lead if one.balance else None, words),
            number(one.due, words),
        )
        for one in found.tasks
    ]
    return listed(TASKS, TASK, rows, 1, words)
