# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Which norms an inspection asks, and in which order: what failed last time first, then domain by domain."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from luwte.model.places import Location, PlaceGroup
from luwte.model.quality import Answer, AssessedGroup, Assessment, Improvement
from luwte.quality.answers import Heard, hear
from luwte.quality.assess import has_places
from luwte.quality.catalogue import load_catalogue
from luwte.quality.norm import Level, Norm
from luwte.quality.yardstick import yardstick
from luwte_web.inspections.models import Inspection
from luwte_web.registry.selectors import record_about, records

LAST_TIME, WHOLE = "last-time", "whole"
FAILED = (Answer.NOT_MET, Answer.PARTLY)


@dataclass(frozen=True)
class Asked:
    """The questions of one inspection, with what was known before its day."""

    inspection: Inspection
    location: Location

    @cached_property
    def groups(self) -> tuple[PlaceGroup, ...]:
        """Whom the answers are about: one group, or all that the location has places for."""
        if self.inspection.group is not AssessedGroup.ALL:
            return (PlaceGroup(self.inspection.group.value),)
        return _groups_at(self.location)

    @cached_property
    def norms(self) -> tuple[Norm, ...]:
        """All norms in the order of the catalogue: those of the form, and whatever failed last time."""
        return tuple(norm for norm in self._possible if norm in self._in_profile or norm.id in self.failed)

    @cached_property
    def pages(self) -> Mapping[str, Sequence[Norm]]:
        """The form in short pages: what failed last time, then each domain; a norm stands on one page."""
        found: dict[str, list[Norm]] = {LAST_TIME: [norm for norm in self.norms if norm.id in self.failed]}
        for norm in self.norms:
            if norm.id not in self.failed:
                found.setdefault(norm.domain, []).append(norm)
        return {name: norms for name, norms in found.items() if norms}

    @cached_property
    def failed(self) -> frozenset[str]:
        """The norms that were known to be missed before the day, or for which an action is still open."""
        heard = {norm.id for norm in self._possible if any(one.answer in FAILED for one in self.heard(norm))}
        return frozenset(heard | {action.indicator for action in self.open_actions} & self._ids)

    @cached_property
    def open_actions(self) -> Sequence[Improvement]:
        """What is agreed for the location and not done."""
        return records("improvements", location=self.inspection.location, done_on=None)

    @cached_property
    def before(self) -> Sequence[Assessment]:
        """What was answered about the location before the day."""
        return records("assessments", location=self.inspection.location, date__lt=self.inspection.on)

    def heard(self, norm: Norm) -> list[Heard]:
        """What counted before the day, for each group that the inspection and the norm are about."""
        return _heard(norm, self.groups, self.before)

    def __getitem__(self, norm: str) -> Norm:
        return next(one for one in self.norms if one.id == norm)

    def __contains__(self, norm: object) -> bool:
        return any(one.id == norm for one in self.norms)

    @cached_property
    def _possible(self) -> tuple[Norm, ...]:
        """What can be asked of a location of this kind, of these groups, on this day."""
        norms = (norm for norm in load_catalogue().norms_on(self.inspection.on) if norm.level is Level.LOCATION)
        here = (norm for norm in norms if yardstick().asks(norm, self.location.kind))
        return tuple(norm for norm in here if norm.groups.intersection(self.groups))

    @cached_property
    def _in_profile(self) -> tuple[Norm, ...]:
        return load_catalogue().profile(self.inspection.profile, self.inspection.on)

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(norm.id for norm in self._possible)


def heard_by_all(norm: Norm, location: Location, answers: Sequence[Assessment]) -> list[Heard]:
    """What counts about a norm for each group at a location of which somebody said something."""
    return [one for one in _heard(norm, _groups_at(location), answers) if one.voices]


def asked(inspection: Inspection) -> Asked:
    """The questions of an inspection."""
    return Asked(inspection, record_about("locations", inspection.location.key))  # type: ignore[arg-type]


def _groups_at(location: Location) -> tuple[PlaceGroup, ...]:
    return tuple(group for group in PlaceGroup if has_places(location, group)) or tuple(PlaceGroup)


def _heard(norm: Norm, groups: Sequence[PlaceGroup], answers: Sequence[Assessment]) -> list[Heard]:
    about = [answer for answer in answers if answer.indicator == norm.id]
    return [hear(norm, group, about, yardstick().trust) for group in groups if group in norm.groups]
