# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Refreshed tables as files, with a receipt that tells where each comes from."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import datetime

from luwte.data.refresh import asylum, outlines
from luwte.data.refresh import changes as differences
from luwte.data.refresh.contract import Contract
from luwte.data.refresh.refresh import SHAPES, Refreshed
from luwte.data.refresh.written import csv_bytes
from luwte.data.rows import rows_of
from luwte.model.dataset import Dataset

RECEIPT = "refresh.json"
MUNICIPALITIES = "municipalities.csv"
REQUESTS = "beside/asylum_requests.csv"
BOUNDARIES = "beside/boundaries.geojson"
CHANGES = "beside/changes.csv"
LICENCE = "CC BY 4.0: CBS; CBS, Kadaster and PDOK (boundaries)"


def files(refreshed: Refreshed, contract: Contract, *, software: str, on: datetime) -> Mapping[str, bytes]:
    """The tables by name, and their receipt; `on` is when they were asked."""
    header, rows = rows_of(Dataset(municipalities=refreshed.country.municipalities), "municipalities")
    tables = {
        MUNICIPALITIES: csv_bytes(header, rows),
        REQUESTS: asylum.as_csv(refreshed.months),
        BOUNDARIES: outlines.as_geojson(refreshed.shapes),
        CHANGES: differences.as_csv(refreshed.changes),
    }
    receipt = {
        "verb": "refresh",
        "software": software,
        "asked_on": on.isoformat(timespec="seconds"),
        "inhabitants_on": refreshed.editions.of(differences.COUNT),
        "ses_woa_of": refreshed.editions.scores_of,
        "requests_to": refreshed.editions.requests_to,
        "division_of": contract.edition,
        "parents": [refreshed.before.receipt] if refreshed.before.receipt else [],
        "sources": list(_sources(refreshed, contract)),
        "licence": LICENCE,
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in tables.items()},
    }
    return tables | {RECEIPT: (json.dumps(receipt, indent=1, ensure_ascii=False) + "\n").encode()}


def _sources(refreshed: Refreshed, contract: Contract) -> Iterator[Mapping[str, object]]:
    """Each table with its title, when it was last changed, and how many rows came."""
    for table in refreshed.fetched.values():
        yield {"table": table.id, "title": table.title, "modified": table.modified, "rows": len(table.rows)}
    edition, shapes = str(contract.edition), len(refreshed.shapes)
    yield {"table": outlines.SOURCE, "title": SHAPES, "modified": edition, "rows": shapes}
