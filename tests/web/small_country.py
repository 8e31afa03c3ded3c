# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A small example country with its plan, made once for all tests that need pages."""

import atexit
import json
import os
import shutil
import tempfile
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path

from luwte.data import read
from luwte.data.example import make_example, write_example
from luwte.placement import load_policy
from luwte.placement.policy import BUNDLED
from luwte.planning import Request, files_of, load_plan, plan
from luwte.planning.files import ACCOUNT, POLICY, REPORT

SCALE = Fraction("0.02")
MADE = "LUWTE_SMALL_COUNTRY"  # the folder in which the process that started this one made it


@dataclass(frozen=True)
class Folders:
    """Where the tables and the plan made from them lie."""

    tables: Path
    plan: Path

    @classmethod
    def within(cls, folder: Path) -> "Folders":
        """Both in one folder."""
        return cls(folder / "tables", folder / "plan")


@cache
def small_country() -> Folders:
    """The example at a fiftieth of its size, planned; made once in a process, and not where it is given."""
    if given := os.environ.get(MADE):
        return Folders.within(Path(given))
    folder = Path(tempfile.mkdtemp(prefix="luwte-small-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    folders = Folders.within(folder)
    write_example(make_example(scale=SCALE), folders.tables, replace=False)
    dataset = read(folders.tables)
    assert dataset.reference_date is not None
    made = plan(dataset, dataset.reference_date, policy=load_policy(None))
    folders.plan.mkdir()
    beside = {REPORT: b"<!doctype html><title>report</title>", POLICY: BUNDLED.read_bytes()}
    for name, content in files_of(made, request=Request(), inputs={}, beside=beside).items():
        (folders.plan / name).write_bytes(content)
    return folders


def as_if_real(folders: Folders, folder: Path) -> Folders:
    """The same country and plan, but with tables that say that people and locations are real."""
    real = Folders.within(folder)
    shutil.copytree(folders.tables, real.tables)
    shutil.copytree(folders.plan, real.plan)
    described = real.tables / "dataset.csv"
    described.write_text(described.read_text().replace(",yes,", ",no,"))
    hash_now = read(real.tables).content_hash
    account = json.loads((real.plan / ACCOUNT).read_text())
    account["summary"]["synthetic"] = False
    account["summary"]["receipt"]["dataset"] = hash_now
    (real.plan / ACCOUNT).write_text(json.dumps(account))
    assert load_plan(real.plan).receipt.dataset == hash_now
    return real
