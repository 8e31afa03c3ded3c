# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every kind of finding that reading can give, so that a code turns back into words."""

from luwte.data import checks, csv_files, faults, folder, in_use, parquet_files, sheet, workbook
from luwte.data.read import KINDS as READ_KINDS
from luwte.data.refresh import asylum, country, counts, scores
from luwte.model.findings import FindingKind

KINDS: tuple[FindingKind, ...] = (
    *folder.KINDS,
    *in_use.KINDS,
    *csv_files.KINDS,
    *workbook.KINDS,
    *parquet_files.KINDS,
    *sheet.KINDS,
    *faults.KINDS,
    *READ_KINDS,
    *checks.KINDS,
    *country.KINDS,
    *counts.KINDS,
    *scores.KINDS,
    *asylum.KINDS,
)
