# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What was promised and asked: bundled, real, each with its source; the one table of the example that is not synthetic."""

from pathlib import Path

from luwte.data.csv_files import read_csv
from luwte.model.pledges import Commitment

FILE = Path(__file__).with_name("commitments.csv")


def bundled_commitments() -> tuple[Commitment, ...]:
    """The commitments that come with the package."""
    return ()
