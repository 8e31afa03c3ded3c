# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Tables that come with a request: CSV or Parquet files, a workbook, or a zip of CSV files, in parts named `files`.

They lie in a folder of their own until the answer is made, and nowhere afterwards.
"""

import shutil
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ninja.files import UploadedFile

from luwte.data.raw import error
from luwte.model.findings import Finding, InputRefused
from luwte.model.findings import Place as InTable
from luwte.words import N_
from luwte_web.api.faults import NO_FILES

MOST_BYTES_UNPACKED = 256 << 20
MOST_FILES = 64
WORKBOOK, ARCHIVE = ".xlsx", ".zip"

NOT_A_ZIP = error("api.not_a_zip", N_("This is no zip file."), N_("Make it again, or send the tables as they are."))
ZIP_TOO_LARGE = error(
    "api.zip_too_large", N_("What is in this zip file is too large."), N_("Send at most 64 tables of 256 MB together.")
)
WORKBOOK_BESIDE = error(
    "api.workbook_beside_tables", N_("A workbook stands beside other files."), N_("Send the workbook alone.")
)
KINDS = (NOT_A_ZIP, ZIP_TOO_LARGE, WORKBOOK_BESIDE)


@contextmanager
def tables_in(files: Sequence[UploadedFile]) -> Iterator[Path]:
    """The folder or workbook that `read` takes; raises InputRefused where the files are neither."""
    if not files:
        raise InputRefused((Finding(NO_FILES),))
    with TemporaryDirectory() as made:
        folder = Path(made)
        for file in files:
            _lay_down(file, folder)
        books = sorted(folder.glob(f"*{WORKBOOK}"))
        if books and len(list(folder.iterdir())) > 1:
            raise _refused(WORKBOOK_BESIDE, books[0].name)
        yield books[0] if books else folder


def _lay_down(file: UploadedFile, folder: Path) -> None:
    """Write a file by its last name; a zip file as what is in it."""
    name = Path(file.name or "").name or "file"
    if name.lower().endswith(ARCHIVE):
        _unpack(file, name, folder)
        return
    with (folder / name).open("wb") as kept:
        shutil.copyfileobj(file, kept)


def _unpack(file: Any, name: str, folder: Path) -> None:
    try:
        with zipfile.ZipFile(file) as archive:
            inside = [each for each in archive.infolist() if not each.is_dir()]
            if len(inside) > MOST_FILES or sum(each.file_size for each in inside) > MOST_BYTES_UNPACKED:
                raise _refused(ZIP_TOO_LARGE, name)
            for each in inside:
                (folder / Path(each.filename).name).write_bytes(archive.read(each))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, ValueError, zipfile.zlib.error):
        raise _refused(NOT_A_ZIP, name) from None


def _refused(kind: Any, name: str) -> InputRefused:
    return InputRefused((Finding(kind, place=InTable(name)),))
