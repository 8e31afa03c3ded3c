# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Write a folder of results whole or not at all."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from luwte.model.findings import Finding, FindingKind, InputRefused, Severity
from luwte.words import N_

NOT_OURS = FindingKind(
    "cli.folder_not_ours",
    Severity.ERROR,
    N_("the folder {folder} holds other files"),
    N_("choose a new folder, or an empty one, or one with an earlier result of the same verb"),
)
KINDS = (NOT_OURS,)


def write_folder(out: Path, files: Mapping[str, bytes], *, receipt: str) -> None:
    """Make `out` hold exactly `files`, in one rename.

    `receipt` is the name of the file that shows that a folder is an earlier result of the same verb, which may be
    replaced. A folder with anything else in it raises `InputRefused` and stays as it is.
    """
    if out.exists() and not _may_replace(out, receipt):
        raise InputRefused((Finding(NOT_OURS, subject=out.name, params={"folder": str(out)}),))
    out.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        made.chmod(0o755)
        for name, content in files.items():
            (made / name).write_bytes(content)
        _swap(made, out)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise


def _may_replace(out: Path, receipt: str) -> bool:
    return out.is_dir() and (not any(out.iterdir()) or (out / receipt).is_file())


def _swap(made: Path, out: Path) -> None:
    if not out.exists():
        made.rename(out)
        return
    earlier = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent)) / "earlier"
    out.rename(earlier)
    try:
        made.rename(out)
    except BaseException:
        earlier.rename(out)
        raise
    finally:
        shutil.rmtree(earlier.parent, ignore_errors=True)
