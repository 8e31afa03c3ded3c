# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The page of one proposal: why it is made, what is weighed for the children, what people decide and decided."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from luwte.reporting.explained import Voice, explain, voice_for
from luwte_web.accounts.actions import Action
from luwte_web.accounts.policy import demand
from luwte_web.audit.reading import reads_person
from luwte_web.pages import columns
from luwte_web.pages.fitness import TONES as FITNESS_TONES
from luwte_web.pages.locations import Fact
from luwte_web.pages.proposals import TO_A_CHILD, TO_ADULTS, Abode
from luwte_web.pages.reader import NONE
from luwte_web.pages.review.another_place import another_place
from luwte_web.pages.review.decisions import DECISIONS, offered, records
from luwte_web.pages.review.desk import at_the_desk, desk_of, table_asked
from luwte_web.pages.review.plan import TONES
from luwte_web.pages.review.plans import moment
from luwte_web.pages.review.sheet import Sheet
from luwte_web.pages.review.written import lacking, written
from luwte_web.pages.tables import Column, Table
from luwte_web.registry.editing import ChangedSince, mark
from luwte_web.registry.refusals import ChangeRefused
from luwte_web.registry.selectors import household_thing, seen_among
from luwte_web.workspace import proposals
from luwte_web.workspace.history import Event, history
from luwte_web.workspace.proposals import CHANGES, Standing
from luwte_web.workspace.undisputed import DISPUTES, disputes

REFUSED = 409


@at_the_desk
@require_http_methods(["GET", "HEAD", "POST"])
def household(request: HttpRequest, key: str, household: str) -> HttpResponse:
    """One household in a plan. What somebody fills in and is refused stays on the page, with why."""
    desk = desk_of(request)
    demand(desk.actor, Action.READ_PERSON, household_thing(household))
    job = desk.made(key)
    proposal = proposals.one(job, household)
    if proposal is None:
        raise Http404
    sheet = Sheet(desk, job, proposal)
    if request.method != "POST":
        return _page(request, sheet)
    tried = request.POST.get("act", "")
    if tried not in DECISIONS:
        raise Http404
    form = DECISIONS[tried].form(sheet, request.POST)
    if not form.is_valid():
        return _page(request, sheet, tried, form, status=400)
    try:
        DECISIONS[tried].act(sheet, form)
    except ChangeRefused as refused:
        return _page(request, sheet.now(), tried, form, refused, status=REFUSED)
    return redirect(reverse("proposal_in_review", args=[key, household]) + "#standing")


