# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""One proposal as one reader has it before them: how it stands, what may be done, and what is written down."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from luwte_web.accounts.actions import Action
from luwte_web.accounts.policy import can
from luwte_web.accounts.things import Thing
from luwte_web.pages.country import Country, country_of
from luwte_web.pages.review.desk import Desk
from luwte_web.registry.days import today
from luwte_web.registry.selectors import household_thing
from luwte_web.workspace import best_interests, children, proposals
from luwte_web.workspace.best_interests import Lack
from luwte_web.workspace.children import Children
from luwte_web.workspace.models import BestInterests, ChildView, GuardianView, PlanJob
from luwte_web.workspace.proposals import Proposal


@dataclass(frozen=True)
class Sheet:
    """A household in a plan, and who looks at it."""

    desk: Desk
    job: PlanJob
    proposal: Proposal

    @property
    def household(self) -> str:
        """The key of the household."""
        return self.proposal.household

    @property
    def to(self) -> str:
        """Where the household goes: as decided, else as proposed; empty while nobody knows."""
        return self.proposal.to or ""

    @cached_property
    def country(self) -> Country:
        """The plan with its tables."""
        return country_of(self.job.plan_id or "")

    @cached_property
    def thing(self) -> Thing:
        """The household as the policy sees it."""
        return household_thing(self.household)

    @property
    def decides(self) -> bool:
        """Whether the reader decides on its move."""
        return can(self.desk.actor, Action.DECIDE_MOVE, self.thing)

    @property
    def records(self) -> bool:
        """Whether the reader may write down what is weighed."""
        return can(self.desk.actor, Action.RECORD_VIEW, self.thing)

    @property
    def speaks_for_guardian(self) -> bool:
        """Whether the reader may write down the view of the guardian."""
        return best_interests.may_speak_for_guardian(self.desk.actor, self.thing)

    @property
    def day(self) -> date:
        """The day of the move: as decided, else the day of the plan or today."""
        return self.proposal.move.on if self.proposal.move else max(self.job.on, today())

    @cached_property
    def children(self) -> Children:
        """The children on that day."""
        return children.children_of(self.household, self.day)

    @cached_property
    def weighed(self) -> BestInterests | None:
        """What is written down about this move."""
        return best_interests.record_of(self.household, self.to)

    @cached_property
    def views(self) -> Mapping[str, ChildView]:
        """What each child thinks of it, by its key."""
        return children.views_of(self.household, self.to)

    @cached_property
    def guardian(self) -> GuardianView | None:
        """What the guardian thinks of it."""
        return best_interests.guardian_view_of(self.household, self.to)

    @property
    def missing(self) -> tuple[Lack, ...]:
        """What is not written down yet about this move."""
        return best_interests.missing(self.weighed, self.views, self.guardian, self.children) if self.to else ()

    def now(self) -> "Sheet":
        """The same as it stands after somebody decided something."""
        return Sheet(self.desk, self.job, proposals.one(self.job, self.household) or self.proposal)
