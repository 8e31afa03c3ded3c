# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Where stored bytes and the library's values meet; nothing else in the application turns one into the other.

An artefact is a folder of files kept as one zip archive. Its address is the SHA-256 over the names and contents of
the files, so that the same files have the same address whatever the compression did.
"""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from luwte.data.content import content_hash
from luwte.data.national import national_holidays, national_municipalities
from luwte.data.places import with_units
from luwte.data.read import read
from luwte.model.dataset import Dataset
from luwte.placement import Policy, load_policy
from luwte.planning import PlanFolder, load_plan
from luwte.planning.files import POLICY, address_of

FIRST_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Parcel:
    """A folder as one piece: its address and its archive."""

    address: str
    content: bytes


def pack(folder: Path) -> Parcel:
    """Put the files of a folder together; folders inside it and files that begin with a dot stay out."""
    files = {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if _belongs(path)}
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as parcel:
        for name, content in files.items():
            parcel.writestr(zipfile.ZipInfo(name, FIRST_ZIP_DAY), content, zipfile.ZIP_DEFLATED)
    return Parcel(address_of(files), archive.getvalue())


def dataset_from(content: bytes) -> Dataset:
    """The dataset in an archive, read and checked as any other input."""
    with TemporaryDirectory() as folder:
        return read(_unpack(content, Path(folder)))


def dataset_of_records(records: Mapping[str, Sequence[Any]]) -> Dataset:
    """The dataset of records by table, as `read` makes it of the same tables, without the findings of reading.

    Municipalities and holidays come from the package where there are none, and the places of units go before those of
    their location.
    """
    tables: dict[str, Any] = {name: tuple(rows) for name, rows in records.items()}
    about = tables.pop("dataset", ())
    described = {name: getattr(about[0], name) for name in about[0].__slots__} if about else {}
    bundled = {"municipalities": national_municipalities, "holidays": national_holidays}
    absent = frozenset(name for name in bundled if not tables.get(name))
    tables |= {name: bundled[name]() for name in absent}
    dataset = Dataset(**described, **tables, bundled=absent)
    dataset = replace(dataset, locations=with_units(dataset.locations, dataset.units))
    return replace(dataset, content_hash=content_hash(dataset))


def plan_from(content: bytes) -> PlanFolder:
    """The plan in an archive."""
    with TemporaryDirectory() as folder:
        return load_plan(_unpack(content, Path(folder)))


def policy_from(content: bytes) -> Policy:
    """The policy that a plan was made with, which lies beside its tables."""
    with TemporaryDirectory() as folder:
        return load_policy(_unpack(content, Path(folder)) / POLICY)


def file_in(content: bytes, name: str) -> bytes | None:
    """One file of an archive, or None where the archive has no such file."""
    with zipfile.ZipFile(io.BytesIO(content)) as parcel:
        return parcel.read(name) if name in parcel.namelist() else None


def _unpack(content: bytes, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(content)) as parcel:
        parcel.extractall(folder)
    return folder


def _belongs(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".")
