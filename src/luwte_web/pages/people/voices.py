# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What children of one location say, what there is for them to do, and who is there for them: part of its page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.urls import reverse

from luwte.model.participation import Ages, FeedbackState, state_of
from luwte.quality.catalogue import load_catalogue
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Actor
from luwte_web.accounts.policy import can
from luwte_web.pages import columns
from luwte_web.pages.reader import NONE, UNKNOWN, Reader
from luwte_web.pages.tables import Column, Table
from luwte_web.registry.models import Contact, FeedbackFacts, ProgrammeFacts
from luwte_web.registry.participation import Noted, noted_at
from luwte_web.registry.selectors import location_thing

TONES = {FeedbackState.OPEN: "open", FeedbackState.DONE: "fair", FeedbackState.TOLD_BACK: "good"}
LAST_FIRST = {FeedbackFacts: ("-date", "id"), ProgrammeFacts: ("name", "id"), Contact: ("-since", "id")}
Link = Callable[[Any], str] | None


@dataclass(frozen=True, slots=True)
class Voices:
    """The part of the page: its three tables, and what the reader may write down."""

    key: str
    feedback: Table[Any]
    programmes: Table[Any]
    contacts: Table[Any]
    hears: bool
    offers: bool

    @property
    def tables(self) -> tuple[Table[Any], ...]:
        """All of them."""
        return self.feedback, self.programmes, self.contacts


def voices_at(reader: Reader, actor: Actor, key: str) -> Voices:
    """What is known now of one location, each line with a link to where the reader may change it."""
    thing = location_thing(key)
    hears, offers = can(actor, Action.HEAR_CHILDREN, thing), can(actor, Action.OFFER_PROGRAMME, thing)
    return Voices(
        key,
        _feedback(reader, _rows(FeedbackFacts, key), _change("feedback_change", key) if hears else None),
        programme_table(reader, _rows(ProgrammeFacts, key), _change("programme_change", key) if offers else None),
        _contacts(reader, _rows(Contact, key), _change("contact_change", key) if hears else None),
        hears,
        offers,
    )


def state(row: FeedbackFacts) -> FeedbackState:
    """How far it is."""
    return state_of(row.done_on, row.told_back_on)


def domain(reader: Reader, code: str) -> str:
    """What a domain of the catalogue is called; a code of another catalogue is shown as it stands."""
    title = load_catalogue().domains.get(code)
    return title[reader.language] if title else code or reader.text(UNKNOWN)


def programme_table(reader: Reader, rows: Sequence[ProgrammeFacts], link: Link, *before: Column[Any]) -> Table[Any]:
    """Programmes, with other columns before them where that is asked."""
    shown = (
        *before,
        columns.words(reader.text("Programme"), lambda row: row.name, link),
        columns.names(reader, reader.text("Kind"), lambda row: row.kind),
        columns.words(reader.text("Ages"), lambda row: ages(reader, row.ages)),
        decimals(reader, reader.text("Hours a week"), lambda row: row.hours_a_week),
        columns.counts(reader, reader.text("Places a week"), lambda row: row.places_a_week),
        columns.words(reader.text("Children who came"), lambda row: _reach(reader, row)),
        columns.words(reader.text("Money"), lambda row: _money(reader, row)),
        columns.days(reader, reader.text("Money until"), lambda row: row.funded_until),
        columns.names(reader, reader.text("Run by"), lambda row: row.run_by),
        columns.words(reader.text("At the location"), lambda row: reader.yes(row.on_site)),
        columns.words(reader.text("From and until"), lambda row: _span(reader, row)),
    )
    return Table.of("programmes", reader.text("What there is to do"), shown, rows)


def ages(reader: Reader, codes: frozenset[str]) -> str:
    """Ages from young to old; none written down is unknown."""
    known = [age for age in Ages if age.value in codes]
    return ", ".join(reader.name(age) for age in known) or reader.text(UNKNOWN)


def decimals(reader: Reader, title: str, value: Callable[[Any], Decimal | None]) -> Column[Any]:
    """A column of plain decimals."""
    return columns.weights(reader, title, value)


def _rows(kind: Noted, key: str) -> list[Any]:
    return list(noted_at(kind, key).order_by(*LAST_FIRST[kind]))


def _change(name: str, key: str) -> Callable[[Any], str]:
    return lambda row: reverse(name, args=[key, row.line])


def _feedback(reader: Reader, rows: Sequence[FeedbackFacts], link: Link) -> Table[Any]:
    shown = (
        columns.days(reader, reader.text("Heard on"), lambda row: row.date),
        columns.words(reader.text("What they raised"), lambda row: row.raised, link),
        columns.words(reader.text("How far"), lambda row: reader.name(state(row)), tone=lambda row: TONES[state(row)]),
        columns.days(reader, reader.text("Told back on"), lambda row: row.told_back_on, NONE),
        columns.words(reader.text("What was done"), lambda row: row.done or NONE),
        columns.words(reader.text("About"), lambda row: domain(reader, row.domain)),
        columns.names(reader, reader.text("How"), lambda row: row.through),
        columns.names(reader, reader.text("Ages"), lambda row: row.ages),
        columns.counts(reader, reader.text("Children"), lambda row: row.children),
    )
    return Table.of("feedback", reader.text("What children said"), shown, rows)


def _contacts(reader: Reader, rows: Sequence[Contact], link: Link) -> Table[Any]:
    shown = (
        columns.words(reader.text("Contact person"), lambda row: row.contact, link),
        columns.days(reader, reader.text("Since"), lambda row: row.since),
        columns.days(reader, reader.text("Until"), lambda row: row.until, NONE),
        decimals(reader, reader.text("Hours a week"), lambda row: row.hours_a_week),
        columns.words(reader.text("How children know them"), lambda row: row.known_through or reader.text(UNKNOWN)),
    )
    return Table.of("contacts", reader.text("Who is there for the children"), shown, rows)


def _reach(reader: Reader, row: ProgrammeFacts) -> str:
    if row.reach is None:
        return reader.text(UNKNOWN)
    counted = reader.day(row.counted_on, N_("day of counting unknown"))
    return reader.text("{reach} in the month up to {day}", reach=reader.number(row.reach), day=counted)


def _money(reader: Reader, row: ProgrammeFacts) -> str:
    if row.budget is None:
        return reader.text(UNKNOWN)
    amount = f"€ {reader.weight(row.budget)}"
    period = reader.name(row.budget_per) if row.budget_per else reader.text("period unknown")
    return f"{amount} {period}" + (f" ({row.funded_by})" if row.funded_by else "")


def _span(reader: Reader, row: ProgrammeFacts) -> str:
    since = reader.day(row.since) if row.since else reader.text("runs already")
    return f"{since} – {reader.day(row.until)}" if row.until else since
