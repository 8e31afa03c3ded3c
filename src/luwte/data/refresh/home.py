# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Where refreshed tables are kept, and what is in use before the next refresh."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from luwte.data.national import national_municipalities, requests_by_year
from luwte.data.raw import at, error
from luwte.data.read import read
from luwte.data.refresh.changes import Editions
from luwte.data.refresh.counts import newest_day
from luwte.data.refresh.files import RECEIPT
from luwte.data.refresh.refresh import Known
from luwte.model.findings import InputRefused
from luwte.model.geography import Municipality
from luwte.words import N_

FOLDER = "national"
DEFAULT_HOME = "var"

BROKEN = error(
    "refresh.receipt_broken",
    N_("The receipt of the earlier refresh cannot be read, so it is not known which edition its tables are."),
    N_("Remove the folder, or choose another one with --into."),
)
KINDS = (BROKEN,)


def national_home(env: Mapping[str, str]) -> Path:
    """The folder `national` in the data folder of this installation (`LUWTE_HOME`, else `var`)."""
    return Path(env.get("LUWTE_HOME") or DEFAULT_HOME).absolute() / FOLDER


def bundled() -> Known:
    """What comes with the package: counts and requests, and no scores."""
    municipalities, year = national_municipalities(), requests_by_year()[-1].year
    return Known(municipalities, Editions(newest_day(municipalities), None, f"{year}-12"))


def known_in(folder: Path) -> Known:
    """What an earlier refresh wrote there, else what comes with the package; a damaged folder raises InputRefused."""
    receipt = folder / RECEIPT
    if not receipt.is_file():
        return bundled()
    content = receipt.read_bytes()
    municipalities = read(folder, need=("municipalities",)).municipalities
    return Known(municipalities, _editions(content, municipalities), hashlib.sha256(content).hexdigest())


def _editions(content: bytes, municipalities: Sequence[Municipality]) -> Editions:
    try:
        told = json.loads(content)
        return Editions(newest_day(municipalities), told["ses_woa_of"], told["requests_to"])
    except (ValueError, KeyError, TypeError):
        raise InputRefused((at(BROKEN, RECEIPT),)) from None
