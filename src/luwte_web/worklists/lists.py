# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Which worklists there are, for whom, and what each of them says; in the order in which they matter."""

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from datetime import date

from luwte.quality.clocks import Clock, bundled_clocks
from luwte.words import N_
from luwte_web.accounts.actors import Actor, Role
from luwte_web.accounts.grants import GRANTS
from luwte_web.worklists import (
    of_children,
    of_inspections,
    of_moves,
    of_municipalities,
    of_people,
    of_places,
    of_plans,
    of_sites,
)
from luwte_web.worklists.found import Found, Listed

PEOPLE = frozenset({Role.PLACEMENT_OFFICER, Role.GUARDIAN, Role.SITE_TEAM})
PLACES = frozenset({Role.INSPECTOR, Role.MUNICIPALITY, Role.PROVINCE, Role.MINISTRY, Role.AUDITOR})
PROMISES = frozenset({Role.INSPECTOR, Role.MUNICIPALITY, Role.PROVINCE, Role.MINISTRY, Role.AUDITOR, Role.PARTNER})


@dataclass(frozen=True, slots=True)
class Worklist:
    """One list: its title, what to do about it, what it says when it is empty, for which roles, and how it is found.

    `clock` is the term that it is about, if it is about one. `ask` is what to do for who cannot do it themselves.
    """

    code: str
    title: str
    act: str
    empty: str
    roles: Set[Role]
    find: Callable[[Actor, date], Found | Listed]
    clock: Clock | None = None
    ask: str = ""


