# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The list of norms, and a page for each. What they ask is public; where they are not met, for who reads locations."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from luwte.model.places import PlaceGroup
from luwte.quality.catalogue import Catalogue, Profile, load_catalogue
from luwte.quality.norm import Force, GapSeverity, Level, Norm, Pillar, Scope, Verification
from luwte.reporting import norms as called
from luwte.reporting.rights import RIGHTS
from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import NOBODY
from luwte_web.accounts.policy import can_somewhere
from luwte_web.pages import columns
from luwte_web.pages.answers import Page, reader_now, table_of
from luwte_web.pages.filters import Filters
from luwte_web.pages.locations import Fact
from luwte_web.pages.norms.unmet import unmet_table, voices_at
from luwte_web.pages.reader import Reader
from luwte_web.pages.tables import Table
from luwte_web.registry.days import today

YES, NO = "yes", "no"
TONES = {
    Verification.VERIFIED: "good",
    Verification.SECONDARY: "fair",
    Verification.TO_VERIFY: "bad",
    Verification.PROPOSAL: "open",
}
GATE_OF = {
    Level.LOCATION: N_(
        "It is a gate: a location where it is not met is critical and not fit for this group, however well the rest is."
    ),
    Level.CHILD: N_(
        "It is a gate about the child: where it is not met, that is told of the child, and the location is not judged "
        "by it."
    ),
}
WEIGHS = {
    GapSeverity.CRITICAL: N_("A gap is critical. It needs an action with an owner and a day within twelve weeks."),
    GapSeverity.HIGH: N_("A gap weighs heavily. It needs an action with an owner and a day within twelve weeks."),
    GapSeverity.MEDIUM: N_("A gap weighs moderately: it counts in the share of norms that is met."),
    GapSeverity.LOW: N_("A gap weighs little: it counts in the share of norms that is met."),
    GapSeverity.NONE: N_("It is not weighed: it is a way to look at what a child needs."),
}


@require_safe
def norms(request: HttpRequest) -> HttpResponse:
    """All norms, with filters."""
    reader, catalogue = reader_now(), load_catalogue()
    filters = Filters(request.GET, reader)
    asked = list(_asked(filters, catalogue))
    rows = [norm for norm in catalogue.norms if all(asks(norm) for asks in asked)]
    table = norm_table(reader, catalogue, rows)
    context = {
        "title": reader.text("Norms"),
        "filters": filters,
        "table": table,
        "about": len(catalogue.about_reception),
        "municipal": len(catalogue.profile(Profile.MUNICIPAL)),
        "gates": sum(norm.is_gate for norm in catalogue.norms_on(today())),
        "unchecked": sum(norm.verification is Verification.TO_VERIFY for norm in catalogue.norms),
        "catalogue": catalogue,
        "version": catalogue.title[reader.language],
    }
    return _answer(request, "norms/norms.html", context, table)


@require_safe
@never_cache
def norm(request: HttpRequest, key: str) -> HttpResponse:
    """One norm; where it is not met only for who reads about those locations."""
    reader, catalogue = reader_now(), load_catalogue()
    if key not in catalogue:
        raise Http404
    one, actor = catalogue[key], getattr(request, "actor", NOBODY)
    context = {
        "title": one.title[reader.language],
        "norm": one,
        "facts": list(_facts(reader, catalogue, one)),
        "why": list(_why(reader, one)),
        "rights": [(right, reader.text(RIGHTS[right])) for right in one.rights],
        "sources": list(called.sources(one, catalogue, reader.words)),
        "hint": one.hint.get(reader.language, ""),
        "holds": one.holds_on(today()),
    }
    if one.level is not Level.LOCATION or not can_somewhere(actor, Action.READ_LOCATION):
        return _answer(request, "norms/norm.html", context)
    table = unmet_table(reader, voices_at(actor, one))
    return _answer(request, "norms/norm.html", {**context, "unmet": table}, table)


