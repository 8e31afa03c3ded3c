# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The steps of a cycle as the Act orders them, each with its provision and the rule for its last day, as data."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field

from luwte.law.provision import Provision
from luwte.law.provisions import cited
from luwte.model.cycles import Step
from luwte.model.marks import Mark
from luwte.model.periods import months_later
from luwte.words import N_

FILE = Path(__file__).parent / "steps.yaml"
ONE_DAY = timedelta(days=1)
LAST_DAY_OF_YEAR = (12, 31)


TITLES: Mapping[Step, str] = {
    Step.ESTIMATE: N_("estimate of the need"),
    Step.INDICATIVE: N_("indicative distribution"),
    Step.CONSULTATION: N_("consultation in the provinces"),
    Step.REPORT: N_("commissioners' reports"),
    Step.DECISION: N_("distribution decisions"),
    Step.REALISATION: N_("places made available"),
    Step.END: N_("end of the two years"),
}
CODES: Mapping[str, str] = {step.value: title for step, title in TITLES.items()}


class Due(BaseModel):
    """The last day in time: the day before a fixed one, a term after a step, or the end of a later year.

    `or_later` names the parameter with the longer term that the decision may set (Act 7(1)).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    before: tuple[int, int] | None = None
    months_after: Step | None = None
    months: int | None = Field(default=None, gt=0)
    or_later: str | None = None
    end_of_year: int | None = None

    def last_day(self, cycle: int, done: Mapping[Step, date], term_set: date | None) -> date | None:
        """The last day in time in the cycle that begins in a year; `None` while the step it runs from is not done."""
        if self.before is not None:
            return date(cycle, *self.before) - ONE_DAY
        if self.end_of_year is not None:
            return date(cycle + self.end_of_year, *LAST_DAY_OF_YEAR)
        begun = done.get(self.months_after) if self.months_after else None
        if begun is None or self.months is None:
            return None
        own = months_later(begun, self.months)
        return max(own, term_set) if term_set else own


class Rule(BaseModel):
    """One step: what it rests on, until when it is in time, and whether it may be done again."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    step: Step
    provision: str
    due: Due | None = None
    happened: str | None = None
    may_change: str | None = None
    mark: Mark = Mark.PUBLISHED
    source: str | None = None

    @property
    def rests_on(self) -> Provision:
        """The provision that asks for this step."""
        return cited(self.provision)


@cache
def rules() -> Mapping[Step, Rule]:
    """All steps in their order; a fault in the file raises `pydantic.ValidationError`."""
    read = [Rule.model_validate(one) for one in yaml.safe_load(FILE.read_text(encoding="utf-8"))]
    return {rule.step: rule for rule in read}
