# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The example country of `luwte demo`: made once, planned once, kept in the data folder and in the database."""

from fractions import Fraction

from luwte.cli.language import Language
from luwte.model.progress import Progress
from luwte_web.artefacts import selectors

TABLES, PLAN = "example", "example-plan"


def publish_where_missing(scale: Fraction, language: Language, progress: Progress) -> None:
    """Make, plan and publish the example, unless a plan is shown already."""
    if selectors.shown() is None:
        pass