def norm_table(reader: Reader, catalogue: Catalogue, rows: Sequence[Norm]) -> Table[Any]:
    """Norms with what they ask and how sure that is."""
    shown = (
        columns.words(reader.text("Norm"), lambda n: n.id, to_norm),
        columns.words(reader.text("What is asked"), lambda n: n.title[reader.language]),
        columns.words(reader.text("When it is met"), lambda n: called.asked(n, reader.words)),
        columns.words(reader.text("Domain"), lambda n: catalogue.domains[n.domain][reader.language]),
        columns.words(reader.text("Gate"), lambda n: reader.yes(n.is_gate)),
        columns.names(reader, reader.text("Weight of a gap"), lambda n: n.severity),
        columns.names(reader, reader.text("Force"), lambda n: n.force),
        columns.words(
            reader.text("How sure"), lambda n: reader.name(n.verification), tone=lambda n: TONES[n.verification]
        ),
    )
    return Table.of("norms", reader.text("Norms"), shown, rows)


def to_norm(norm: Norm) -> str:
    """The page of a norm."""
    return reverse("norm", args=[norm.id])


def _asked(filters: Filters, catalogue: Catalogue) -> Iterator[Callable[[Norm], bool]]:
    """What the address asks of the norms, field by field."""
    text, language = filters.reader.text, filters.reader.language
    domains = {name: title[language] for name, title in catalogue.domains.items()}
    words = filters.search("name", text("Words in it"))
    pillar = filters.code("pillar", text("Pillar"), Pillar, text("all pillars"))
    domain = filters.choose("domain", text("Domain"), domains, text("all domains"))
    force = filters.code("force", text("Force"), Force, text("all kinds"))
    sure = filters.code("sure", text("How sure"), Verification, text("however sure"))
    gates = {YES: text("gates only"), NO: text("no gates")}
    gate = filters.choose("gate", text("Gate"), gates, text("gates and others"))
    group = filters.code("group", text("Group"), PlaceGroup, text("all groups"))
    profile = filters.code("profile", text("Form"), Profile, text("all forms"))
    in_profile = {norm.id for norm in catalogue.profile(profile)} if profile else set()
    yield lambda norm: words in f"{norm.id} {norm.title[language]}".casefold()
    yield lambda norm: pillar in (None, norm.pillar)
    yield lambda norm: domain in ("", norm.domain)
    yield lambda norm: force in (None, norm.force)
    yield lambda norm: sure in (None, norm.verification)
    yield lambda norm: gate in ("", YES if norm.is_gate else NO)
    yield lambda norm: group is None or group in norm.groups
    yield lambda norm: profile is None or norm.id in in_profile


def _facts(reader: Reader, catalogue: Catalogue, norm: Norm) -> Iterator[Fact]:
    yield Fact(reader.text("Norm"), norm.id)
    yield Fact(reader.text("When it is met"), called.asked(norm, reader.words))
    yield Fact(reader.text("Asked of"), reader.name(norm.level))
    if norm.level is Level.LOCATION and norm.scope is not Scope.ALL:
        yield Fact(reader.text("Asked at"), reader.name(norm.scope))
    yield Fact(reader.text("For"), ", ".join(reader.name(group) for group in PlaceGroup if group in norm.groups))
    yield Fact(reader.text("Domain"), catalogue.domains[norm.domain][reader.language])
    yield Fact(reader.text("Pillar"), reader.name(norm.pillar))
    if norm.valid_from:
        yield Fact(reader.text("Holds from"), reader.day(norm.valid_from))
    if norm.valid_until:
        yield Fact(reader.text("Holds until"), reader.day(norm.valid_until))


def _why(reader: Reader, norm: Norm) -> Iterator[str]:
    if norm.is_gate:
        yield reader.text(GATE_OF[norm.level])
    yield reader.text(WEIGHS[norm.severity])


def _answer(request: HttpRequest, template: str, context: dict[str, Any], *tables: Table[Any]) -> HttpResponse:
    """The page, or one of its tables as a file."""
    if "as" in request.GET:
        return table_of(Page("", "", tables=tables), request.GET)
    return render(request, template, {**context, "query": request.GET})
