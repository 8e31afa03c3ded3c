# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What can be wrong with answers that come back from the field, and what is good to know of them."""

from luwte.data.raw import error, note, warning
from luwte.model.findings import FindingKind, Severity
from luwte.quality.called import ANSWERS
from luwte.words import N_

NO_QUESTION = error(
    "forms.no_question",
    N_("There is no column {name}: this is not an export of a form that Luwte made."),
    N_("Export all questions of the form, with their names (XML values) as headings and not their labels."),
)
TWICE = error(
    "forms.question_twice",
    N_("Question {name} stands in this file in more than one column."),
    N_("Export the answers of one version of the form at a time."),
)
UNKNOWN_NORM = error(
    "forms.unknown_norm",
    N_("This is an answer to a question that the catalogue {catalogue} does not have."),
    N_("Give the catalogue that the form was made from with --catalogue."),
)
NOT_READ = warning(
    "forms.not_read",
    N_("This column is no question of a form of Luwte and is not taken over; photos are not taken over either."),
    N_("Keep what stands in it elsewhere if it is needed."),
)
NO_EDITION = error(
    "forms.no_edition",
    N_("The answers do not tell which catalogue they were asked from."),
    N_("Leave what the form filled in under catalogue as it was."),
)
OTHER_CATALOGUE = error(
    "forms.other_catalogue",
    N_("These answers were asked from the catalogue {asked}; nothing tells how that stands to {catalogue}."),
    N_("Give the file of that catalogue with --catalogue."),
)
OTHER_EDITION = warning(
    "forms.other_edition",
    N_("Answers ({number} forms) were asked from {asked}, and are read with {catalogue}."),
    N_("Look whether what is asked is the same; the answers are kept as they were given."),
)
FUTURE = error(
    "forms.future", N_("This day is still to come; today is {today}."), N_("Correct the day on the server of the form.")
)
NO_PSEUDONYM = error(
    "forms.no_pseudonym",
    N_("This is no code of letters and a number; it may be the name of a person."),
    N_("Replace it on the server of the form with a code such as team-3."),
)
NO_ANSWER = error(
    "forms.no_answer",
    N_("Something was written about {norm}, and not whether it is met."),
    N_("Choose an answer on the server of the form, `unknown` where nobody can tell."),
)
CHANGED = FindingKind(
    "forms.changed",
    Severity.ERROR,
    N_("About {norm} the same person said otherwise on the same day: {before} ({where}), and here {now}."),
    N_("Find out which of the two holds, and correct the other; a second look has a day of its own."),
    codes={"before": ANSWERS, "now": ANSWERS},
)
REJECTED = note(
    "forms.rejected",
    N_("This form was turned down by who looked through the answers, and is left out."),
    N_("Accept it on the server of the form if it should count."),
)
KINDS = (
    NO_QUESTION, TWICE, UNKNOWN_NORM, NOT_READ, NO_EDITION, OTHER_CATALOGUE, OTHER_EDITION, FUTURE, NO_PSEUDONYM,
    NO_ANSWER, CHANGED, REJECTED,
)  # fmt: skip
