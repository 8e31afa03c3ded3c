# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the codes of offers, their conditions and who is responsible at sites are called on the pages."""

from collections.abc import Mapping
from enum import StrEnum

from luwte.law.counting import Verdict
from luwte.law.operation import TASKS, Form
from luwte.law.regimes import Basis
from luwte.law.regimes.rules import BASES
from luwte.model.sites import ConditionKind, ConditionState, OperationTask, Responsible
from luwte.planning.law.at_risk import ENDINGS, Ending
from luwte.reporting.law.counting import VERDICTS
from luwte.words import N_

SITES: Mapping[type[StrEnum], Mapping[str, str]] = {
    ConditionKind: {
        ConditionKind.PLACES: N_("number of places"),
        ConditionKind.TERM: N_("how long"),
        ConditionKind.GROUPS: N_("who lives there"),
        ConditionKind.SAFETY: N_("safety"),
        ConditionKind.SCHOOL: N_("school"),
        ConditionKind.CARE: N_("care"),
        ConditionKind.GUIDANCE: N_("guidance"),
        ConditionKind.BUILDING: N_("building and grounds"),
        ConditionKind.NEIGHBOURS: N_("the neighbourhood"),
        ConditionKind.MONEY: N_("money"),
        ConditionKind.OTHER: N_("something else"),
    },
    ConditionState: {
        ConditionState.MET: N_("met"),
        ConditionState.NOT_MET: N_("not met"),
        ConditionState.UNKNOWN: N_("unknown"),
    },
    OperationTask: TASKS,
    Responsible: {
        Responsible.MUNICIPALITY: N_("municipality"),
        Responsible.COA: N_("COA"),
        Responsible.NIDOS: N_("Nidos"),
        Responsible.CONTRACTOR: N_("contractor"),
        Responsible.OTHER: N_("another organisation"),
    },
    Form: {
        Form.COA: N_("COA"),
        Form.MUNICIPAL: N_("the municipality"),
        Form.HYBRID: N_("the municipality and COA together"),
        Form.OTHER: N_("others"),
    },
    Ending: ENDINGS,
    Verdict: VERDICTS,
    Basis: BASES,
}
