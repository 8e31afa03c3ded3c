# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Fresh national tables from CBS and PDOK; `online`, which uses the network, is loaded by who asks for it."""

from luwte.data.refresh.answers import Answers, Saved
from luwte.data.refresh.contract import Contract, read_contract
from luwte.data.refresh.files import RECEIPT, files
from luwte.data.refresh.home import known_in, national_home
from luwte.data.refresh.refresh import Known, Refreshed, refresh

__all__ = [
    "RECEIPT",
    "Answers",
    "Contract",
    "Known",
    "Refreshed",
    "Saved",
    "files",
    "known_in",
    "national_home",
    "read_contract",
    "refresh",
]
