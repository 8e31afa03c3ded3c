# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What roles, scopes and actions are called on pages and on the command line."""

from collections.abc import Mapping
from functools import cache

from luwte.data.in_use import municipalities_in_use
from luwte.words import N_, Words
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Membership, Role, Scope

ROLES: Mapping[Role, str] = {
    Role.PLACEMENT_OFFICER: N_("placement officer"),
    Role.GUARDIAN: N_("guardian"),
    Role.SITE_TEAM: N_("team of a location"),
    Role.INSPECTOR: N_("inspector"),
    Role.MUNICIPALITY: N_("municipality official"),
    Role.PROVINCE: N_("province official"),
    Role.MINISTRY: N_("ministry official"),
    Role.AUDITOR: N_("auditor"),
    Role.ADMINISTRATOR: N_("administrator of users"),
    Role.PARTNER: N_("partner: school, youth care, organisation"),
}
SCOPES: Mapping[Scope, str] = {
    Scope.COUNTRY: N_("the whole country"),
    Scope.PROVINCE: N_("one province"),
    Scope.MUNICIPALITY: N_("one municipality"),
    Scope.LOCATION: N_("one location"),
    Scope.OWN_WARDS: N_("own wards"),
}
ACTIONS: Mapping[Action, str] = {
    Action.READ_FIGURES: N_("read tasks, places and counts"),
    Action.CHECK_ONESELF: N_("fill in the self-check of a municipality"),
    Action.WRITE_OFFER: N_("write down an offer of places"),
    Action.AGREE_EXCHANGE: N_("agree on an exchange between municipalities"),
    Action.DECIDE_DISTRIBUTION: N_("decide on the distribution"),
    Action.READ_LOCATION: N_("read about a location"),
    Action.WRITE_LOCATION: N_("change a location"),
    Action.STATE_LOCATION: N_("state whether a location can become regular reception"),
    Action.STOP_INTAKE: N_("stop the intake of a location, or open it again"),
    Action.ASSESS_LOCATION: N_("assess one's own location"),
    Action.INSPECT_LOCATION: N_("inspect a location"),
    Action.HEAR_CHILDREN: N_("write down what children say, and who is there for them"),
    Action.OFFER_PROGRAMME: N_("write down what there is to do for children"),
    Action.READ_PERSON: N_("read about a household"),
    Action.WRITE_PERSON: N_("change what is known of a household"),
    Action.RECORD_VIEW: N_("write down the view of a child or guardian"),
    Action.REPORT_MISSING: N_("report a child missing or found"),
    Action.DECIDE_MOVE: N_("decide on a move"),
    Action.EXPORT_PERSON: N_("hand out the record of one person"),
    Action.MAKE_PLAN: N_("make a plan"),
    Action.IMPORT: N_("import tables"),
    Action.EXPORT: N_("export tables"),
    Action.READ_COMMITMENT: N_("read a commitment"),
    Action.WRITE_COMMITMENT: N_("change a commitment"),
    Action.HAND_IN_EVIDENCE: N_("hand in evidence for a commitment"),
    Action.SIGN_AGREEMENT: N_("sign an agreement"),
    Action.READ_LOG: N_("read in the log"),
    Action.MANAGE_USERS: N_("manage users"),
}


def told(membership: Membership, words: Words, place: str = "") -> str:
    """A role with its scope: 'guardian (own wards)', 'team of a location (one location: L001)'.

    `place` is what the place is called; without it, a province or municipality has its name, a location its key.
    """
    if membership.scope is Scope.OWN_WARDS:
        place = ""
    elif not place:
        place = place_names().get(membership.within, membership.within)
    scope = words.text(SCOPES[membership.scope])
    return f"{words.text(ROLES[membership.role])} ({scope}{': ' + place if place else ''})"


@cache
def place_names() -> Mapping[str, str]:
    """What provinces and municipalities are called, by their codes."""
    places = municipalities_in_use()
    return {place.province_code: place.province for place in places} | {place.code: place.name for place in places}