def _page(
    request: HttpRequest,
    sheet: Sheet,
    tried: str = "",
    form: forms.Form | None = None,
    refused: ChangeRefused | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page, with the reading of it on the log before it is made."""
    with reads_person(request, f"household:{sheet.household}", {"page": "review"}):
        table, another = history_table(sheet), another_place(request, sheet, form if tried == "override" else None)
        if file := table_asked(request, table, *(another.tables if another else ())):
            return file
        context = {
            **_about(sheet),
            "tried": tried,
            "filled": form,
            "refused": sheet.desk.told(refused.findings) if refused else [],
            "differences": list(_differences(sheet, form, refused)),
            "decisions": list(offered(sheet, tried, form)),
            "records": list(records(sheet, tried, form)),
            "another": another,
            "history": table,
            "query": request.GET,
        }
        return render(request, "review/household.html", context, status=status)


def _about(sheet: Sheet) -> Mapping[str, Any]:
    """What the proposal is, why, and how it stands."""
    reader, row, country = sheet.desk.reader, sheet.proposal.row, sheet.country
    standing = sheet.proposal.standing
    why = disputes(sheet.job, [sheet.proposal])[sheet.household]
    return {
        "title": reader.text("Household {key}", key=sheet.household),
        "sheet": sheet,
        "plan_title": reader.text("Review of the plan for {day}", day=reader.day(sheet.job.on)),
        "standing": reader.name(standing),
        "tone": TONES[standing],
        "action": reader.name(row.action),
        "cause": reader.name(row.cause),
        "places": list(_places(sheet)),
        "aloud": reader.text(TO_A_CHILD if voice_for(row) is Voice.CHILD else TO_ADULTS),
        "told": explain(row, country.dataset, country.on, reader.words).paragraphs,
        "facts": list(_facts(sheet)),
        "changed": [reader.text(CHANGES[each]) for each in sheet.proposal.changed],
        "disputes": [reader.text(DISPUTES[each]) for each in why] if standing is Standing.OPEN else [],
        "waits_for": seen_among(sheet.desk.actor, sheet.proposal.waits_for) if sheet.decides else [],
        "missing": list(lacking(reader, sheet.missing)),
        "written": [one for one in written(sheet) if one.facts],
        "country": country,
    }


def history_table(sheet: Sheet) -> Table[Event]:
    """What was decided and written down, the latest first. Who did it stands there as a token."""
    reader, country = sheet.desk.reader, sheet.country
    shown: tuple[Column[Any], ...] = (
        Column(reader.text("When"), lambda event: event.moment, lambda event: moment(reader, event.moment)),
        columns.words(reader.text("Who"), lambda event: event.actor),
        columns.names(reader, reader.text("What was done"), lambda event: event.what),
        columns.words(reader.text("To"), lambda event: country.place_name(event.to) if event.to else NONE),
        columns.days(reader, reader.text("Day"), lambda event: event.day, NONE),
        columns.words(reader.text("Why"), lambda event: event.reason or NONE),
    )
    rows = history(sheet.job, sheet.household)
    return Table.of("history", reader.text("What was decided and written down"), shown, rows)


def _places(sheet: Sheet) -> Iterator[Abode]:
    """Where the household lives, where the plan would have it live, and what a person chose instead."""
    reader, row, country = sheet.desk.reader, sheet.proposal.row, sheet.country
    record = country.dataset.household[sheet.household]
    ends = [(reader.text("Now"), row.origin), (reader.text("Proposed"), row.destination)]
    if sheet.proposal.standing is Standing.OVERRIDDEN or (sheet.to and sheet.to != row.destination):
        ends.append((reader.text("Chosen by a person"), sheet.to))
    for when, key in ends:
        fit = country.fitness_at(record, key)
        place = country.dataset.location.get(key or "")
        yield Abode(
            when,
            place.name if place else reader.text("no place"),
            "",
            reader.name(place.kind) if place else "",
            reader.name(fit) if fit else "",
            FITNESS_TONES[fit.value] if fit else "",
        )


def _facts(sheet: Sheet) -> Iterator[Fact]:
    reader, row = sheet.desk.reader, sheet.proposal.row
    record = sheet.country.dataset.household[sheet.household]
    yield Fact(reader.text("Group"), reader.name(record.group))
    yield Fact(reader.text("People"), reader.number(row.size))
    yield Fact(reader.text("Children"), reader.number(row.minors))
    yield Fact(reader.text("Phase"), reader.name(record.phase))
    yield Fact(reader.text("Needs of a place"), reader.listing(record.needs))
    yield Fact(reader.text("Forced moves before"), reader.number(record.forced_moves))
    if record.wish_kind:
        yield Fact(reader.text("Wish"), f"{reader.name(record.wish_kind)} ({reader.name(record.wish_by)})")
    if sheet.proposal.move:
        yield Fact(reader.text("Day of the move"), reader.day(sheet.proposal.move.on))
    if sheet.proposal.held_until:
        yield Fact(reader.text("On hold until"), reader.day(sheet.proposal.held_until))


def _differences(sheet: Sheet, form: forms.Form | None, refused: ChangeRefused | None) -> Iterator[tuple[str, str]]:
    """What somebody else wrote meanwhile, by the label of its field. Saving again then writes over what was seen."""
    if not isinstance(refused, ChangedSince) or form is None:
        return
    known = sheet.views.get(form.data.get("person", "")) if "person" in form.fields else sheet.weighed
    form.data = form.data.copy()  # type: ignore[attr-defined]
    form.data["seen"] = mark(known) if known else ""  # type: ignore[index]
    for name, (_, now) in refused.differences.items():
        if name in form.fields:
            yield str(form.fields[name].label), str(now if now not in (None, "") else NONE)
