# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What an exchange would do, without making it: to both municipalities, to the sums, and to how even it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from luwte.model.describe import describe
from luwte.model.findings import InputRefused
from luwte.model.pledges import Exchange
from luwte.planning.law.province import with_exchange
from luwte.planning.law.provincial import ProvincialTable
from luwte_web.pages.law.asked import AskedOfLaw
from luwte_web.pages.law.provinces_seen import tables_seen
from luwte_web.pages.law.provinces_tables import effect_table
from luwte_web.pages.people.forms import NOT_SAID
from luwte_web.pages.tables import Table

MOST_PLACES = 100_000


class ExchangeForm(forms.Form):
    """Who hands how many places over to whom. Whoever lies elsewhere is refused by the Act, not by the form."""

    give = forms.CharField(label=_("Hands over"), max_length=6)
    take = forms.CharField(label=_("Takes over"), max_length=6)
    places = forms.IntegerField(label=_("Places"), min_value=1, max_value=MOST_PLACES)
    amv = forms.IntegerField(
        label=_("Of them for unaccompanied minors"), min_value=0, max_value=MOST_PLACES, required=False
    )

    def __init__(self, *args: Any, municipalities: Mapping[str, str], **named: Any) -> None:
        super().__init__(*args, **named)
        for name in ("give", "take"):
            self.fields[name].widget = forms.Select(choices=[("", NOT_SAID), *municipalities.items()])

    def exchange(self) -> Exchange:
        """What was filled in."""
        given = self.cleaned_data
        return Exchange(given["give"], given["take"], given["places"], given["amv"] or 0)


@dataclass(frozen=True)
class Tried:
    """A try-out: its form, what it would do, or why it cannot be."""

    form: ExchangeForm
    table: Table[Any] | None = None
    refused: Sequence[tuple[str, str]] = ()
    exchange: Exchange | None = None


def tried_exchange(asked: AskedOfLaw, found: ProvincialTable) -> Tried:
    """The exchange that the address asks about; nothing but an empty form where it asks about none."""
    is_asked = any(name in asked.query for name in ExchangeForm.base_fields)
    form = ExchangeForm(asked.query if is_asked else None, municipalities=own_municipalities(found))
    if not form.is_valid():
        return Tried(form)
    return effect_of(asked, found, form)


def effect_of(asked: AskedOfLaw, found: ProvincialTable, form: ExchangeForm) -> Tried:
    """What a filled in exchange would do to the table of a province."""
    exchange = form.exchange()
    try:
        after = with_exchange(tables_seen(asked), asked.tasks, found.province, asked.on, exchange)
    except InputRefused as why:
        return Tried(form, refused=[describe(finding, asked.reader.words) for finding in why.findings])
    table = effect_table(asked.reader, found, after, (exchange.giver, exchange.taker))
    return Tried(form, table, exchange=exchange)


def own_municipalities(found: ProvincialTable) -> Mapping[str, str]:
    """The municipalities of a province by code."""
    return {one.municipality: one.name for one in found.municipalities}
