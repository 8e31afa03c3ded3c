# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the phase-out is held against, each with its source and how sure it is."""

from dataclasses import dataclass
from datetime import date

from luwte.model.marks import Mark


@dataclass(frozen=True, slots=True)
class Target:
    """What was asked: where it stands, and how sure that is."""

    source: str
    mark: Mark


NO_NEW_CHILDREN = Target("Motie-Westerveld 2026D05450, aangenomen 10-2-2026 (83-67), kiezers.app", Mark.SECONDARY)
CHILDREN_A_QUARTER = 0  # newly brought into emergency reception, by NO_NEW_CHILDREN
LAST_DAY = date(2027, 7, 1)  # chosen by us, to reckon with; nobody promised it: an assumption
