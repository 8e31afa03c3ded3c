# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people state of a location before it can become regular reception, and since when it stands like that."""

from collections.abc import Iterator, Mapping, Sequence

from luwte.words import N_
from luwte_web.pages.locations import Fact
from luwte_web.pages.reader import UNKNOWN, Reader
from luwte_web.registry.models import LocationFacts

STATEMENTS: Mapping[str, str] = {
    "term_long_enough": N_("It can stay long enough"),
    "permit_feasible": N_("A permit is feasible"),
    "regional_support": N_("The region supports it"),
}
SAID = N_("{answer}, written down on {day} by {who}")


def stated(reader: Reader, key: str) -> Iterator[Fact]:
    """The three statements, each with who wrote it down and when, as far as the registry knows."""
    versions = LocationFacts.objects.filter(location__key=key).select_related("known_by").order_by("-id")
    rows = list(versions)
    for name, title in STATEMENTS.items():
        yield Fact(reader.text(title), _said(reader, rows, name))


def _said(reader: Reader, newest_first: Sequence[LocationFacts], name: str) -> str:
    """The value of now, with the change that made it so."""
    value = getattr(newest_first[0], name) if newest_first else None
    if value is None:
        return reader.text(UNKNOWN)
    made = newest_first[0].known_by
    for version in newest_first:
        if getattr(version, name) is not value:
            break
        made = version.known_by
    return reader.text(SAID, answer=reader.yes(value), day=reader.day(made.moment.date()), who=made.actor)
