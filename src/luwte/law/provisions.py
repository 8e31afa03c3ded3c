# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The provisions that Luwte knows, read from `provisions.yaml`, with each rule in our own words."""

from datetime import date
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from luwte.law.provision import Provision
from luwte.model.marks import Mark

FILE = Path(__file__).parent / "provisions.yaml"


class Instrument(BaseModel):
    """An act or decree; `version` is the day of the consolidated text that was read, `None` where it was not."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    short: str
    title: str
    valid_from: date
    version: date | None
    role: str


class Rule(BaseModel):
    """What one provision says, in our words; `person` is what people decide of it, because no rule computes it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    instrument: str
    article: str
    paragraph: str | None = None
    rule: str
    mark: Mark = Mark.PUBLISHED
    person: str | None = None


class Catalogue(BaseModel):
    """All instruments and the rules taken from them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    instruments: dict[str, Instrument]
    provisions: tuple[Rule, ...]

    def provision(self, rule: Rule) -> Provision:
        """The citable provision of a rule."""
        instrument = self.instruments[rule.instrument]
        return Provision(instrument.id, instrument.short, rule.article, rule.paragraph, instrument.version)


@cache
def catalogue() -> Catalogue:
    """The catalogue, validated; a fault in the file raises `pydantic.ValidationError`."""
    return Catalogue.model_validate(yaml.safe_load(FILE.read_text(encoding="utf-8")))


@cache
def cited(citation: str) -> Provision:
    """The provision with a citation such as `Decree 2.1(3)`; one that is not in the catalogue raises KeyError."""
    known = {provision.citation: provision for provision in map(catalogue().provision, catalogue().provisions)}
    return known[citation]


ESTIMATE = cited("Act 2(1)")
DISTRIBUTION = cited("Act 3(1)")
PROVINCE_SUM = cited("Decree 2.1(2)")
KEY = cited("Decree 2.1(3)")
AMV_KEY = cited("Decree 2.2(1)")
