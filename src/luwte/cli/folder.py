# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Write a folder of results whole or not at all."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from luwte.cli.exits import Refused
from luwte.words import N_

NOT_OURS = N_("The folder {folder} holds other files. Choose a new or empty folder, or an earlier result of this verb.")


def check_folder(out: Path, *, receipt: str) -> None:
    """Refuse, before any work, a folder that `write_folder` would refuse after it."""
    if out.exists() and not _may_replace(out, receipt):
        raise Refused(NOT_OURS, folder=str(out))


def write_folder(out: Path, files: Mapping[str, bytes], *, receipt: str) -> None:
    """Make `out` hold exactly `files`, by their paths in it, in one rename.

    `receipt` is the name of the file that shows that a folder is an earlier result of the same verb, which may be
    replaced. A folder with anything else in it raises `Refused` and stays as it is.
    """
    check_folder(out, receipt=receipt)
    out.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        made.chmod(0o755)
        for name, content in files.items():
            (made / name).parent.mkdir(parents=True, exist_ok=True)
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
