# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what, as people agreed it, written apart from the code.

Each line is an action; each column a role; a cell names the scopes in which the role may: country, province,
municipality, location, wards. A point is never. Whoever changes the policy changes it here too, on purpose.
"""

COLUMNS = (
    "placement_officer", "guardian", "site_team", "inspector", "municipality",
    "province", "ministry", "auditor", "administrator", "partner",
)  # fmt: skip
LETTERS = {"c": "country", "p": "province", "m": "municipality", "l": "location", "w": "own_wards"}
TABLE = """
action               officer guardian site  inspector municipality province ministry auditor admin partner
read_figures         cp      .        .     cp        m            p        c        c       .     .
check_oneself        .       .        .     .         m            .        .        .       .     .
write_offer          .       .        .     .         m            .        .        .       .     .
agree_exchange       .       .        .     .         .            p        .        .       .     .
decide_distribution  .       .        .     .         .            .        c        .       .     .
read_location        cp      .        l     cp        m            p        c        c       .     .
write_location       cp      .        .     .         .            .        .        .       .     .
state_location       cp      .        .     .         m            p        .        .       .     .
stop_intake          cp      .        .     .         .            .        c        .       .     .
assess_location      .       .        l     .         m            .        .        .       .     .
inspect_location     .       .        .     cp        .            .        .        .       .     .
hear_children        .       .        l     .         .            .        .        .       .     .
offer_programme      .       .        l     .         m            .        .        .       .     cpml
read_person          cp      w        l     .         .            .        .        .       .     .
write_person         cp      .        .     .         .            .        .        .       .     .
record_view          cp      w        l     .         .            .        .        .       .     .
report_missing       cp      w        l     .         .            .        .        .       .     .
decide_move          cp      .        .     .         .            .        .        .       .     .
export_person        cp      w        .     .         .            .        .        .       .     .
make_plan            c       .        .     .         .            .        .        .       .     .
import               c       .        .     .         .            .        .        .       .     .
export               c       .        .     .         .            .        .        .       .     .
read_commitment      cp      .        .     cp        m            p        c        c       .     cpml
write_commitment     .       .        .     .         .            .        c        .       .     .
hand_in_evidence     .       .        .     .         .            .        .        .       .     cpml
sign_agreement       .       .        .     .         m            .        .        .       .     cpml
read_log             .       .        .     .         .            .        .        c       .     .
manage_users         .       .        .     .         .            .        .        .       c     .
"""


def allowed() -> dict[tuple[str, str], frozenset[str]]:
    """The scopes in which a role may do an action, by role and action."""
    lines = [line.split() for line in TABLE.strip().splitlines()[1:]]
    return {
        (role, action): frozenset(LETTERS[letter] for letter in cell if letter != ".")
        for action, *cells in lines
        for role, cell in zip(COLUMNS, cells, strict=True)
    }
