# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every kind of finding that a plan can carry, so that its codes turn back into words."""

from luwte.model.findings import FindingKind
from luwte.planning import faults, shares, suitability
from luwte.planning.recount import breaches

KINDS: tuple[FindingKind, ...] = (*suitability.KINDS, *shares.KINDS, *breaches.KINDS, *faults.KINDS)
