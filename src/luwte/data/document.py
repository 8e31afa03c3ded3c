# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Pages about the tables, made from their schemas: `python -m luwte.data.document` writes `docs/data/`."""

import sys

from luwte.data.schema import Table, input_tables


def readme() -> str:
    """The page that comes with empty templates: every table in both languages."""
    return "\n".join(page(table) for table in input_tables().values())


def page(table: Table) -> str:
    """A table in Markdown."""
    return f"# {table.table}\n"


if __name__ == "__main__":
    sys.exit()
