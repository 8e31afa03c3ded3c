# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What can be done, and to what kind of thing. Who may do it stands in `grants`."""

from enum import Enum, StrEnum


class Kind(StrEnum):
    """What an action is done to."""

    COUNTRY = "country"
    PROVINCE = "province"
    MUNICIPALITY = "municipality"
    LOCATION = "location"
    HOUSEHOLD = "household"
    COMMITMENT = "commitment"
    AGREEMENT = "agreement"


class Action(Enum):
    """One thing that somebody may be allowed to do, with the kind of thing that it is done to."""

    READ_FIGURES = "read_figures", Kind.MUNICIPALITY
    CHECK_ONESELF = "check_oneself", Kind.MUNICIPALITY
    WRITE_OFFER = "write_offer", Kind.MUNICIPALITY
    AGREE_EXCHANGE = "agree_exchange", Kind.PROVINCE
    DECIDE_DISTRIBUTION = "decide_distribution", Kind.COUNTRY

    READ_LOCATION = "read_location", Kind.LOCATION
    WRITE_LOCATION = "write_location", Kind.LOCATION
    STATE_LOCATION = "state_location", Kind.LOCATION
    STOP_INTAKE = "stop_intake", Kind.LOCATION
    ASSESS_LOCATION = "assess_location", Kind.LOCATION
    INSPECT_LOCATION = "inspect_location", Kind.LOCATION
    HEAR_CHILDREN = "hear_children", Kind.LOCATION
    OFFER_PROGRAMME = "offer_programme", Kind.LOCATION

    READ_PERSON = "read_person", Kind.HOUSEHOLD
    WRITE_PERSON = "write_person", Kind.HOUSEHOLD
    RECORD_VIEW = "record_view", Kind.HOUSEHOLD
    REPORT_MISSING = "report_missing", Kind.HOUSEHOLD
    DECIDE_MOVE = "decide_move", Kind.HOUSEHOLD
    EXPORT_PERSON = "export_person", Kind.HOUSEHOLD

    MAKE_PLAN = "make_plan", Kind.COUNTRY
    IMPORT = "import", Kind.COUNTRY
    EXPORT = "export", Kind.COUNTRY

    READ_COMMITMENT = "read_commitment", Kind.COMMITMENT
    WRITE_COMMITMENT = "write_commitment", Kind.COMMITMENT
    HAND_IN_EVIDENCE = "hand_in_evidence", Kind.COMMITMENT
    SIGN_AGREEMENT = "sign_agreement", Kind.AGREEMENT

    READ_LOG = "read_log", Kind.COUNTRY
    MANAGE_USERS = "manage_users", Kind.COUNTRY

    def __init__(self, code: str, on: Kind) -> None:
        self.code = code
        self.on = on