TERM_ACT = N_("Fill in the day when it was met, or arrange it now.")
TERM_ASK = N_("Ask who can arrange it, and tell the placement officer when it is met.")
STAY_ACT = N_("Find another place: make a plan, or choose one yourself.")
STAY_ASK = N_("Ask the placement officer for another place.")
TERM_EMPTY = N_("No term is over or nearly over.")
BEFORE_TERMS = (
    Worklist(
        "missing",
        N_("Missing children"),
        N_("Alert whoever must know, and write down what is done."),
        N_("No child is reported missing."),
        PEOPLE,
        of_people.missing,
    ),
    Worklist(
        "arrivals",
        N_("New arrivals without a place"),
        N_("Find a first place: make a plan, or choose one yourself."),
        N_("Everybody has a place."),
        frozenset({Role.PLACEMENT_OFFICER}),
        of_people.arrivals,
    ),
    Worklist(
        "proposals",
        N_("Proposals that wait for a decision"),
        N_("Decide on each, the most urgent first. Urgent: who has no place, or must leave."),
        N_("No proposal of the newest plan waits for a decision."),
        frozenset({Role.PLACEMENT_OFFICER, Role.GUARDIAN}),
        of_plans.undecided,
        ask=N_("Read what is proposed, hear the child, and write down what you both think before it is decided."),
    ),
    Worklist(
        "out-of-date",
        N_("Proposals that are out of date"),
        N_("Facts changed since the newest plan was made. Make a new plan."),
        N_("No proposal of the newest plan is out of date."),
        frozenset({Role.PLACEMENT_OFFICER}),
        of_plans.out_of_date,
    ),
    Worklist(
        "closing",
        N_("Locations that close soon"),
        N_("See who must leave, and by when."),
        N_("No location closes within the notice period."),
        PLACES | {Role.PLACEMENT_OFFICER, Role.SITE_TEAM},
        of_places.closing,
    ),
    Worklist(
        "leaving",
        N_("Who must leave because a location closes"),
        N_("Ask the placement officer where they go, and tell what they think of it."),
        N_("Nobody has to leave because a location closes."),
        frozenset({Role.GUARDIAN, Role.SITE_TEAM}),
        of_people.leaving,
    ),
    Worklist(
        "views",
        N_("Moves about which a child or guardian was not heard"),
        N_("Hear them, and write down what they think before the move is final."),
        N_("Of every move that was accepted it is written down what the child thinks."),
        PEOPLE,
        of_moves.views,
    ),
    Worklist(
        "in-haste",
        N_("Moves in haste, still to be written down"),
        N_("Write down what is missing."),
        N_("Nothing is missing of a move that could not wait."),
        PEOPLE,
        of_moves.in_haste,
    ),
    Worklist(
        "eighteen",
        N_("Turning eighteen without a plan"),
        N_("Make the plan together with the young person."),
        N_("Everybody who turns eighteen within half a year has a plan."),
        PEOPLE,
        of_people.turning,
    ),
)
AFTER_TERMS = (
    Worklist(
        "unfit",
        N_("Children longest where it is not fit"),
        N_("Look for a fit place, or say on the page why it is good to stay."),
        N_("No child lives where it is not fit."),
        PEOPLE,
        of_people.unfit,
        ask=STAY_ASK,
    ),
    Worklist(
        "wishes",
        N_("Wishes without an answer"),
        N_("Write down what came of it, and why."),
        N_("Every wish has an answer."),
        PEOPLE,
        of_people.unanswered,
        ask=N_("Ask the placement officer for an answer, or withdraw the wish together."),
    ),
    Worklist(
        "unfit-sites",
        N_("Locations that are not fit for the children there"),
        N_("Ask for a fit place, or for what makes this one fit."),
        N_("No child lives at a location that is not fit."),
        PLACES,
        of_places.unfit_sites,
    ),
    Worklist(
        "inspections",
        N_("Inspections that are planned"),
        N_("Prepare it, go there, and hand in what you saw."),
        N_("No inspection is planned within two weeks."),
        frozenset({Role.SITE_TEAM, Role.INSPECTOR, Role.MUNICIPALITY}),
        of_inspections.planned,
    ),
    Worklist(
        "own-actions",
        N_("Actions that you see to"),
        N_("Do it, or arrange it; who inspects looks whether it is done."),
        N_("No action of yours is due within two months."),
        frozenset({Role.PLACEMENT_OFFICER, Role.PROVINCE, Role.MINISTRY}),
        of_inspections.own_actions,
    ),
    Worklist(
        "improvements",
        N_("Improvements that are due"),
        N_("Look whether it is done."),
        N_("No improvement is due within two months."),
        frozenset({Role.SITE_TEAM, Role.INSPECTOR, Role.MUNICIPALITY}),
        of_places.improvements,
    ),
    Worklist(
        "not-told",
        N_("What children said, and heard nothing about"),
        N_("Tell the children what came of it, also when it cannot be, and write down the day."),
        N_("Children know what came of everything they said over a month ago."),
        frozenset({Role.SITE_TEAM}),
        of_children.not_told,
    ),
    Worklist(
        "money-ends",
        N_("Programmes for children whose money ends"),
        N_("Look for money in time, or tell the children what ends."),
        N_("No money for a programme ends within three months, as far as it is written down."),
        frozenset({Role.SITE_TEAM, Role.MUNICIPALITY}),
        of_children.money_ends,
    ),
    Worklist(
        "self-check",
        N_("The self-check of your municipality"),
        N_("Answer it, agree on what is done about each gap, and do it."),
        N_("Every gap that weighs heavily has an action, and none is due within two months."),
        frozenset({Role.MUNICIPALITY}),
        of_municipalities.self_check,
    ),
    Worklist(
        "offers",
        N_("Offers that end, and places still to come"),
        N_("Prolong the offer, or let the places come."),
        N_("No offer ends within half a year, and no place is still to come."),
        frozenset({Role.MUNICIPALITY, Role.PROVINCE, Role.MINISTRY}),
        of_places.offers,
    ),
    Worklist(
        "conditions",
        N_("Conditions that are late or not met"),
        N_("Look whether it is met, write that down, and see to what is not."),
        N_("No condition is known not to be met, and none is due within two months."),
        frozenset({Role.MUNICIPALITY, Role.PLACEMENT_OFFICER}),
        of_sites.conditions,
    ),
    Worklist(
        "commitments",
        N_("Promises that are due"),
        N_("Tell how far it is, with evidence."),
        N_("No promise is due within two months."),
        PROMISES,
        of_places.commitments,
    ),
    Worklist(
        "without-role",
        N_("Users without a role"),
        N_("Give a role, or end the user."),
        N_("Every user has a role."),
        frozenset({Role.ADMINISTRATOR}),
        of_places.without_role,
    ),
)


def worklists() -> Iterator[Worklist]:
    """All lists."""
    yield from BEFORE_TERMS
    for clock in bundled_clocks():
        act, ask = (TERM_ACT, TERM_ASK) if clock.ends.is_a_day else (STAY_ACT, STAY_ASK)
        yield Worklist(clock.code, "", act, TERM_EMPTY, PEOPLE, of_people.late_or_soon(clock), clock, ask)
    yield from AFTER_TERMS


def worklists_for(actor: Actor) -> list[Worklist]:
    """The lists of whoever works as one of the roles that they are for, within a scope that the role can have."""
    roles = {each.role for each in actor.roles if each.scope in GRANTS[each.role].scopes}
    return [each for each in worklists() if roles & each.roles]
