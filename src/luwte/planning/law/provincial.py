# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The provincial table (PRT) as values: municipalities side by side, their sums, and how even it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from luwte.law.counting import Initiative
from luwte.law.cycle import Held, StepSeen
from luwte.law.exchange import net_of
from luwte.law.remainder import Evenness, evenness
from luwte.law.tasks import ProvinceTask
from luwte.model.pledges import Exchange


@dataclass(frozen=True, slots=True)
class AtTheTable:
    """One municipality at its provincial table, in places; `None` is not known.

    `durable` is surely so, of `durable_unsure` nobody can tell; `viable` is beside what is `realised`; `other` is
    offered without being viable, and nowhere counted. A municipality that did not answer has nothing in the tables:
    neither place, offer nor exchange.
    """

    municipality: str
    name: str
    indicative: int
    indicative_amv: int | None
    agreed: int
    exchanged_amv: int
    answered: bool
    realised: int
    viable: int
    other: int
    realised_amv: int
    viable_amv: int
    durable: int
    durable_unsure: int
    binding: int | None
    held: Held | None

    @property
    def exchanged(self) -> int:
        """What it took over, less what it handed over."""
        return self.agreed - self.indicative

    @property
    def offered(self) -> int | None:
        """What is there and what is viable; not known of who did not answer."""
        return self.realised + self.viable if self.answered else None

    @property
    def short(self) -> int:
        """What it offers less than was agreed; never below 0."""
        return max(0, self.agreed - (self.offered or 0))

    @property
    def agreed_amv(self) -> int | None:
        """Of the agreed number those for unaccompanied minors, where the need for them is known."""
        return None if self.indicative_amv is None else self.indicative_amv + self.exchanged_amv


ADDED = (
    "indicative", "agreed", "exchanged_amv", "realised", "viable", "other", "realised_amv", "viable_amv", "durable",
    "durable_unsure",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spread:
    """How even it is, measured twice: agreed numbers by the key, and what is offered by the agreed numbers."""

    numbers: Evenness
    offers: Evenness


@dataclass(frozen=True)
class ProvincialTable:
    """A province on a day. `exchanges` are those agreed by then, the last one last; `offers` are all of them, judged.

    `report` is the step of the commissioner's report in the calendar of the cycle (Act 4(2)); `need_amv` the national
    need for unaccompanied minors that was worked with, in places.
    """

    province: ProvinceTask
    cycle: int | None
    on: date
    municipalities: tuple[AtTheTable, ...]
    exchanges: tuple[Exchange, ...]
    offers: tuple[Initiative, ...]
    report: StepSeen | None
    need_amv: int | None

    @cached_property
    def together(self) -> AtTheTable:
        """The sums of all municipalities under the name of the province, of who did not answer nothing."""
        own = self.municipalities
        sums = {name: sum(getattr(one, name) for one in own) for name in ADDED}
        return AtTheTable(
            "",
            self.province.province,
            answered=any(one.answered for one in own),
            held=None,
            indicative_amv=_sum_known([one.indicative_amv for one in own]),
            binding=_sum_known([one.binding for one in own]),
            **sums,
        )

    @property
    def number(self) -> int:
        """The number of the province; no exchange changes it."""
        return self.together.agreed

    @property
    def offered(self) -> int:
        """What all its municipalities offer."""
        return self.together.offered or 0

    @property
    def short(self) -> int:
        """What the province is short: more in one municipality makes up for less in another."""
        return self.together.short

    @property
    def surplus(self) -> int:
        """What it offers above its number."""
        return max(0, self.offered - self.number)

    @property
    def unanswered(self) -> tuple[AtTheTable, ...]:
        """Who did not answer."""
        return tuple(one for one in self.municipalities if not one.answered)

    @cached_property
    def now(self) -> Spread:
        """How even it is with every exchange."""
        return self.spread(self.exchanges)

    @cached_property
    def without_exchange(self) -> Spread:
        """How even it would be without any."""
        return self.spread(())

    @cached_property
    def before_the_last(self) -> Spread:
        """How even it was before the last exchange."""
        return self.spread(self.exchanges[:-1])

    @property
    def is_reported(self) -> bool:
        """Whether the commissioners' reports of the cycle are in, as far as the tables know."""
        return self.report is not None and self.report.first is not None

    def spread(self, exchanges: Sequence[Exchange]) -> Spread:
        """How even it would be with these exchanges and no others."""
        net = net_of(exchanges)
        numbers = {one.municipality: one.indicative for one in self.municipalities}
        agreed = {code: number + net.get(code, 0) for code, number in numbers.items()}
        offered = {one.municipality: one.offered or 0 for one in self.municipalities}
        return Spread(evenness(agreed, numbers), evenness(offered, agreed))


def _sum_known(numbers: Sequence[int | None]) -> int | None:
    """The sum of those that are known; not known where none is."""
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None
