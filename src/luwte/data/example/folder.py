# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Put an example in a folder: whole or not at all, and never over somebody's own tables."""

import csv
import shutil
import tempfile
from pathlib import Path

from luwte.data.schema import input_tables
from luwte.data.write import write
from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, FindingKind, InputRefused, Severity
from luwte.words import N_

TITLE = "Voorbeeldland (synthetisch), schaal {scale}"
NOT_AN_EXAMPLE = FindingKind(
    "example.folder_not_ours",
    Severity.ERROR,
    N_("The folder {folder} holds something other than an example."),
    N_("Choose a new or an empty folder; tables that are not an example are never overwritten."),
)
EARLIER_EXAMPLE = FindingKind(
    "example.folder_holds_example",
    Severity.ERROR,
    N_("The folder {folder} holds an earlier example."),
    N_("Choose another folder, or replace the earlier example with --force."),
)
KINDS = (NOT_AN_EXAMPLE, EARLIER_EXAMPLE)


def require_free(folder: Path, *, replace: bool = False) -> None:
    """Raise InputRefused where the folder holds files, unless they are an earlier example that may be replaced."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return
    earlier = is_example(folder)
    if not (earlier and replace):
        kind = EARLIER_EXAMPLE if earlier else NOT_AN_EXAMPLE
        raise InputRefused((Finding(kind, subject=folder.name, params={"folder": str(folder)}),))


def write_example(dataset: Dataset, folder: Path, *, replace: bool = False) -> None:
    """Write an example as CSV files; stopped at any moment, the folder holds what it held or the whole example."""
    require_free(folder, replace=replace)
    if not is_example(folder):
        write(dataset, folder)
        return
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    earlier, new = beside / "earlier", beside / "new"
    try:
        write(dataset, new)
        folder.rename(earlier)
        new.rename(folder)
    finally:
        if earlier.exists() and not folder.exists():
            earlier.rename(folder)
        shutil.rmtree(beside, ignore_errors=True)


def is_example(folder: Path) -> bool:
    """Whether a folder holds the tables of an example and nothing else."""
    if not folder.is_dir():
        return False
    names = {file.name for file in folder.iterdir()}
    return names <= {f"{table}.csv" for table in input_tables()} and _says_example(folder / "dataset.csv")


def _says_example(file: Path) -> bool:
    try:
        with file.open(encoding="utf-8", newline="") as lines:
            row = next(csv.DictReader(lines), {})
    except (OSError, UnicodeDecodeError, csv.Error):
        return False
    return row.get("synthetic") == "yes" and str(row.get("title")).startswith(TITLE.partition("{")[0])
