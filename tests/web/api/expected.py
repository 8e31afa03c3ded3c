# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every operation of the API, with the action that people agreed it to be: written apart from the code.

Who may do an action stands in `web.accounts.expected`. `about` tells what kind of thing an operation reaches: one thing
in the path, a list of things, or the country. An operation with several actions is open to who may do one of them.
"""

from typing import NamedTuple


class Agreed(NamedTuple):
    """One operation: its actions, and what it is about."""

    actions: tuple[str, ...]
    about: str


TABLE = """
GET    /profile                                           -                           nothing
GET    /municipalities                                    read_figures                municipalities
GET    /municipalities/{code}                             read_figures                municipality
GET    /holidays                                          -                           nothing
GET    /changes                                           export|read_log             country
GET    /locations                                         read_location               locations
GET    /locations/{key}                                   read_location               location
GET    /locations/{key}/units                             read_location               location
GET    /assessments                                       read_location               locations
GET    /improvements                                      read_location               locations
GET    /selfchecks                                        read_figures                municipalities
GET    /feedback                                          read_location               locations
GET    /feedback/{key}                                    read_location               feedback
GET    /programmes                                        read_location               locations
GET    /programmes/{key}                                  read_location               programme
GET    /contacts                                          read_location               locations
GET    /households                                        read_person                 households
GET    /households/{key}                                  read_person                 household
GET    /households/{key}/stays                            read_person                 household
GET    /persons                                           read_person                 households
GET    /persons/{key}                                     read_person                 person
GET    /persons/{key}/disappearances                      read_person                 person
POST   /persons/{key}/disappearances                      report_missing              person
POST   /persons/{key}/returns                             report_missing              person
GET    /persons/{key}/eighteen-plan                       read_person                 person
PUT    /persons/{key}/eighteen-plan                       record_view                 person
GET    /moves                                             read_person                 households
GET    /moves/{key}                                       read_person                 move
GET    /offers                                            read_figures                municipalities
GET    /offers/{key}                                      read_figures                offer
GET    /exchanges                                         read_figures                exchanges
GET    /headcounts                                        read_figures                headcounts
GET    /decisions                                         read_figures                municipalities
GET    /steps                                             read_figures                headcounts
GET    /statuses                                          read_figures                municipalities
GET    /housing                                           read_figures                municipalities
GET    /conditions                                        read_location               locations
GET    /operations                                        read_location               locations
GET    /commitments                                       read_commitment             commitments
GET    /commitments/{key}                                 read_commitment             commitment
PUT    /households/{key}/wish                             record_view                 household
PUT    /households/{key}/needs                            write_person                household
PUT    /households/{key}/lock                             decide_move                 household
GET    /households/{key}/relatives                        read_person                 household
POST   /households/{key}/relatives                        write_person                household
POST   /households/{key}/departures                       write_person                household
GET    /households/{key}/best-interests/{location}        read_person                 household
PUT    /households/{key}/best-interests/{location}        record_view                 household
GET    /households/{key}/child-views/{location}/{person}  read_person                 household
PUT    /households/{key}/child-views/{location}/{person}  record_view                 household
GET    /households/{key}/guardian-views/{location}        read_person                 household
PUT    /households/{key}/guardian-views/{location}        record_view                 household
GET    /distributions                                     read_figures                somewhere
GET    /distributions/{cycle}                             read_figures                somewhere
GET    /distributions/{cycle}/tasks/{code}                read_figures                somewhere
POST   /distributions                                     read_figures                somewhere
POST   /checks                                            import                      country
POST   /import-previews                                   import                      country
POST   /imports                                           import                      country
GET    /export                                            export                      country
GET    /export-workbook                                   export                      country
GET    /plans                                             read_figures|read_person    somewhere
GET    /plans/{plan}                                      read_figures                somewhere
GET    /plans/{plan}/tasks                                read_figures                municipalities
GET    /plans/{plan}/provinces                            read_figures                provinces
GET    /plans/{plan}/suitability                          read_location               locations
GET    /plans/{plan}/placements                           read_person                 households
GET    /plans/{plan}/findings                             make_plan                   country
GET    /plan-jobs                                         make_plan                   country
POST   /plan-jobs                                         make_plan                   country
GET    /plan-jobs/{job}                                   make_plan                   country
DELETE /plan-jobs/{job}                                   make_plan                   country
GET    /plans/{plan}/proposals                            read_person                 households
GET    /plans/{plan}/proposals/{household}                read_person                 household
GET    /plans/{plan}/proposals/{household}/effect         decide_move                 household
POST   /plans/{plan}/proposals/{household}/decisions      decide_move                 household
POST   /plans/{plan}/joint-decisions                      decide_move                 household
"""


def agreed() -> dict[tuple[str, str], Agreed]:
    """Every operation by method and path."""
    lines = [line.split() for line in TABLE.strip().splitlines()]
    return {
        (method, path): Agreed(() if actions == "-" else tuple(actions.split("|")), about)
        for method, path, actions, about in lines
    }
