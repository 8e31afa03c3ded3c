# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What can be written down of a household: its words, its form, what stands in it first, and its service."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from luwte.words import N_
from luwte_web.accounts.actions import Action
from luwte_web.pages.names import NEEDS
from luwte_web.pages.people import forms
from luwte_web.pages.people.case import Case
from luwte_web.pages.people.forms import DeedForm
from luwte_web.pages.reader import OWN_CODE
from luwte_web.registry import circumstances, corrections, departures, eighteen, missing, partings, wishes
from luwte_web.registry.circumstances import Kin
from luwte_web.registry.corrections import Lasted
from luwte_web.registry.days import today
from luwte_web.registry.departures import Left
from luwte_web.registry.eighteen import Agreed
from luwte_web.registry.missing import Alert
from luwte_web.registry.partings import Parted
from luwte_web.registry.wishes import Wish

Given = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that people write down."""

    name: str
    title: str
    act: str
    action: Action
    form: type[DeedForm]
    first: Callable[[Case], Given]
    save: Callable[[Case, Given, list[str]], None]
    help: str = ""


def _needs(case: Case) -> Given:
    needs = case.facts.needs
    own = sorted(code.removeprefix(OWN_CODE) for code in needs if code not in NEEDS)
    return {"needs": sorted(needs & NEEDS.keys()), "other": ", ".join(own)}


def _wish(case: Case) -> Given:
    facts = case.facts
    return {"kind": facts.wish_kind, "place": facts.wish, "by": facts.wish_by, "on": facts.wish_on or today()}


def _stay(case: Case) -> Given:
    stay = case.stay()
    said = {name: getattr(stay, name) for name in ("since", "until", "cause", "forced")}
    return {"location": stay.location.key, **said}


def _plan(case: Case) -> Given:
    plan = case.plans.get(case.person().person.key)
    return {name: getattr(plan, name) for name in ("where", *eighteen.PARTS)} if plan else {}


def _today(case: Case) -> Given:
    return {"on": today()}


def _need(case: Case, given: Given, seen: list[str]) -> None:
    own = {f"{OWN_CODE}{part.strip()}" for part in given["other"].split(",") if part.strip()}
    circumstances.need(case.desk.actor, case.key, frozenset(given["needs"]) | own, given["reason"], seen)


def _hear(case: Case, given: Given, seen: list[str]) -> None:
    wish = Wish(given["kind"], given["by"], given["on"], given["place"])
    wishes.hear(case.desk.actor, case.key, wish, given["reason"], seen)


def _answer(case: Case, given: Given, seen: list[str]) -> None:
    wishes.answer(case.desk.actor, case.key, given["answer"], given["on"], given["reason"], seen)


def _lock(case: Case, given: Given, seen: list[str]) -> None:
    circumstances.lock(case.desk.actor, case.key, given["reason"], seen)


def _unlock(case: Case, given: Given, seen: list[str]) -> None:
    circumstances.unlock(case.desk.actor, case.key, given["reason"], seen)


def _guard(case: Case, given: Given, seen: list[str]) -> None:
    circumstances.guard(case.desk.actor, case.key, given["guardian"], given["since"], given["reason"], seen)


def _relate(case: Case, given: Given, seen: list[str]) -> None:
    kin = Kin(given["tie"], given["household"].strip(), given["municipality"], given["near"])
    circumstances.relate(case.desk.actor, case.key, kin, given["reason"], seen)


def _unrelate(case: Case, given: Given, seen: list[str]) -> None:
    circumstances.unrelate(case.desk.actor, case.key, int(case.about), given["reason"], seen)


def _correct_stay(case: Case, given: Given, seen: list[str]) -> None:
    corrections.correct_stay(case.desk.actor, case.key, case.stay().line, _lasted(given), given["reason"], seen)


def _add_stay(case: Case, given: Given, seen: list[str]) -> None:
    corrections.add_stay(case.desk.actor, case.key, _lasted(given), given["reason"], seen)


def _lasted(given: Given) -> Lasted:
    return Lasted(given["location"], given["since"], given["until"], given["cause"], given["forced"])


def _report(case: Case, given: Given, seen: list[str]) -> None:
    alert = Alert(given["alerted"].strip(), given["alerted_on"])
    missing.report(case.desk.actor, case.about, given["on"], given["reason"], alert, given["done"])


def _follow(case: Case, given: Given, seen: list[str]) -> None:
    alert = Alert(given["alerted"].strip(), given["alerted_on"])
    missing.follow(case.desk.actor, case.about, given["reason"], alert, given["done"])


def _found(case: Case, given: Given, seen: list[str]) -> None:
    missing.found(case.desk.actor, case.about, given["on"], given["reason"])


def _agree(case: Case, given: Given, seen: list[str]) -> None:
    agreed = Agreed(**{name: given[name] for name in ("where", *eighteen.PARTS)})
    eighteen.agree(case.desk.actor, case.about, agreed, given["reason"], seen)


def _part(case: Case, given: Given, seen: list[str]) -> None:
    parted = Parted(given["parted_for"], given["on"], given["group"])
    partings.part(case.desk.actor, case.about, parted, given["reason"], seen)


def _rejoin(case: Case, given: Given, seen: list[str]) -> None:
    partings.take_back(case.desk.actor, case.key, case.parting().line, given["group"], given["reason"], seen)


def _leave(case: Case, given: Given, seen: list[str]) -> None:
    departures.leave(case.desk.actor, case.key, Left(given["left_for"], given["on"]), given["reason"], seen)


def _nothing(case: Case) -> Given:
    return {}


WRITE, VIEW, REPORT, DECIDE = Action.WRITE_PERSON, Action.RECORD_VIEW, Action.REPORT_MISSING, Action.DECIDE_MOVE
DEEDS: Mapping[str, Deed] = {
    deed.name: deed
    for deed in (
        Deed("needs", N_("Needs of a place"), N_("Save the needs"), WRITE, forms.NeedsForm, _needs, _need),
        Deed("wish", N_("A wish"), N_("Save the wish"), VIEW, forms.WishForm, _wish, _hear),
        Deed("answer", N_("Answer to the wish"), N_("Save the answer"), VIEW, forms.AnswerForm, _today, _answer),
        Deed(
            "lock", N_("Let them stay where they are"), N_("Lock"), DECIDE, DeedForm, _nothing, _lock,
            N_("No plan moves a household that is locked. The reason is shown to who decides."),
        ),
        Deed("unlock", N_("Let them be moved again"), N_("Unlock"), DECIDE, DeedForm, _nothing, _unlock),
        Deed("guardian", N_("Guardian"), N_("Save the guardian"), WRITE, forms.GuardianForm,
             lambda case: {"guardian": case.facts.guardian, "since": today()}, _guard),
        Deed("relative", N_("Somebody to live near to"), N_("Save the relative"), WRITE, forms.RelativeForm,
             _nothing, _relate),
        Deed("unrelate", N_("Nobody to live near to any more"), N_("Remove"), WRITE, DeedForm, _nothing, _unrelate),
        Deed("stay", N_("Correct a stay"), N_("Save the stay"), WRITE, forms.StayForm, _stay, _correct_stay),
        Deed(
            "stayed", N_("A stay that is not written down"), N_("Save the stay"), WRITE, forms.StayForm,
            _nothing, _add_stay,
            N_("Where they lived before, or the stay that still lasts. Nobody lives in two places at once."),
        ),
        Deed(
            "part", N_("Not in the household any more"), N_("Take out of the household"), WRITE, forms.PartForm,
            lambda case: {"on": today(), "group": case.facts.group}, _part,
            N_("The person then stands in no list or plan; what is known of them is kept. Written down wrongly? It can "
               "be taken back on the page of the household."),
        ),
        Deed(
            "rejoin", N_("In the household after all"), N_("Take back into the household"), WRITE, forms.RejoinForm,
            lambda case: {"group": case.facts.group}, _rejoin,
            N_("What was known of the person is known again."),
        ),
        Deed("missing", N_("Report a child missing"), N_("Report missing"), REPORT, forms.MissingForm, _today, _report),
        Deed("follow", N_("What was done for the missing child"), N_("Add to the report"), REPORT, forms.FollowForm,
             _nothing, _follow),
        Deed("found", N_("The child is found"), N_("Close the report"), REPORT, forms.FoundForm, _today, _found),
        Deed(
            "eighteen", N_("The plan for eighteen"), N_("Save the plan"), VIEW, forms.EighteenForm, _plan, _agree,
            N_("Make it together with the young person, half a year ahead. Nobody is moved for a birthday alone."),
        ),
        Deed(
            "leave", N_("They left reception"), N_("Write down that they left"), WRITE, forms.LeaveForm, _today, _leave,
            N_("Their stay ends and their place is free. They stand in no list or plan any more; what is known of them "
               "is kept. Written down wrongly? It can be taken back under Households that left."),
        ),
    )
}  # fmt: skip
