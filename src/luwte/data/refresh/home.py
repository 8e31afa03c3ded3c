# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Where refreshed tables are kept, and what is in use before the next refresh."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from luwte.data.national import national_municipalities
from luwte.data.raw import at, error
from luwte.data.read import read
from luwte.data.refresh.changes import known_edition
from luwte.data.refresh.refresh import RECEIPT, Known
from luwte.model.findings import InputRefused
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


def known_in(folder: Path) -> Known:
    """What an earlier refresh wrote there, else what comes with the package; a damaged folder raises InputRefused."""
    receipt = folder / RECEIPT
    if not receipt.is_file():
        municipalities = national_municipalities()
        return Known(municipalities, known_edition(municipalities))
    content = receipt.read_bytes()
    municipalities = read(folder, need=("municipalities",)).municipalities
    edition = known_edition(municipalities, _scores_of(content, receipt.name))
    return Known(municipalities, edition, hashlib.sha256(content).hexdigest())


def _scores_of(content: bytes, name: str) -> int | None:
    try:
        told = json.loads(content)["ses_woa_of"]
    except (ValueError, KeyError, TypeError):
        raise InputRefused((at(BROKEN, name),)) from None
    return told if isinstance(told, int) else None
