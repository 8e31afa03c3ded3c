# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What can be wrong with what somebody fills in, and how to mend it."""

from luwte.data.raw import error
from luwte.words import N_

NO_NUMBER = error(
    "inspection_no_number",
    N_("The value {value} is not a number."),
    N_("Write a number, as 3.5 or 3,5, and nothing else."),
)
TOO_LONG = error(
    "inspection_too_long",
    N_("This text is too long: {length} characters."),
    N_("Write at most {limit} characters."),
)
NOTHING_ANSWERED = error(
    "inspection_nothing_answered",
    N_("Nothing is answered yet."),
    N_("Answer at least one question; what you do not know stays unknown."),
)
NOT_YET = error(
    "inspection_not_yet",
    N_("The day of this inspection, {day}, is still to come."),
    N_("Hand in on the day itself or after it."),
)
NO_ANSWER = error(
    "inspection_no_answer",
    N_("At {norm} stands a value, a note or a photo, and no answer."),
    N_("Choose an answer there, if need be: unknown."),
)
NO_STEP = error(
    "inspection_no_step",
    N_("For the gap at {norm} no action is agreed."),
    N_("Agree on what is done, by whom and by when, or write down why there is no action."),
)
GIVEN_TWICE = error(
    "inspection_given_twice",
    N_("You already handed in an answer about {norm} for this day."),
    N_("Plan an inspection on another day, or let a colleague hand in."),
)
HALF_A_STEP = error(
    "inspection_half_a_step",
    N_("An action needs what is done, who sees to it, and a day."),
    N_("Fill in all three, or write down why there is no action, and leave the three empty."),
)
BEFORE = error(
    "inspection_due_before",
    N_("The action would be due on {due}, before the inspection itself."),
    N_("Choose a day on or after {day}."),
)
NO_PICTURE = error(
    "inspection_no_picture",
    N_("This file is not a photo that can be read."),
    N_("Choose a photo as JPEG, PNG or WebP."),
)
TOO_LARGE = error(
    "inspection_too_large",
    N_("This photo is too large."),
    N_("Choose a photo of at most {limit} MB."),
)
TOO_MANY = error(
    "inspection_too_many_photos",
    N_("There are {limit} photos at this question already."),
    N_("Remove one first."),
)
KINDS = (
    NO_NUMBER, TOO_LONG, NOTHING_ANSWERED, NOT_YET, NO_ANSWER, NO_STEP, GIVEN_TWICE, HALF_A_STEP, BEFORE, NO_PICTURE,
    TOO_LARGE, TOO_MANY,
)  # fmt: skip
