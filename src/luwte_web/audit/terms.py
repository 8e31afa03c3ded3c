# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How long the content of lines is kept: terms that people set, with source and mark, read from YAML and checked."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Self, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from luwte.model.findings import Finding, FindingKind, InputRefused, Place, Severity
from luwte.model.marks import Mark
from luwte.words import N_
from luwte_web.audit.acts import Act

Form = TypeVar("Form", bound=BaseModel)

BUNDLED = Path(__file__).parent / "terms.yaml"
KEPT_FOR_GOOD = frozenset((Act.RETAIN, Act.FORGET))
LONGEST_YEARS = 100

TERMS_UNREADABLE = FindingKind(
    code="log.terms_unreadable",
    severity=Severity.ERROR,
    what=N_("The file with terms cannot be read: {reason}."),
    mend=N_("Give a YAML file in UTF-8 like the bundled one."),
)
TERMS_WRONG = FindingKind(
    code="log.terms_wrong",
    severity=Severity.ERROR,
    what=N_("The terms say at {where}: {reason}."),
    mend=N_("Correct the file; the bundled one shows every term with its source."),
)


class Term(BaseModel):
    """For how many years the content of lines about these acts is kept."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    acts: tuple[Act, ...] = Field(min_length=1)
    years: int = Field(ge=1, le=LONGEST_YEARS)
    source: str = Field(min_length=1)
    mark: Mark

    def starts(self, now: datetime) -> datetime:
        """The moment before which the term of a line is over; of the 29th of February the 28th of a common year."""
        year = now.year - self.years
        try:
            return now.replace(year=year)
        except ValueError:
            return now.replace(year=year, day=now.day - 1)


class Terms(BaseModel):
    """The terms of all acts; what tells of a removal has none."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    terms: tuple[Term, ...]

    @model_validator(mode="after")
    def _each_act_once(self) -> Self:
        named = [act for term in self.terms for act in term.acts]
        if kept := KEPT_FOR_GOOD.intersection(named):
            raise ValueError(f"{', '.join(sorted(kept))} is kept for good")
        if len(named) != len(set(named)):
            raise ValueError("an act stands there twice")
        if missing := set(Act) - set(named) - KEPT_FOR_GOOD:
            raise ValueError(f"no term for {', '.join(sorted(missing))}")
        return self

    def __iter__(self) -> Iterator[tuple[Act, Term]]:  # type: ignore[override]
        return ((act, term) for term in self.terms for act in term.acts)


def load_terms(path: Path | None = None) -> Terms:
    """The terms of a file, the bundled ones without one; raises InputRefused with all that is wrong."""
    return read_terms(path or BUNDLED, Terms)


def read_terms(path: Path, form: type[Form]) -> Form:
    """Terms of any form from a YAML file; raises InputRefused with all that is wrong."""
    try:
        return form.model_validate(yaml.safe_load(path.read_text("utf-8")))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        reason = str(error).splitlines()[0]
        raise InputRefused((Finding(TERMS_UNREADABLE, place=Place(path.name), params={"reason": reason}),)) from None
    except ValidationError as error:
        raise InputRefused(
            tuple(
                Finding(
                    TERMS_WRONG,
                    place=Place(path.name),
                    params={"where": ".".join(map(str, each["loc"])) or "terms", "reason": each["msg"]},
                )
                for each in error.errors()
            )
        ) from None
