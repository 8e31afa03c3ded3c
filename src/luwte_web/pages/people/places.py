# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What municipalities, provinces and locations are called, by their codes and keys."""

from collections.abc import Mapping

from luwte.data.in_use import municipalities_in_use
from luwte_web.accounts.actors import Membership, Scope
from luwte_web.accounts.names import place_names
from luwte_web.registry.models import LocationNow, MunicipalityFacts


def place_named(code: str) -> str:
    """The name of a municipality or province: as given, else as in the package; an unknown code stands for itself."""
    if not code:
        return ""
    given = MunicipalityFacts.objects.known()
    name = given.filter(code=code).values_list("name", flat=True).first()
    province = given.filter(province_code=code).values_list("province", flat=True).first()
    return name or province or place_names().get(code, code)


def location_named(key: str) -> str:
    """The name of a location; a key that nothing is known of stands for itself."""
    return LocationNow.objects.filter(location__key=key).values_list("name", flat=True).first() or key


def names() -> Mapping[str, str]:
    """The names of all municipalities and provinces, in the order of the alphabet, for who chooses one."""
    given = {row.code: row for row in MunicipalityFacts.objects.known()}
    places = [given.get(place.code, place) for place in municipalities_in_use()]
    places += [row for code, row in given.items() if code not in place_names()]
    named = {p.province_code: p.province for p in places} | {p.code: p.name for p in places}
    return dict(sorted(named.items(), key=lambda pair: (not pair[0].startswith("PV"), pair[1])))


def scope_named(membership: Membership) -> str:
    """The name of the place that a role reaches; nothing where it reaches the country or own wards."""
    if membership.scope is Scope.LOCATION:
        return location_named(membership.within)
    return place_named(membership.within) if membership.scope is not Scope.OWN_WARDS else ""
