# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How far a cycle is: what was done on which day, in the order of the Act, with everything that was changed kept."""

from dataclasses import dataclass, replace
from datetime import date

from luwte.law.cycle.steps import CODES, rules
from luwte.law.parameters import Cycle, Figure
from luwte.model.cycles import Step
from luwte.model.findings import Finding, FindingKind, InputRefused, Severity
from luwte.model.marks import Mark
from luwte.words import N_

ORDER = tuple(Step)
REPEATED = (Step.INDICATIVE, Step.CONSULTATION, Step.REPORT)  # Act 5(3): a far-reaching change repeats 3 and 4
FOLLOWS = N_("Follows from the commissioners' reports; its days were not found.")

STEP_NAMES = {"step": CODES, "before": CODES}
STEP_BEFORE_ITS_TURN = FindingKind(
    "law.step_before_its_turn",
    Severity.ERROR,
    N_("In cycle {cycle} step {step} cannot be done before {before} ({article})."),
    N_("Write down the earlier step first."),
    codes=STEP_NAMES,
)
STEP_ONCE = FindingKind(
    "law.step_once",
    Severity.ERROR,
    N_("In cycle {cycle} step {step} was done already, and {article} has no second one."),
    N_("Correct the day of the one there is."),
    codes=STEP_NAMES,
)
STEP_EARLIER_DAY = FindingKind(
    "law.step_earlier_day",
    Severity.ERROR,
    N_("In cycle {cycle} step {step} would be on {day}, before what was done on {earlier} ({article})."),
    N_("Correct one of the two days."),
    codes=STEP_NAMES,
)
CHANGE_REPEATS = FindingKind(
    "law.change_repeats",
    Severity.ERROR,
    N_("A far-reaching change of the decision asks for {step} once more first ({article})."),
    N_("Do the distribution and the consultation again, or state that the change is not far-reaching."),
    codes=STEP_NAMES,
)
KINDS = (STEP_BEFORE_ITS_TURN, STEP_ONCE, STEP_EARLIER_DAY, CHANGE_REPEATS)


@dataclass(frozen=True, slots=True)
class Event:
    """One time that a step was done. `on` is `None` where the day is not known; `places` where it set a number.

    Whether a change is `far_reaching` (Act 5(3)) is for people to say.
    """

    step: Step
    on: date | None
    source: str
    mark: Mark
    places: int | None = None
    far_reaching: bool = False


@dataclass(frozen=True)
class Course:
    """A cycle with its events in the order in which they were done, none ever taken away.

    `expected` holds what is only said of steps ahead; `term_set` is the longer term that the decision names.
    """

    cycle: int
    events: tuple[Event, ...] = ()
    expected: tuple[tuple[Step, Figure[date | str]], ...] = ()
    term_set: Figure[date | str] | None = None

    def versions(self, step: Step, on: date | None = None) -> tuple[Event, ...]:
        """Every time that a step was done, the first first; up to a day where one is given."""
        done = self.events if on is None else self._done_by(on)
        return tuple(event for event in done if event.step is step)

    def reached(self, on: date) -> Step | None:
        """The furthest step that was done by a day."""
        return next((step for step in reversed(ORDER) if self.versions(step, on)), None)

    def _done_by(self, on: date) -> tuple[Event, ...]:
        """What was done by a day: of a day that is not known, only once what came after it was done as well."""
        dated = [at for at, event in enumerate(self.events) if event.on and event.on <= on]
        last = max(dated, default=-1)
        return tuple(event for at, event in enumerate(self.events) if at in dated or (event.on is None and at < last))


def course_of(cycle: Cycle) -> Course:
    """The course of a cycle as far as its parameters tell it; what they hold as words is expected, not done."""
    course, expected = Course(cycle.cycle, term_set=cycle.available_by), []
    for step, rule in rules().items():
        figure: Figure[date | str] | None = getattr(cycle, rule.happened) if rule.happened else None
        if step is Step.CONSULTATION and isinstance(cycle.reported_by.known, date):
            course = with_event(course, Event(step, None, FOLLOWS, Mark.RECONSTRUCTED))
        elif figure and isinstance(figure.known, date) and figure.mark:
            places = cycle.need.known if step is Step.ESTIMATE else None
            course = with_event(course, Event(step, figure.known, figure.source, figure.mark, places))
        elif figure and figure.known is not None:
            expected.append((step, figure))
    return replace(course, expected=tuple(expected))


def with_event(course: Course, event: Event) -> Course:
    """The course with one step more, or done anew; what the Act does not allow raises `InputRefused`."""
    refused = _refusal(course, event)
    if refused:
        raise InputRefused((refused,))
    return replace(course, events=(*course.events, event))


def _refusal(course: Course, event: Event) -> Finding | None:
    rule, at = rules()[event.step], ORDER.index(event.step)
    if at and not course.versions(ORDER[at - 1]):
        return _about(STEP_BEFORE_ITS_TURN, course, event, rule.provision, before=ORDER[at - 1].value)
    if course.versions(event.step) and rule.may_change is None:
        return _about(STEP_ONCE, course, event, rule.provision)
    if (missing := _not_repeated(course, event)) is not None:
        return _about(CHANGE_REPEATS, course, event, "Act 5(3)", step=missing.value)
    earlier = max((done.on for done in course.events if done.on and _leads_to(done, event)), default=None)
    if earlier and event.on and event.on < earlier:
        days = {"day": event.on.isoformat(), "earlier": earlier.isoformat()}
        return _about(STEP_EARLIER_DAY, course, event, rule.provision, **days)
    return None


def _not_repeated(course: Course, event: Event) -> Step | None:
    """Of a far-reaching change of the decision the step that was not done again since the decision."""
    if event.step is not Step.DECISION or not event.far_reaching or not course.versions(Step.DECISION):
        return None
    last = max(at for at, done in enumerate(course.events) if done.step is Step.DECISION)
    since = {done.step for done in course.events[last:]}
    return next((step for step in REPEATED if step not in since), None)


def _leads_to(done: Event, event: Event) -> bool:
    """What lies on the way to a step: itself and the step before it."""
    return 0 <= ORDER.index(event.step) - ORDER.index(done.step) <= 1


def _about(kind: FindingKind, course: Course, event: Event, article: str, **more: str) -> Finding:
    params = {"cycle": str(course.cycle), "step": event.step.value, "article": article, **more}
    return Finding(kind, str(course.cycle), params=params)
