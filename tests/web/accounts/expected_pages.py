# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every address of the pages, with what people agreed it asks of its reader: written apart from the code.

Who may do an action stands in `web.accounts.expected`. For GET and for POST an address asks one of these:

- `public`: nothing; `signed_in`: to have signed in; `machine`: a key that no person has;
- `made_up`: nothing while the people are made up; of real people the page is closed to everybody;
- an action, or several of which one is enough; a point: it takes no such request, whoever sends it.

`about` tells what the action is done to: the one household, location, municipality or province in the address, a
household that `left`, the country, or `somewhere` where it is enough that there can be a thing to which one may do it.
What such a page then shows is tried in `test_leaks_of_pages`. A new address that does not stand here fails the test.
"""

from typing import NamedTuple


class Agreed(NamedTuple):
    """What an address asks of who reads it and of who sends it something, and about what."""

    get: tuple[str, ...]
    post: tuple[str, ...]
    about: str


TABLE = """
address              GET                POST               about
health               public             .                  nothing
ready                public             .                  nothing
metrics              machine            .                  nothing
overview             public             .                  nothing
municipalities       public             .                  nothing
municipality         public             .                  nothing
municipal_task       public             .                  nothing
fact_sheet           public             .                  nothing
locations            public             .                  nothing
location             public             .                  nothing
plan                 public             .                  nothing
ahead                public             .                  nothing
fairness             public             .                  nothing
findings             made_up            .                  nothing
proposals            made_up            .                  nothing
letter               made_up            .                  nothing
proposal             made_up            .                  nothing
report               made_up            .                  nothing
needed               public             .                  nothing
phase_out            public             .                  nothing
about                public             .                  nothing
law                  public             .                  nothing
estimate             public             .                  nothing
grants               public             .                  nothing
provisions           public             .                  nothing
cycle                public             .                  nothing
cycle_paper          public             .                  nothing
cycle_step           decide_distribution decide_distribution country
cycle_status write_offer|agree_exchange|decide_distribution write_offer|agree_exchange|decide_distribution somewhere
national             public             .                  nothing
distribution_draft   public             .                  nothing
distribution_decision read_figures      .                  somewhere
distribution_decide  decide_distribution decide_distribution country
regimes              public             .                  nothing
regimes_paper        public             .                  nothing
regime_statement     decide_distribution|inspect_location|hand_in_evidence decide_distribution|inspect_location|hand_in_evidence somewhere
housing              public             .                  nothing
housing_balance      write_offer|agree_exchange write_offer|agree_exchange municipality
offers               public             .                  nothing
offer                public             .                  nothing
offer_new            write_offer        write_offer        municipality
offer_change         write_offer        write_offer        municipality
offer_withdraw       write_offer        write_offer        municipality
condition_new        write_offer        write_offer        municipality
condition_change     write_offer        write_offer        municipality
condition_look       write_offer|write_location write_offer|write_location location
operation            write_offer|write_location write_offer|write_location location
operation_change     write_offer|write_location write_offer|write_location location
at_risk              public             .                  nothing
amv_places           public             .                  nothing
provinces            public             .                  nothing
province             public             .                  nothing
province_paper       public             .                  nothing
agree_exchange       agree_exchange     agree_exchange     province
take_back_exchange   agree_exchange     agree_exchange     province
norms                public             .                  nothing
norm                 public             .                  nothing
selfcheck            public             .                  nothing
selfcheck_answers    read_figures       .                  municipality
selfcheck_fill_in    check_oneself      check_oneself      municipality
log                  read_log           .                  country
terms                read_figures|read_person .             somewhere
work                 signed_in          .                  nothing
worklist             read_person        .                  somewhere
site                 read_location      .                  location
quality              read_location      .                  location
stating              write_location|state_location|stop_intake write_location|state_location|stop_intake location
what_if              .                  make_plan          country
triage               read_location      .                  somewhere
feedback             hear_children      hear_children      location
feedback_change      hear_children      hear_children      location
programme            offer_programme    offer_programme    location
programme_change     offer_programme    offer_programme    location
contact              hear_children      hear_children      location
contact_change       hear_children      hear_children      location
speak                read_location      .                  somewhere
programmes           offer_programme    .                  somewhere
inspections          read_location      .                  somewhere
inspections_where    inspect_location   .                  somewhere
inspection_new       assess_location|inspect_location assess_location|inspect_location location
inspection           inspect_location|hear_children inspect_location|hear_children location
inspection_form      inspect_location|hear_children inspect_location|hear_children location
inspection_answer    .                  inspect_location|hear_children location
inspection_photo     read_location      .                  location
inspection_actions   inspect_location|hear_children inspect_location|hear_children location
inspection_paper     inspect_location|hear_children . location
households           read_person        .                  somewhere
departures           write_person       .                  somewhere
arrival              write_person       write_person       somewhere
household            read_person        .                  household
household_who        write_person       write_person       household
household_leave      write_person       write_person       household
household_needs      write_person       write_person       household
household_wish       record_view        record_view        household
household_answer     record_view        record_view        household
household_lock       decide_move        decide_move        household
household_unlock     decide_move        decide_move        household
household_guardian   write_person       write_person       household
household_relative   write_person       write_person       household
household_unrelate   write_person       write_person       household
household_stay       write_person       write_person       household
household_stayed     write_person       write_person       household
household_part       write_person       write_person       household
household_rejoin     write_person       write_person       household
household_missing    report_missing     report_missing     household
household_follow     report_missing     report_missing     household
household_found      report_missing     report_missing     household
household_eighteen   record_view        record_view        household
take_back            write_person       write_person       left
plans                read_person        make_plan          somewhere
plan_in_review       read_person        .                  somewhere
cancel_plan          .                  make_plan          country
plan_again           .                  make_plan          country
show_plan            .                  make_plan          country
undisputed           decide_move        decide_move        somewhere
proposal_in_review   read_person        read_person        household
come_in              .                  machine            nothing
welcome              public             public             nothing
users                manage_users       manage_users       country
user                 manage_users       manage_users       country
end_user             .                  manage_users       country
invite               .                  manage_users       country
make_token           .                  manage_users       country
end_token            .                  manage_users       country
end_role             .                  manage_users       country
"""  # noqa: E501 - a line is an address
WORKLISTS = """
missing       officer guardian site
arrivals      officer
proposals     officer guardian
out-of-date   officer
closing       officer site inspector municipality province ministry auditor
leaving       guardian site
views         officer guardian site
in-haste      officer guardian site
eighteen      officer guardian site
unfit         officer guardian site
wishes        officer guardian site
unfit-sites   inspector municipality province ministry auditor
inspections   site inspector municipality
own-actions   officer province ministry
improvements  site inspector municipality
not-told      site
money-ends    site municipality
self-check    municipality
offers        municipality province ministry
conditions    municipality officer
commitments   inspector municipality province ministry auditor partner
without-role  administrator
"""
IN_SHORT = {"officer": "placement_officer", "site": "site_team"}


def agreed() -> dict[str, Agreed]:
    """Every address by its name."""
    lines = [line.split() for line in TABLE.strip().splitlines()[1:]]
    return {name: Agreed(_asked(get), _asked(post), about) for name, get, post, about in lines}


def worklists_agreed() -> dict[str, set[str]]:
    """The roles that have a worklist, by its code; those of the terms are for who reads about people."""
    lines = [line.split() for line in WORKLISTS.strip().splitlines()]
    return {code: {IN_SHORT.get(role, role) for role in roles} for code, *roles in lines}


def _asked(cell: str) -> tuple[str, ...]:
    return () if cell == "." else tuple(cell.split("|"))
