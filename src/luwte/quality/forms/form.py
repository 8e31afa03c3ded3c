# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What one form asks: the norms of a profile that hold on a day, for some groups, at some locations."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from luwte.model.findings import Finding, FindingKind, InputRefused, Severity
from luwte.model.places import Location, PlaceGroup
from luwte.model.quality import AssessedGroup
from luwte.quality.catalogue import Catalogue, Profile
from luwte.quality.forms.names import About, Part, question
from luwte.quality.norm import Norm
from luwte.words import N_

SAME_QUESTION = FindingKind(
    "forms.same_question",
    Severity.ERROR,
    N_("{norms} would be asked under one name, {name}: answers to them could not be told apart."),
    N_("Give one of these norms another id, one that differs in more than signs."),
)
NOTHING_ASKED = FindingKind(
    "forms.nothing_asked",
    Severity.ERROR,
    N_("The catalogue asks nothing in this form for these groups on {on}."),
    N_("Choose another form, other groups, another day or another catalogue."),
)
KINDS = (SAME_QUESTION, NOTHING_ASKED)


@dataclass(frozen=True)
class Form:
    """A form: `groups` in their own order, `norms` in that of the catalogue; without `locations` their key is typed."""

    catalogue: Catalogue
    profile: Profile
    groups: tuple[PlaceGroup, ...]
    on: date
    norms: tuple[Norm, ...]
    locations: tuple[Location, ...] = ()

    @property
    def whom(self) -> tuple[AssessedGroup, ...]:
        """Whom answers may be about: the groups, and where there are several also all of them at once."""
        own = tuple(AssessedGroup(group.value) for group in self.groups)
        return (*own, AssessedGroup.ALL) if len(own) > 1 else own

    @cached_property
    def domains(self) -> Mapping[str, Sequence[Norm]]:
        """The norms by domain, in the order of the catalogue."""
        found: dict[str, list[Norm]] = {name: [] for name in self.catalogue.domains}
        for norm in self.norms:
            found[norm.domain].append(norm)
        return {name: norms for name, norms in found.items() if norms}


def form_of(
    catalogue: Catalogue,
    profile: Profile,
    on: date,
    *,
    groups: Collection[PlaceGroup] = (),
    locations: Iterable[Location] = (),
) -> Form:
    """The form of a profile on a day, for every group that it is about where none are named.

    Locations that are closed on the day are left out. Raises InputRefused where nothing is asked, or where two norms
    would be asked under one name.
    """
    every = (PlaceGroup.AMV,) if profile is Profile.AMV_SMALL else tuple(PlaceGroup)
    chosen = tuple(group for group in PlaceGroup if group in (groups or every))
    norms = tuple(norm for norm in catalogue.profile(profile, on) if norm.groups & frozenset(chosen))
    faults = tuple(_faults(norms, on))
    if faults:
        raise InputRefused(faults)
    there = tuple(location for location in locations if location.closes is None or location.closes > on)
    return Form(catalogue, profile, chosen, on, norms, there)


def _faults(norms: Sequence[Norm], on: date) -> Iterator[Finding]:
    if not norms:
        yield Finding(NOTHING_ASKED, params={"on": on.isoformat()})
    named: defaultdict[str, list[str]] = defaultdict(list)
    for about in About:
        named[about].append(about)
    for norm in norms:
        for part in Part:
            named[question(norm.id, part)].append(norm.id)
    for name, ids in named.items():
        if len(ids) > 1:
            yield Finding(SAME_QUESTION, subject=ids[-1], params={"norms": ", ".join(ids), "name": name})
