# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What children of the example say, what there is for them to do, and who is there for them; nobody said or did it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from luwte.data.example.assumptions import Assumptions
from luwte.data.example.dice import Dice
from luwte.data.example.sites import Site
from luwte.data.example.visits import THOUSAND
from luwte.model.participation import Contact, Feedback, Period, Programme
from luwte.model.places import PlaceGroup

FUND = "Fonds voor kinderen (synthetisch)"
FULL = 100  # per cent of the places


def feedback_records(assumed: Assumptions, seed: int, sites: Sequence[Site], names: Sequence[str]) -> list[Feedback]:
    """What children raised at some locations in the last half year."""
    dice, figures = Dice(seed, "feedback"), assumed.participation
    on, raised = assumed.calendar.reference_date, list(figures.raised.items())
    records: list[Feedback] = []
    for site, name in _with_children(sites, names):
        for _ in range(dice.number(figures.rounds) if dice.happens(figures.heard[site.sector]) else 0):
            domain, said = raised[dice.number((0, len(raised) - 1))]
            heard = on - timedelta(days=dice.number(figures.heard_days_ago))
            done = _later(dice, figures.done_share, heard, figures.done_after_days, on)
            told = _later(dice, figures.told_share, done, figures.told_after_days, on)
            records.append(
                Feedback(
                    key=f"F{len(records) + 1:04d}",
                    location=name,
                    date=heard,
                    through=dice.draw(figures.through),
                    raised=said,
                    ages=dice.draw(figures.ages),
                    children=dice.number(figures.children_heard),
                    domain=domain,
                    done=figures.done if done else None,
                    done_on=done,
                    told_back_on=told,
                )
            )
    return records


def programme_records(assumed: Assumptions, seed: int, sites: Sequence[Site], names: Sequence[str]) -> list[Programme]:
    """What there is to do at some locations, paid for a year or so."""
    dice, figures = Dice(seed, "programmes"), assumed.participation
    on = assumed.calendar.reference_date
    records: list[Programme] = []
    for _, name in _with_children(sites, names):
        for title, offered in figures.programmes.items():
            if not dice.happens(offered.share):
                continue
            times, counted = dice.number(figures.times_a_week), dice.happens(figures.reach_known)
            funded = on + timedelta(days=dice.number(figures.funded_for_days))
            records.append(
                Programme(
                    key=f"W{len(records) + 1:04d}",
                    location=name,
                    name=title,
                    kind=offered.kind,
                    ages=frozenset(age.value for age in offered.ages),
                    times_a_week=Decimal(times),
                    hours_a_week=Decimal(times * figures.hours_each_time),
                    places_a_week=offered.places,
                    reach=offered.places * dice.number((0, FULL)) // FULL if counted else None,
                    counted_on=on.replace(day=1) if counted else None,
                    budget=Decimal(offered.budget * THOUSAND),
                    budget_per=Period.YEAR,
                    funded_by=FUND,
                    funded_until=funded if dice.happens(figures.funding_known) else None,
                    on_site=offered.on_site,
                    run_by=offered.run_by,
                )
            )
    return records


def contact_records(assumed: Assumptions, seed: int, sites: Sequence[Site], names: Sequence[str]) -> list[Contact]:
    """A contact person at some locations; a few of them left."""
    dice, figures = Dice(seed, "contacts"), assumed.participation
    on = assumed.calendar.reference_date
    records: list[Contact] = []
    for site, name in _with_children(sites, names):
        if not dice.happens(figures.contact[site.sector]):
            continue
        since = on - timedelta(days=dice.number(figures.contact_since_days))
        left = since + (on - since) / 2 if dice.happens(figures.contact_left) else None
        known = figures.known_through if dice.happens(figures.known_share) else None
        hours = Decimal(dice.number(figures.contact_hours))
        records.append(Contact(name, f"K{len(records) + 1:03d}", since, left, hours, known))
    return records


def _with_children(sites: Sequence[Site], names: Sequence[str]) -> Iterator[tuple[Site, str]]:
    """The open locations where families or unaccompanied minors live, with their keys."""
    for site, name in zip(sites, names, strict=True):
        if site.is_open and (site.residents.get(PlaceGroup.FAMILY) or site.residents.get(PlaceGroup.AMV)):
            yield site, name


def _later(dice: Dice, share: float, day: date | None, after: tuple[int, int], on: date) -> date | None:
    """A day some time after another, for a share of them; none while it is still to come."""
    later = day + timedelta(days=dice.number(after)) if day and dice.happens(share) else None
    return later if later and later <= on else None
