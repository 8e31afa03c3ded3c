# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a line of the log can be about."""

from collections.abc import Mapping
from enum import StrEnum

from luwte.words import N_


class Act(StrEnum):
    """One sort of thing that is done."""

    LOGIN = "login"
    LOGOUT = "logout"
    LOGIN_FAILED = "login_failed"
    READ_PERSON = "read_person"
    WRITE = "write"
    DECIDE = "decide"
    IMPORT = "import"
    EXPORT = "export"
    MANAGE_USER = "manage_user"
    JOB = "job"
    READ_LOG = "read_log"
    RETAIN = "retain"
    FORGET = "forget"


NAMES: Mapping[str, str] = {
    Act.LOGIN: N_("signed in"),
    Act.LOGOUT: N_("signed out"),
    Act.LOGIN_FAILED: N_("tried to sign in"),
    Act.READ_PERSON: N_("read about a person"),
    Act.WRITE: N_("changed the registry"),
    Act.DECIDE: N_("took a decision"),
    Act.IMPORT: N_("imported tables"),
    Act.EXPORT: N_("exported"),
    Act.MANAGE_USER: N_("changed a user"),
    Act.JOB: N_("ran a job"),
    Act.READ_LOG: N_("read the log"),
    Act.RETAIN: N_("removed content whose term was over"),
    Act.FORGET: N_("made the log forget a person"),
}
