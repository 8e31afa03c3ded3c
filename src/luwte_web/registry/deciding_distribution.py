# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How the ministry decides on the distribution: the numbers of one way, the step, and who is named, all in one change.

    decide(actor, Chosen(2026, Way.GAP, Scope.PROVINCE, on, None, "Government Gazette 2026, 9"), reasons, seen)

What a person looked at must still be so; and what an earlier decision asked is changed only by who says that it is
(Act 5(3)), and stays in the registry.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from luwte.data.raw import error
from luwte.law import distribute
from luwte.law.cycle import onward
from luwte.law.remainder import Scope, Way
from luwte.model.cycles import CycleStep, MunicipalStatus, Status, Step
from luwte.model.dataset import Dataset
from luwte.model.findings import InputRefused
from luwte.model.marks import Mark
from luwte.planning.law import statuses_in
from luwte.planning.law.decision import Draft, draft
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import demand
from luwte_web.audit.acts import Act
from luwte_web.registry import models
from luwte_web.registry.cycle_statuses import know_status
from luwte_web.registry.cycle_steps import NO_SOURCE, is_known, know_step, still_ahead
from luwte_web.registry.days import describe_today
from luwte_web.registry.editing import refuse, unexplained
from luwte_web.registry.law_tables import law_tables_within
from luwte_web.registry.models import Change
from luwte_web.registry.refusals import refusal
from luwte_web.registry.services import change, correct, know, withdraw

OTHER_NUMBERS = error(
    "distribution_other_numbers",
    N_("The tables changed since this draft was made, and it would ask other numbers now."),
    N_("Look at the new numbers. To decide on these, save again."),
)
EARLIER_DECISION = error(
    "distribution_earlier_decision",
    N_("{count} municipalities would be asked another number than in the earlier decision of this cycle (Act 5(3))."),
    N_("Look at each of them, and say that you change that decision; what it asked stays in sight."),
)
NOTHING_NEW = error(
    "distribution_nothing_new",
    N_("This is what is decided already."),
    N_("Choose otherwise, or go back without saving."),
)
KINDS = (OTHER_NUMBERS, EARLIER_DECISION, NOTHING_NEW)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What people chose: a way, the days, and where it is published; no day of availability is six months.

    `changes_earlier`: somebody saw what an earlier decision asked and changes it; `far_reaching` is theirs to say.
    """

    cycle: int
    way: Way
    scope: Scope
    decided_on: date
    available_by: date | None
    source: str
    changes_earlier: bool = False
    far_reaching: bool | None = None

    def drafted(self, dataset: Dataset) -> Draft:
        """The draft that follows from it; InputRefused where there is none."""
        tasks = distribute(dataset.municipalities, cycle=self.cycle)
        return draft(dataset, tasks, self.way, self.scope, self.decided_on, self.available_by)


def decide(actor: Actor, chosen: Chosen, reasons: str, seen: str) -> None:
    """Decide; `seen` is the fingerprint of the draft that somebody looked at.

    Raises Http404 to whom may not do it, and ChangeRefused with all that would be wrong.
    """
    demand(actor, Action.DECIDE_DISTRIBUTION)
    sourceless = [] if chosen.source.strip() else [refusal(NO_SOURCE)]
    refuse([*unexplained(reasons), *sourceless, *still_ahead(chosen.decided_on)])
    with change(actor, reasons.strip(), act=Act.DECIDE) as made:
        try:
            found = chosen.drafted(law_tables_within())
            _check(found, chosen, seen)
            _ask(made, found)
            _step(made, chosen, found)
            _name(made, found)
        except InputRefused as refused:
            refuse(refused.findings)
        describe_today(made)


def _check(found: Draft, chosen: Chosen, seen: str) -> None:
    refuse([refusal(OTHER_NUMBERS)] if found.fingerprint != seen else [])
    if found.changed and not chosen.changes_earlier:
        refuse([refusal(EARLIER_DECISION, count=len(found.changed))])
    if found.earlier == {one.municipality: one for one in found.asked}:
        refuse([refusal(NOTHING_NEW)])


def _ask(made: Change, found: Draft) -> None:
    """The rows: who is asked anew, who is asked otherwise, and who is named no more."""
    known = {row.municipality: row for row in models.Decision.objects.known().filter(cycle=found.cycle.cycle)}
    for one in found.asked:
        row = known.pop(one.municipality, None)
        if row is None:
            know(made, models.Decision(**asdict(one)))
        elif found.earlier[one.municipality] != one:
            correct(made, row, **asdict(one))
    for row in known.values():
        withdraw(made, row)


def _step(made: Change, chosen: Chosen, found: Draft) -> None:
    """The step of the cycle, where it is not known that it was done on that day."""
    far_reaching = chosen.far_reaching if found.earlier else None
    step = CycleStep(
        chosen.cycle,
        Step.DECISION,
        chosen.decided_on,
        chosen.source.strip(),
        Mark.PUBLISHED,
        found.places,
        far_reaching,
    )
    if not is_known(step):
        know_step(made, step)


def _name(made: Change, found: Draft) -> None:
    """Move on the ladder who stands where a decision names them or not; who stands elsewhere, people look at."""
    statuses = statuses_in(law_tables_within(), found.cycle.cycle, found.decided_on)
    named = {one.municipality for one in found.asked}
    for code, history in statuses.items():
        status = Status.NAMED if code in named else Status.NOT_NAMED
        if any(passage.to is status for passage in onward(history[-1].status)):
            know_status(made, MunicipalStatus(found.cycle.cycle, code, status, found.decided_on))


def decided(cycle: int) -> Mapping[str, models.Decision]:
    """What is decided in a cycle now, by municipality, each with the change that made it known."""
    rows = models.Decision.objects.known().filter(cycle=cycle).select_related("known_by")
    return {row.municipality: row for row in rows}
