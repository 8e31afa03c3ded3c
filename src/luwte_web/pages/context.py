# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What stands around every page: navigation, the switch of language, the server's own name."""

from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import get_language, override

from luwte.data.in_use import national_in_use
from luwte.words import N_, words_in
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import NOBODY
from luwte_web.accounts.names import told
from luwte_web.accounts.policy import can, can_somewhere
from luwte_web.pages.opened import is_apart, to_plan
from luwte_web.pages.people.places import scope_named

SECTIONS = (
    ("overview", N_("Overview")),
    ("municipalities", N_("Municipalities")),
    ("locations", N_("Locations")),
    ("plan", N_("Plan")),
    ("needed", N_("What it would take")),
    ("law", N_("The law")),
    ("norms", N_("Norms")),
    ("about", N_("About")),
)
WORK = ("work", N_("Your work"))
HOUSEHOLDS = ("households", N_("Households"))
REVIEW = ("plans", N_("Review"))
INSPECTIONS = ("inspections", N_("Inspections"))
TRIAGE = ("triage", N_("Triage"))
SPEAK = ("speak", N_("Children speak"))
PROGRAMMES = ("programmes", N_("What there is to do"))
LOG = ("log", N_("Log"))
LANGUAGE_NAMES = {"nl": "Nederlands", "en": "English"}
HASHED = {
    "policy": N_("Policy"),
    "cycle": N_("Parameters of the cycle"),
    "catalogue": N_("Catalogue of norms"),
    "yardstick": N_("Yardstick of the triage"),
}
WITHIN = {
    "municipality": "municipalities",
    "municipal_task": "municipalities",
    "selfcheck": "municipalities",
    "selfcheck_answers": "municipalities",
    "selfcheck_fill_in": "municipalities",
    "norm": "norms",
    "location": "locations",
    "proposals": "plan",
    "proposal": "plan",
    "letter": "plan",
    "findings": "plan",
    "fairness": "plan",
    "ahead": "plan",
    "phase_out": "needed",
    "estimate": "law",
    "grants": "law",
    "housing": "law",
    "housing_balance": "law",
    "provisions": "law",
    "regimes": "law",
    "regime_statement": "law",
    "worklist": "work",
    "terms": "work",
    "inspections_where": "inspections",
    "inspection": "inspections",
    "inspection_new": "inspections",
    "inspection_form": "inspections",
    "inspection_actions": "inspections",
    "inspection_paper": "inspections",
    "programme": "programmes",
    "programme_change": "programmes",
    "quality": "triage",
    "stating": "triage",
    "household": "households",
    "arrival": "households",
    "plan_in_review": "plans",
    "undisputed": "plans",
    "proposal_in_review": "plans",
}


def frame(request: HttpRequest) -> dict[str, Any]:
    """Navigation with the current section marked, and the same page in the other language."""
    match = request.resolver_match
    here = match.url_name if match else ""
    section = WITHIN.get(here or "", "households" if here and here.startswith("household_") else here)
    return {
        "sections": [(reverse(name), title, name == section) for name, title in _sections(request)],
        "hashed": HASHED,
        "national": national_in_use(),
        "my_roles": lambda: _roles(request),
        "published": to_plan(None) if is_apart(request) else "",
        "languages": [
            (code, name, _in_language(request, code), code == get_language()) for code, name in LANGUAGE_NAMES.items()
        ],
    }


def _sections(request: HttpRequest) -> tuple[tuple[str, str], ...]:
    """What the main menu leads to: one's own work first, then what everybody reads; the rest only for who may."""
    actor = getattr(request, "actor", NOBODY)
    work = () if actor == NOBODY else (WORK,)
    people = (HOUSEHOLDS, REVIEW) if can_somewhere(actor, Action.READ_PERSON) else ()
    about = (TRIAGE, SPEAK, INSPECTIONS) if can_somewhere(actor, Action.READ_LOCATION) else ()
    if not about and can_somewhere(actor, Action.OFFER_PROGRAMME):
        about = (PROGRAMMES,)
    return (*work, *people, *about, *SECTIONS, *((LOG,) if can(actor, Action.READ_LOG) else ()))


def _roles(request: HttpRequest) -> list[str]:
    """The roles of whoever signed in, each with the name of the place that it reaches; its key where that is away."""
    actor, words = getattr(request, "actor", NOBODY), words_in(get_language() or "nl")
    try:
        return [told(membership, words, scope_named(membership)) for membership in actor.roles]
    except DatabaseError:
        return [told(membership, words) for membership in actor.roles]


def _in_language(request: HttpRequest, code: str) -> str:
    """The same page in another language; of an address that is no page, that language's first page."""
    if request.resolver_match:
        return translate_url(request.get_full_path_info(), code)
    with override(code):
        return reverse("overview")
