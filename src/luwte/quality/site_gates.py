# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a site for children cannot do without: the gates that hold for any site, for whoever looks for a good one."""

from datetime import date

from luwte.model.places import PlaceGroup
from luwte.quality.catalogue import Catalogue
from luwte.quality.norm import Level, Norm, Scope

CHILDREN = frozenset({PlaceGroup.FAMILY, PlaceGroup.AMV})
LASTING = frozenset({Scope.ALL, Scope.REGULAR, Scope.AMV_SMALL})


def site_gates(catalogue: Catalogue, on: date) -> tuple[Norm, ...]:
    """The gates about a location that is to last, for families or for unaccompanied minors, in force on a day."""
    return tuple(
        norm
        for norm in catalogue.norms
        if norm.is_gate
        and norm.level is Level.LOCATION
        and norm.scope in LASTING
        and norm.groups & CHILDREN
        and norm.holds_on(on)
    )
