# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people can do with a proposal and with the decision after it, each with where it is written.

Which road stands open against a move is not settled in general: the Directive names other decisions, and courts have
answered in different ways. So a letter tells what is known, and leaves the road and its term to who decides.
"""

from dataclasses import dataclass

from luwte.model.marks import Mark
from luwte.words import N_


@dataclass(frozen=True, slots=True)
class Norm:
    """Where something that a letter says is written; `cited` and `tells` are message ids."""

    cited: str
    tells: str
    mark: Mark


HEARD = Norm(
    N_("Directive (EU) 2024/1346, art. 26(2)(d)"),
    N_("what a child thinks counts, by its age and ripeness"),
    Mark.PUBLISHED,
)
APPEAL = Norm(
    N_("Directive (EU) 2024/1346, art. 29(1)"),
    N_("an appeal is open against decisions that grant, withdraw or reduce reception; a move is not named there"),
    Mark.PUBLISHED,
)
OBJECTION = Norm(
    "ECLI:NL:RBDHA:2019:14018",
    N_("who asks for another location and does not get it, objects to COA first"),
    Mark.SECONDARY,
)
EARLIER = Norm(
    "ECLI:NL:RBZUT:2005:AS6373; ECLI:NL:RBHAA:2007:BA3458",
    N_("older rulings do not agree with each other on what a move is in law"),
    Mark.SECONDARY,
)
WISHES = Norm("coa.nl, Verhuizen kinderen", N_("families may tell COA where they want to go"), Mark.SECONDARY)
HELP = Norm(
    "kindertelefoon.nl, Wonen, Klagen",
    N_("VluchtelingenWerk helps people to write down what they disagree with; the Kindertelefoon is free of charge"),
    Mark.SECONDARY,
)
TO_ADULTS = (HEARD, WISHES, APPEAL, OBJECTION, EARLIER, HELP)
TO_CHILDREN = (HEARD, HELP)
