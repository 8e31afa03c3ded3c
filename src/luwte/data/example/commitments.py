# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What was promised and asked: bundled and real, in our words, each with its source and mark; nothing else here is."""

from functools import cache
from pathlib import Path

from luwte.data.csv_files import read_csv
from luwte.data.schema import input_tables
from luwte.data.sheet import read_sheet
from luwte.model.pledges import Commitment

FILE = Path(__file__).with_name("commitments.csv")


@cache
def bundled_commitments() -> tuple[Commitment, ...]:
    """The commitments that come with the package; where a document gives no number, the measure says it is ours."""
    raw, findings = read_csv(FILE)
    sheet = read_sheet(input_tables()["commitments"], raw) if raw is not None else None
    if sheet is None or findings or sheet.findings:
        raise RuntimeError(f"the bundled {FILE.name} cannot be read")
    commitments: tuple[Commitment, ...] = sheet.records
    return commitments
