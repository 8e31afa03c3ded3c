# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The shape of a catalogue file; `catalogue.schema.json` is made from it, for editors and for other programs."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from luwte.model.marks import Mark
from luwte.model.places import PlaceGroup
from luwte.quality.catalogue.mapping import Match
from luwte.quality.norm import (
    Force,
    GapSeverity,
    Kind,
    Level,
    Measure,
    Norm,
    Pillar,
    Rule,
    Scope,
    Source,
    Verification,
)

Text = Annotated[str, Field(min_length=1)]
Id = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_.-]{0,39}$")]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Bilingual(_Strict):
    """Words in both languages."""

    nl: Text
    en: Text

    @property
    def words(self) -> Mapping[str, str]:
        """The words by language."""
        return {"nl": self.nl, "en": self.en}


class ReferenceEntry(_Strict):
    """A document that norms come from."""

    title: Bilingual
    where: Text
    date: Text
    mark: Mark


class MeasureEntry(_Strict):
    """How a norm is measured."""

    kind: Kind
    rule: Rule
    bar: Decimal | None = None
    unit: Bilingual | None = None
    options: tuple[Bilingual, ...] = ()
    bar_is_ours: bool = False

    @property
    def measure(self) -> Measure:
        """The measure that it describes."""
        unit = self.unit.words if self.unit else {}
        options = tuple(option.words for option in self.options)
        return Measure(self.kind, self.rule, self.bar, unit, options, self.bar_is_ours)


class SourceEntry(_Strict):
    """A place in one of the documents, with its force and how sure that is."""

    key: Text
    place: Bilingual
    force: Force
    verification: Verification

    @property
    def source(self) -> Source:
        """The source that it describes."""
        return Source(self.key, self.place.words, self.force, self.verification)


class NormEntry(_Strict):
    """One norm."""

    id: Id
    domain: Text
    title: Bilingual
    pillar: Pillar
    groups: frozenset[PlaceGroup] = Field(min_length=1)
    level: Level
    scope: Scope = Scope.ALL
    measure: MeasureEntry
    severity: GapSeverity
    gate: bool = False
    core: bool = False
    sources: tuple[SourceEntry, ...] = Field(min_length=1)
    rights: tuple[Annotated[str, Field(pattern=r"^([1-9]|[123][0-9]|4[012])$")], ...] = ()
    hint: Bilingual | None = None
    valid_from: date | None = None
    valid_until: date | None = None

    @property
    def norm(self) -> Norm:
        """The norm that it describes."""
        return Norm(
            id=self.id,
            domain=self.domain,
            title=self.title.words,
            pillar=self.pillar,
            groups=self.groups,
            level=self.level,
            scope=self.scope,
            measure=self.measure.measure,
            severity=self.severity,
            is_gate=self.gate,
            is_core=self.core,
            sources=tuple(entry.source for entry in self.sources),
            rights=self.rights,
            hint=self.hint.words if self.hint else {},
            valid_from=self.valid_from,
            valid_until=self.valid_until,
        )


class CounterpartEntry(_Strict):
    """How one id of this file stands to one of the catalogue that answers were given under."""

    theirs: Id
    ours: Id | None = None
    match: Match


class CatalogueFile(_Strict):
    """A catalogue of norms. `domains` and `sources` are looked up by the norms."""

    id: Id
    title: Bilingual
    version: Text
    domains: Mapping[str, Bilingual] = Field(min_length=1)
    sources: Mapping[str, ReferenceEntry] = Field(min_length=1)
    norms: tuple[NormEntry, ...] = Field(min_length=1)
    mapping: tuple[CounterpartEntry, ...] = ()
