# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The address of one page of every sort, in both languages."""

from playwright.sync_api import Page

LISTS = {
    "nl": {
        "overview": "/", "municipalities": "/gemeenten/", "locations": "/locaties/", "plan": "/plan/",
        "fairness": "/plan/eerlijkheid/", "proposals": "/plan/voorstellen/", "findings": "/plan/bevindingen/",
        "about": "/over/", "needed": "/wat-is-nodig/", "nowhere": "/nergens/", "phase_out": "/afbouw/",
        "offers": "/wet/aanbod/", "offer": "/wet/aanbod/A001/",
        "at_risk": "/wet/plekken-die-kunnen-wegvallen/", "amv_places": "/wet/amv-plekken/",
        "cycle": "/wet/cyclus/", "national": "/wet/landelijk/",
        "estimate": "/wet/raming/", "grants": "/wet/uitkeringen/", "provisions": "/wet/bepalingen/",
        "regimes": "/wet/wetsvarianten/",
        "provinces": "/wet/provincies/", "province": "/wet/provincies/PV25/", "housing": "/wet/taakstelling/",
        "norms": "/normen/", "gate": "/normen/HOU-001/", "selfcheck": "/gemeenten/GM0014/zelftoets/",
        "municipal_task": "/gemeenten/GM0014/taak/",
    },
    "en": {
        "overview": "/en/", "municipalities": "/en/municipalities/", "locations": "/en/locations/", "plan": "/en/plan/",
        "fairness": "/en/plan/fairness/", "proposals": "/en/plan/proposals/", "findings": "/en/plan/findings/",
        "about": "/en/about/", "needed": "/en/what-it-takes/", "nowhere": "/en/nowhere/", "phase_out": "/en/phase-out/",
        "offers": "/en/law/offers/", "offer": "/en/law/offers/A001/",
        "at_risk": "/en/law/at-risk/", "amv_places": "/en/law/amv-places/",
        "cycle": "/en/law/cycle/", "national": "/en/law/country/",
        "estimate": "/en/law/estimate/", "grants": "/en/law/grants/", "provisions": "/en/law/provisions/",
        "regimes": "/en/law/regimes/",
        "provinces": "/en/law/provinces/", "province": "/en/law/provinces/PV25/", "housing": "/en/law/housing/",
        "norms": "/en/norms/", "gate": "/en/norms/HOU-001/", "selfcheck": "/en/municipalities/GM0014/self-check/",
        "municipal_task": "/en/municipalities/GM0014/task/",
    },
}  # fmt: skip
SINGLE = {
    "municipality": ("locations", "tbody td a"),
    "location": ("locations", "tbody th a"),
    "unplaced": ("proposals", "tbody th a"),
}
MOVE = "?action=move&minors=yes"


def every_page(page: Page, base: str, language: str) -> dict[str, str]:
    """Lists, and the first single page that each of them leads to."""
    found = {name: base + path for name, path in LISTS[language].items()}
    for name, (inside, first) in SINGLE.items():
        page.goto(found[inside])
        found[name] = base + (page.locator(first).first.get_attribute("href") or "")
    page.goto(found["proposals"] + MOVE)
    found["moved"] = base + (page.locator("tbody th a").first.get_attribute("href") or "")
    page.goto(found["moved"])
    found["letter"] = base + (page.locator(".letter-choices a").first.get_attribute("href") or "")
    return found
