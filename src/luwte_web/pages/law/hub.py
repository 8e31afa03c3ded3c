# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Where the pages of the law begin: each with what it answers."""

from dataclasses import dataclass

from luwte.words import N_
from luwte_web.pages.answers import Page
from luwte_web.pages.law.asked import AskedOfLaw, law_page


@dataclass(frozen=True, slots=True)
class Door:
    """A page by the name of its address, and the question that it answers."""

    name: str
    title: str
    question: str


DOORS: tuple[Door, ...] = (
    Door("cycle", N_("The cycle"), N_("What was done when, how late is it, and how far is each municipality?")),
    Door("estimate", N_("The estimate"), N_("How many places do the coming two years need?")),
    Door("national", N_("The country"), N_("What do provinces report, and how can what is short be divided?")),
    Door("provinces", N_("The provinces"), N_("What is asked, offered and exchanged in each province, who is silent?")),
    Door("offers", N_("What municipalities offer"), N_("Which site is a good place, for how long, and does it count?")),
    Door(
        "amv_places",
        N_("Places for unaccompanied minors"),
        N_("How many are needed, are there, come and go, and how many are short?"),
    ),
    Door("at_risk", N_("Places at risk"), N_("Which places go when, and how many children live there?")),
    Door("housing", N_("The housing task"), N_("How many permit holders does each municipality house, and who waits?")),
    Door("grants", N_("Grants"), N_("What money is there for places above 75 %, and who shares in it?")),
    Door("regimes", N_("Regimes"), N_("What stands and what is exposed without the Act, or with parts of it?")),
    Door(
        "provisions",
        N_("The provisions"),
        N_("What does each article ask, what is computed, and what do people decide?"),
    ),
)


@law_page
def hub(asked: AskedOfLaw) -> Page:
    """All pages of the law."""
    reader = asked.reader
    doors = [(door.name, reader.text(door.title), reader.text(door.question)) for door in DOORS]
    return Page("hub.html", reader.text(N_("The law")), {"doors": doors})
