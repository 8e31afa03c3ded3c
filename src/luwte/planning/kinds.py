# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every kind of finding that a plan can carry, so that its codes turn back into words."""

from luwte.data import kinds as data
from luwte.law import distribution, exchange, inputs, operation, parameters, published, trace
from luwte.law.counting import notes as counting
from luwte.law.cycle import course, ladder
from luwte.law.estimate import estimate
from luwte.law.grants import checks as grants
from luwte.law.housing import kinds as housing
from luwte.model.findings import FindingKind
from luwte.placement import calendar, policy, present
from luwte.placement.place import KINDS as PLACED
from luwte.planning import faults, shares, worklist
from luwte.planning.law import contradictions
from luwte.planning.recount import breaches
from luwte.planning.scenarios import changes
from luwte.quality import carried, child_findings, losses
from luwte.quality import findings as quality
from luwte.quality.forms import faults as forms
from luwte.quality.phase_out import findings as phase_out

KINDS: tuple[FindingKind, ...] = (
    *data.KINDS,
    *distribution.KINDS,
    *inputs.KINDS,
    *parameters.KINDS,
    *published.KINDS,
    *trace.KINDS,
    *counting.KINDS,
    *course.KINDS,
    *ladder.KINDS,
    *estimate.KINDS,
    *exchange.KINDS,
    *grants.KINDS,
    *housing.KINDS,
    *operation.KINDS,
    *calendar.KINDS,
    *PLACED,
    *policy.KINDS,
    *present.KINDS,
    *faults.KINDS,
    *shares.KINDS,
    *worklist.KINDS,
    *breaches.KINDS,
    *contradictions.KINDS,
    *changes.KINDS,
    *quality.KINDS,
    *child_findings.KINDS,
    *losses.KINDS,
    *carried.KINDS,
    *forms.KINDS,
    *phase_out.KINDS,
)
