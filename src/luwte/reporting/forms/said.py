# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a form says, in plain words: the same on a phone and on paper."""

from collections.abc import Iterator, Mapping

from luwte.model.places import PlaceGroup
from luwte.model.quality import Answer, AssessedGroup, Method
from luwte.quality.catalogue import Catalogue
from luwte.quality.forms import Form
from luwte.quality.forms.names import About
from luwte.quality.norm import Norm, Rule
from luwte.reporting import norms
from luwte.words import N_, Words

ANSWERS: Mapping[Answer, str] = {
    Answer.MET: N_("yes, met"),
    Answer.PARTLY: N_("partly"),
    Answer.NOT_MET: N_("no, not met"),
    Answer.NOT_APPLICABLE: N_("not applicable"),
    Answer.UNKNOWN: N_("I cannot tell"),
}
METHODS: Mapping[Method, str] = {
    Method.VISIT: N_("a visit: I look at it myself"),
    Method.SELF: N_("the location answers about itself"),
    Method.DOCUMENT: N_("read in a document"),
    Method.CHILD_SURVEY: N_("asked of children"),
}
WHOM: Mapping[AssessedGroup, str] = {
    AssessedGroup.FAMILY: N_("families with children"),
    AssessedGroup.AMV: N_("unaccompanied minors (amv)"),
    AssessedGroup.ADULT: N_("adults without children"),
    AssessedGroup.ALL: N_("all of them, nothing differs"),
}
QUESTIONS: Mapping[About, str] = {
    About.LOCATION: N_("At which location?"),
    About.GROUP: N_("About whom are these answers?"),
    About.DATE: N_("On which day?"),
    About.METHOD: N_("How do you know?"),
    About.ASSESSOR: N_("Who answers?"),
}
ABOUT_THE_VISIT = N_("About this visit")
HOW_TO = (
    N_("Answer what you know yourself. What you leave open stays unanswered; it never counts as met."),
    N_("A gate is a norm that nothing else makes up for: who fails a gate, fails."),
    N_("Write no name anywhere, of no child and no grown-up, and nothing that points at one person."),
)
HOW_TO_PSEUDONYM = N_("Your code in letters and a number, such as team-3. No name.")
HOW_TO_KEY = N_("The key of the location, such as L001.")
HOW_TO_DIFFER = N_("Fill in one form for each group where things differ.")
THE_BAR = N_("The norm: {asked}.")
A_GATE = N_("gate")
MEASURED, MEASURED_HINT = N_("Measured, in {unit}"), N_("Write what you measured, also if it misses the norm.")
NOTE = N_("Remark; no names")
SOURCE = N_("{document}, {place} ({force}; {sure})")
MADE_FROM = N_("{title}, version {version}")


def title(form: Form, words: Words) -> str:
    """What stands above a form: which one it is, and about whom where it is not about everybody."""
    name = words.text(norms.PROFILES[form.profile])
    if form.groups != tuple(PlaceGroup):
        name += ": " + ", ".join(words.text(WHOM[AssessedGroup(group)]) for group in form.groups)
    return name[0].upper() + name[1:]


def bar(norm: Norm, words: Words) -> str:
    """What the norm is, as a sentence; nothing where the title says it all."""
    return "" if norm.measure.rule is Rule.IS_TRUE else words.text(THE_BAR, asked=norms.asked(norm, words))


def sources(norm: Norm, catalogue: Catalogue, words: Words) -> Iterator[str]:
    """Where a norm comes from, how that binds and how sure it is, each source in one line."""
    for told, source in zip(norms.sources(norm, catalogue, words), norm.sources, strict=True):
        sure = words.text(norms.VERIFICATIONS[source.verification])
        yield words.text(SOURCE, document=told.document, place=told.place, force=told.force, sure=sure)
