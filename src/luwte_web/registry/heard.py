# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How children are heard over many locations: counts of what is written down, with what is not known beside them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import TypeVar

from luwte.model.participation import ProgrammeKind
from luwte.model.periods import MONTHS, months_later
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import visible
from luwte_web.registry.models import Contact, FeedbackFacts, LocationFacts, ProgrammeFacts
from luwte_web.registry.participation import ANSWER_WITHIN
from luwte_web.registry.selectors import locations_seen

Row = TypeVar("Row", FeedbackFacts, ProgrammeFacts, Contact)


@dataclass(frozen=True, slots=True)
class Raised:
    """What children raised in a year, somewhere or about something."""

    rows: tuple[FeedbackFacts, ...]
    on: date

    @property
    def rounds(self) -> int:
        """How often children were heard; what several raised on one day counts once."""
        return len({(row.location_id, row.date, row.through) for row in self.rows})

    @property
    def locations(self) -> int:
        """At how many locations."""
        return len({row.location_id for row in self.rows})

    @property
    def waiting(self) -> int:
        """How many things wait longer than a month to be told back."""
        since = months_later(self.on, -ANSWER_WITHIN)
        return sum(row.told_back_on is None and row.date < since for row in self.rows)

    @property
    def told_share(self) -> Fraction | None:
        """Which part was told back; None where nothing was raised."""
        return Fraction(sum(row.told_back_on is not None for row in self.rows), len(self.rows)) if self.rows else None


@dataclass(frozen=True, slots=True)
class Offered:
    """Programmes that run, somewhere or of one kind."""

    rows: tuple[ProgrammeFacts, ...]

    @property
    def reach(self) -> int | None:
        """Children who came in the last month that was counted, a child counted at each; None where nobody counted."""
        counted = [row.reach for row in self.rows if row.reach is not None]
        return sum(counted) if counted else None

    @property
    def uncounted(self) -> int:
        """Of how many nobody counted who came."""
        return sum(row.reach is None for row in self.rows)

    @property
    def money_until(self) -> date | None:
        """Until when the first money lasts, as far as it is known."""
        return min((row.funded_until for row in self.rows if row.funded_until), default=None)

    @property
    def money_unknown(self) -> int:
        """Of how many it is not written down until when there is money."""
        return sum(row.funded_until is None for row in self.rows)

    @property
    def locations(self) -> int:
        """At how many locations."""
        return len({row.location_id for row in self.rows})


@dataclass(frozen=True)
class At:
    """One location: what was raised, what there is to do, and whether somebody is there (None: not written down)."""

    facts: LocationFacts
    raised: Raised
    offered: Offered
    has_contact: bool | None


@dataclass(frozen=True)
class Everywhere:
    """All open locations that somebody reads about; `silent` are those of which nothing is written down."""

    places: tuple[At, ...] = ()
    silent: int = 0
    raised: Raised = field(default_factory=lambda: Raised((), date.min))
    by_domain: Mapping[str, Raised] = field(default_factory=dict)
    by_kind: Mapping[ProgrammeKind, Offered] = field(default_factory=dict)


def heard_everywhere(actor: Actor, on: date) -> Everywhere:
    """What is known on a day: of what was raised the last year, of programmes those that run."""
    open_now = [row for row in locations_seen(actor).order_by("name") if _is_open(row, on)]
    ids = {row.location_id for row in open_now}
    feedback = _here(visible(actor, FeedbackFacts.objects.known()), ids)
    feedback = [row for row in feedback if months_later(on, -MONTHS) < row.date <= on]
    programmes = [row for row in _here(visible(actor, ProgrammeFacts.objects.known()), ids) if _runs(row, on)]
    contacts = _here(visible(actor, Contact.objects.known()), ids)
    said, offered, there = _by_location(feedback), _by_location(programmes), _by_location(contacts)
    places = tuple(
        At(row, Raised(tuple(said[at]), on), Offered(tuple(offered[at])), _has_contact(there[at], on))
        for row in open_now
        if said[at := row.location_id] or offered[at] or there[at]
    )
    by_domain: defaultdict[str, list[FeedbackFacts]] = defaultdict(list)
    for each in feedback:
        by_domain[each.domain].append(each)
    by_kind = {kind: [row for row in programmes if row.kind is kind] for kind in ProgrammeKind}
    return Everywhere(
        places,
        len(open_now) - len(places),
        Raised(tuple(feedback), on),
        {name: Raised(tuple(rows), on) for name, rows in sorted(by_domain.items(), key=lambda each: -len(each[1]))},
        {kind: Offered(tuple(rows)) for kind, rows in by_kind.items() if rows},
    )


def _is_open(row: LocationFacts, on: date) -> bool:
    return (row.opens is None or row.opens <= on) and (row.closes is None or on < row.closes)


def _runs(row: ProgrammeFacts, on: date) -> bool:
    return (row.since is None or row.since <= on) and (row.until is None or on < row.until)


def _has_contact(rows: Iterable[Contact], on: date) -> bool | None:
    began = [row for row in rows if row.since <= on]
    return any(row.until is None or on < row.until for row in began) if began else None


def _here(rows: Iterable[Row], ids: set[int]) -> list[Row]:
    return [row for row in rows if row.location_id in ids]


def _by_location(rows: Iterable[Row]) -> defaultdict[int, list[Row]]:
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.location_id].append(row)
    return found
