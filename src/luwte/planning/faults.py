# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What can be wrong with a plan's folder, and what `verify` can find different."""

from luwte.model.findings import FindingKind, Severity
from luwte.words import N_

NOT_A_PLAN = FindingKind(
    "planning.not_a_plan",
    Severity.ERROR,
    N_("{file} is no part of a plan: {reason}."),
    N_("Give the folder that luwte plan wrote, whole and unchanged."),
)
NOT_A_RESULT = FindingKind(
    "verify.not_a_result",
    Severity.ERROR,
    N_("{file} is no account of a result: {reason}."),
    N_("Give the folder as luwte assess, luwte phase-out, luwte terms or luwte law wrote it."),
)
AS_MADE = N_("Make it again with the verb that made it, or find out who changed the file.")

FILE_CHANGED = FindingKind(
    "verify.file_changed", Severity.ERROR, N_("{file} is not the file that was written: its hash differs."), AS_MADE
)
FILE_MISSING = FindingKind("verify.file_missing", Severity.ERROR, N_("{file} is missing from the folder."), AS_MADE)
FILE_STRANGE = FindingKind(
    "verify.file_strange",
    Severity.WARNING,
    N_("{file} lies in the folder and is no part of what was written there."),
    N_("Keep other files elsewhere."),
)
DATASET_DIFFERS = FindingKind(
    "verify.dataset_differs",
    Severity.ERROR,
    N_("The tables are not those that this was made from: their content hash is {found}, the receipt has {stated}."),
    N_("Give the tables of then with --data."),
)
POLICY_DIFFERS = FindingKind(
    "verify.policy_differs",
    Severity.ERROR,
    N_("policy.yaml is not the policy that the plan was made with: its hash is {found}, the plan has {stated}."),
    AS_MADE,
)
NORMS_DIFFER = FindingKind(
    "verify.norms_differ",
    Severity.ERROR,
    N_("The norms, the terms of children or the yardstick of the triage are not those that this was made with."),
    N_(
        "Give the catalogue of then (--catalogue, --before), or verify with the version of the software that its "
        "receipt names."
    ),
)
RULES_DIFFER = FindingKind(
    "verify.rules_differ",
    Severity.ERROR,
    N_("The rules and figures of the law are not those that this was made with."),
    N_("Verify with the version of the software that its receipt names."),
)
SOFTWARE_DIFFERS = FindingKind(
    "verify.software_differs",
    Severity.WARNING,
    N_("It was made with {stated}, this is {found}; differences may come from that."),
    N_("Verify with the version that made it."),
)
CELL_DIFFERS = FindingKind(
    "verify.cell_differs",
    Severity.ERROR,
    N_("In {file}, row {row}, column {column}, stands {stored}; the second run gives {again}."),
    AS_MADE,
)
ROWS_DIFFER = FindingKind(
    "verify.rows_differ",
    Severity.ERROR,
    N_("{file} has {stored} rows; the second run gives {again}."),
    AS_MADE,
)
TEXT_DIFFERS = FindingKind(
    "verify.text_differs", Severity.ERROR, N_("{file} differs from the second run, first at line {row}."), AS_MADE
)
MORE_DIFFERS = FindingKind("verify.more_differs", Severity.ERROR, N_("{file} differs in {count} more cells."), AS_MADE)
NOT_MADE_TWICE = FindingKind(
    "verify.not_made_twice",
    Severity.NOTE,
    N_("A limit in seconds, or a person, ended the search for this plan; the second run is left out."),
    N_("Its hashes, rules and levels are checked. For a plan that can be made again, leave out --time-limit."),
)
KINDS = (
    NOT_A_PLAN,
    NOT_A_RESULT,
    FILE_CHANGED,
    FILE_MISSING,
    FILE_STRANGE,
    DATASET_DIFFERS,
    POLICY_DIFFERS,
    NORMS_DIFFER,
    RULES_DIFFER,
    SOFTWARE_DIFFERS,
    CELL_DIFFERS,
    ROWS_DIFFER,
    TEXT_DIFFERS,
    MORE_DIFFERS,
    NOT_MADE_TWICE,
)
