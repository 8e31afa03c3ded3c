# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A result of `luwte law` made once more: the same verb is asked the same, and what it writes is compared."""

import io
import json
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import typer
from pydantic import TypeAdapter, ValidationError

from luwte.cli.exits import UsageRefused
from luwte.cli.law import law
from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, InputRefused
from luwte.planning.accounts import written
from luwte.planning.differences import compare
from luwte.planning.faults import DATASET_DIFFERS, RULES_DIFFER
from luwte.planning.verify import check_hashes, check_made_from
from luwte.planning.verify_result import not_a_result, told_by
from luwte.words import N_

ACCOUNTS = "law_*.json"
PLACES_ONLY = ("inputs", "data", "option_files")  # where files lay then: no difference of what was asked
NO_DATA = N_("The tables that this was made from are not found. Give them with --data.")
NO_FILE = N_("{file}, which was given with {option}, is not where it was. Put it back to make this again.")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What an account tells of the question; `files` were given with an option and lie as seen from the folder."""

    verb: str
    options: Mapping[str, list[str]]
    data: str | None = None
    inputs: Mapping[str, str] = field(default_factory=dict)
    option_files: Mapping[str, str | None] = field(default_factory=dict)


ASKED_FORM = TypeAdapter(_Asked)


def law_account(folder: Path) -> str | None:
    """The name of the account of a verb of the law in a folder; None where there is none."""
    return next((path.name for path in sorted(folder.glob(ACCOUNTS))), None)


def verify_law(folder: Path, name: str, data: Path | None) -> tuple[Finding, ...]:
    """Every difference between a result of the law and what its verb makes now; no error among them: it stands.

    Other tables or rules than those of its receipt end the comparison at once.
    """
    files = {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}
    told = told_by(name, files[name])
    found = check_hashes(files, told.files, name)
    again = _made_again(folder, _asked(name, files[name]), data)
    receipt = told_by(name, again[name]).receipt
    found += check_made_from(told.receipt, Dataset(content_hash=receipt.dataset))
    if any(finding.kind is DATASET_DIFFERS for finding in found):
        return found
    if receipt.parameters != told.receipt.parameters:
        return (*found, Finding(RULES_DIFFER))
    return (*found, *compare(files, {**again, name: _with_places_of(files[name], again[name])}))


def _asked(name: str, content: bytes) -> _Asked:
    try:
        return ASKED_FORM.validate_json(content)
    except ValidationError as error:
        raise InputRefused((not_a_result(name, error),)) from None


def _made_again(folder: Path, asked: _Asked, data: Path | None) -> Mapping[str, bytes]:
    """The files that the verb writes now, on the quiet."""
    with TemporaryDirectory() as made:
        out = Path(made, "out")
        words = [asked.verb.removeprefix("law "), *_tables(folder, asked, data), *_options(folder, asked)]
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            typer.main.get_command(law).main([*words, "--out", str(out)], standalone_mode=False)
        return {path.name: path.read_bytes() for path in out.iterdir()}


def _tables(folder: Path, asked: _Asked, data: Path | None) -> list[str]:
    """Where the tables lie now; a result of the tables of the package has none."""
    if data is None and asked.data is None and not asked.inputs:
        return []
    where = data or (folder / asked.data if asked.data else None)
    if where is None or not where.exists():
        raise UsageRefused(NO_DATA)
    return [str(where)]


def _options(folder: Path, asked: _Asked) -> Iterator[str]:
    for option, values in asked.options.items():
        if not option.startswith("-"):
            yield from values
            continue
        for value in values:
            yield f"{option}={value}"
        if not values:
            yield option
    for option, file in asked.option_files.items():
        if file is None or not (folder / file).exists():
            raise UsageRefused(NO_FILE, file=file or "?", option=option)
        yield f"{option}={folder / file}"


def _with_places_of(stored: bytes, again: bytes) -> bytes:
    """The account made again, with files where they lay then."""
    then, now = json.loads(stored), json.loads(again)
    return written({name: then.get(name) if name in PLACES_ONLY else value for name, value in now.items()})
