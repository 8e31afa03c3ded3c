# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Municipalities, and which of them lie in a province: the one thing that a scope needs and no location tells."""

from collections.abc import Mapping
from typing import ClassVar

from django.db.models import Q

from luwte.data.in_use import municipalities_in_use
from luwte_web.accounts.actions import Action
from luwte_web.accounts.things import Lookups, Within
from luwte_web.registry.fields import CountsField, ExactField, key, text
from luwte_web.registry.models.versions import Version, once


def provinces() -> Mapping[str, str]:
    """The code of the province of each municipality: as given, else as in the table that comes with the package."""
    given = MunicipalityFacts.objects.known().values_list("code", "province_code")
    return {place.code: place.province_code for place in municipalities_in_use()} | dict(given)


def in_province(municipality: str) -> Within:
    """The condition that the municipality at a look-up lies in a province, whose code is known when it is asked."""

    def condition(province: str) -> Q:
        codes = [code for code, of in provinces().items() if of == province]
        return Q(**{f"{municipality}__in": codes})

    return condition


class MunicipalityFacts(Version):
    """A municipality as given; where none are, those that come with the package hold."""

    access: ClassVar = Lookups(Action.READ_FIGURES, municipality="code", province=in_province("code"))
    code = key()
    name = text()
    province_code = key()
    province = text()
    inhabitants = CountsField()
    ses_woa = ExactField(null=True)
    key_weight = ExactField(null=True)
    lon = ExactField(null=True)
    lat = ExactField(null=True)

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (*Version.Meta.constraints, once("municipality_once", "code"))
