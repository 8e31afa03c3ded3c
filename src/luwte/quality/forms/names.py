# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What questions are called in a form: the contract between the form that goes out and the answers that come back.

Why names are made like this stands in docs/decisions/0026.
"""

import re
from enum import StrEnum

from luwte.model.quality import Answer
from luwte.quality.catalogue import Catalogue
from luwte.quality.norm import Kind, Norm

NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9]")
BETWEEN_GROUPS = re.compile(r"[-/.:]")  # ODK writes group-name, KoboToolbox group/name or what people choose there
ANSWERS = frozenset(answer.value for answer in Answer)
PSEUDONYM = r"[A-Za-z]{1,20}[-_]?[0-9]{1,8}"  # letters and a number: a name alone does not pass
KEY = r"[A-Za-z0-9][A-Za-z0-9_.-]{0,99}"


class About(StrEnum):
    """The questions about the visit itself; `CATALOGUE` is filled in by the form."""

    LOCATION = "location"
    GROUP = "group"
    DATE = "date"
    METHOD = "method"
    ASSESSOR = "assessor"
    CATALOGUE = "catalogue"


class Part(StrEnum):
    """What is asked of a norm."""

    ANSWER = "answer"
    VALUE = "value"
    NOTE = "note"


def question(norm: str, part: Part = Part.ANSWER) -> str:
    """The name of a question about a norm, by its id: `HOU_001`, `HOU_001_value`, `HOU_001_note`."""
    name = NOT_IN_A_NAME.sub("_", norm)
    return name if part is Part.ANSWER else f"{name}_{part}"


def bare(header: str) -> str:
    """The name of a question without the groups that stand before it in a column of an export."""
    return BETWEEN_GROUPS.split(header.strip())[-1]


def is_measured(norm: Norm) -> bool:
    """Whether an answer may carry a number."""
    return norm.measure.kind is not Kind.BOOLEAN and bool(norm.measure.unit)


def edition(catalogue: Catalogue) -> str:
    """What a form was made from, as it stands in each of its answers: id, version and hash."""
    return f"{catalogue.id} {catalogue.version} {catalogue.hash}"
