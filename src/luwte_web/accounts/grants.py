# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The one table of who may do what. What does not stand here is not allowed.

Each role reaches as far as one of the scopes named beside it, and may do there what is listed. Nobody who manages users
reads about a person, whatever other role they hold: see `policy`.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from luwte_web.accounts.actions import Action, Kind
from luwte_web.accounts.actors import Role, Scope


@dataclass(frozen=True, slots=True)
class Grant:
    """The scopes that a role can be given within, and what it may do there."""

    scopes: Set[Scope]
    actions: Set[Action]


GRANTS: Mapping[Role, Grant] = {
    Role.PLACEMENT_OFFICER: Grant(
        {Scope.COUNTRY, Scope.PROVINCE},
        {
            Action.READ_FIGURES,
            Action.READ_LOCATION,
            Action.WRITE_LOCATION,
            Action.STATE_LOCATION,
            Action.STOP_INTAKE,
            Action.READ_PERSON,
            Action.WRITE_PERSON,
            Action.RECORD_VIEW,
            Action.REPORT_MISSING,
            Action.DECIDE_MOVE,
            Action.EXPORT_PERSON,
            Action.MAKE_PLAN,
            Action.IMPORT,
            Action.EXPORT,
            Action.READ_COMMITMENT,
        },
    ),
    Role.GUARDIAN: Grant(
        {Scope.OWN_WARDS},
        {Action.READ_PERSON, Action.RECORD_VIEW, Action.REPORT_MISSING, Action.EXPORT_PERSON},
    ),
    Role.SITE_TEAM: Grant(
        {Scope.LOCATION},
        {
            Action.READ_LOCATION,
            Action.ASSESS_LOCATION,
            Action.HEAR_CHILDREN,
            Action.OFFER_PROGRAMME,
            Action.READ_PERSON,
            Action.RECORD_VIEW,
            Action.REPORT_MISSING,
        },
    ),
    Role.INSPECTOR: Grant(
        {Scope.COUNTRY, Scope.PROVINCE},
        {Action.READ_FIGURES, Action.READ_LOCATION, Action.INSPECT_LOCATION, Action.READ_COMMITMENT},
    ),
    Role.MUNICIPALITY: Grant(
        {Scope.MUNICIPALITY},
        {
            Action.READ_FIGURES,
            Action.CHECK_ONESELF,
            Action.WRITE_OFFER,
            Action.READ_LOCATION,
            Action.STATE_LOCATION,
            Action.ASSESS_LOCATION,
            Action.OFFER_PROGRAMME,
            Action.READ_COMMITMENT,
            Action.SIGN_AGREEMENT,
        },
    ),
    Role.PROVINCE: Grant(
        {Scope.PROVINCE},
        {
            Action.READ_FIGURES,
            Action.AGREE_EXCHANGE,
            Action.READ_LOCATION,
            Action.STATE_LOCATION,
            Action.READ_COMMITMENT,
        },
    ),
    Role.MINISTRY: Grant(
        {Scope.COUNTRY},
        {
            Action.READ_FIGURES,
            Action.DECIDE_DISTRIBUTION,
            Action.READ_LOCATION,
            Action.STOP_INTAKE,
            Action.READ_COMMITMENT,
            Action.WRITE_COMMITMENT,
        },
    ),
    Role.AUDITOR: Grant(
        {Scope.COUNTRY}, {Action.READ_FIGURES, Action.READ_LOCATION, Action.READ_COMMITMENT, Action.READ_LOG}
    ),
    Role.ADMINISTRATOR: Grant({Scope.COUNTRY}, {Action.MANAGE_USERS}),
    Role.PARTNER: Grant(
        {Scope.COUNTRY, Scope.PROVINCE, Scope.MUNICIPALITY, Scope.LOCATION},
        {Action.OFFER_PROGRAMME, Action.READ_COMMITMENT, Action.HAND_IN_EVIDENCE, Action.SIGN_AGREEMENT},
    ),
}


def reads_about_people(role: Role) -> bool:
    """Whether a role opens pages about people."""
    return any(action.on is Kind.HOUSEHOLD for action in GRANTS[role].actions)
