# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a municipality said of itself, norm by norm, as people read it, beside what Luwte knows of the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.http import Http404, HttpRequest

from luwte.model.quality import Answer, SelfCheck
from luwte.quality.catalogue import Profile, load_catalogue
from luwte.quality.norm import Norm
from luwte.quality.selfcheck import Checked, Said, checked
from luwte.quality.yardstick import yardstick
from luwte.words import N_
from luwte_web.accounts.acting import acting
from luwte_web.accounts.actions import Action
from luwte_web.accounts.policy import demand
from luwte_web.inspections.comparing import trend
from luwte_web.pages.answers import Asked, reader_now
from luwte_web.pages.country import country_of
from luwte_web.pages.inspections.questions import measured
from luwte_web.pages.opened import opened
from luwte_web.pages.reader import NONE, Reader
from luwte_web.pages.review.desk import Desk
from luwte_web.pages.selfcheck.here import Here, figure, here_of
from luwte_web.registry.days import today
from luwte_web.registry.models.municipalities import provinces
from luwte_web.registry.selectors import municipality_thing, records

KNOWN, MISSES = N_("{value} {unit}"), N_("{value} {unit}: less than is asked")
DEED = N_("{action} ({owner}, by {due})")
LATE, TOO_LATE = N_("late"), N_("later than twelve weeks")
NOTHING_AGREED, NOT_ANSWERED = N_("nothing agreed yet"), N_("not answered")
TONES = {Answer.MET: "good", Answer.PARTLY: "fair", Answer.NOT_MET: "bad", Answer.UNKNOWN: "open"}


@dataclass(frozen=True, slots=True)
class Line:
    """One norm with all that is said, known and agreed; words are empty where there is nothing to tell."""

    norm: Norm
    checked: Checked
    figure: Decimal | None

    @property
    def misses(self) -> bool:
        """Whether what Luwte knows misses what is asked."""
        return self.figure is not None and self.norm.measure.is_met_by(self.figure) is False

    @property
    def tone(self) -> str:
        """The sign beside what counts."""
        return TONES.get(self.checked.answer, "") if self.checked.now else ""

    def counts(self, reader: Reader) -> str:
        """What counts of what was said."""
        return reader.name(self.checked.answer) if self.checked.now else reader.text(NOT_ANSWERED)

    def known(self, reader: Reader) -> str:
        """What Luwte knows of it."""
        if self.figure is None:
            return ""
        unit = self.norm.measure.unit.get(reader.language, "")
        return reader.text(MISSES if self.misses else KNOWN, value=reader.weight(self.figure), unit=unit)

    def trend(self, reader: Reader) -> str:
        """How it stands to the time before."""
        now, before = self.checked.now, self.checked.before
        if now is None or before is None:
            return NONE
        return reader.name(trend(before.answer, now.answer))

    def deed(self, reader: Reader) -> str:
        """What is agreed about the gap."""
        agreed = self.checked.agreed
        if agreed is None:
            return reader.text(NOTHING_AGREED) if self.checked.lacks_action else ""
        return reader.text(DEED, action=agreed.action, owner=agreed.owner, due=reader.day(agreed.due))

    def standing(self, reader: Reader, on: date) -> str:
        """Whether what is agreed is late, or comes too late for how heavy the gap is."""
        if self.checked.is_late(on):
            return reader.text(LATE)
        return "" if self.checked.is_in_time(yardstick().action_term) else reader.text(TOO_LATE)


def said_by(reader: Reader, norm: Norm, said: Said | None) -> str:
    """Who said what on a day, side by side where there are several."""
    if said is None:
        return NONE
    unit = norm.measure.unit.get(reader.language, "")
    return f"{reader.day(said.date)}: " + "; ".join(_voice(reader, one, unit) for one in said.answers)


def lines_of(code: str, here: Here | None) -> Sequence[Line]:
    """Every norm for municipalities in the order of the catalogue, with what this one said of it."""
    norms = load_catalogue().profile(Profile.MUNICIPAL, today())
    found = checked(norms, records("selfchecks", municipality=code), today())
    return [Line(each.norm, each, figure(here, each.norm) if here else None) for each in found]


def desk_at(request: HttpRequest, code: str, doing: Action) -> Desk:
    """Who makes this request about a municipality; whoever may not do this finds nothing."""
    if code not in provinces():
        raise Http404
    desk = Desk(acting(request), reader_now())
    demand(desk.actor, doing, municipality_thing(code))
    return desk


def here_now(request: HttpRequest, desk: Desk, code: str) -> Here | None:
    """What the plan that is shown knows of the municipality; None where there is no plan, or no task in it."""
    plan = opened(request)
    return here_of(Asked(country_of(plan.address), desk.reader, request.GET, desk.actor), code) if plan else None


def _voice(reader: Reader, one: SelfCheck, unit: str) -> str:
    value = f"{measured(reader, one.value)} {unit}".strip() if one.value else ""
    return ", ".join(part for part in (one.respondent, reader.name(one.answer), value, one.note) if part)
