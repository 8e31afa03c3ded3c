# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Pages about the tables, made from their schemas."""

from collections.abc import Mapping

from luwte.data.schema import Column, Table, Type, input_tables, output_tables

HEADER = "<!-- SPDX-FileCopyrightText: 2026 The Luwte authors -->\n<!-- SPDX-License-Identifier: EUPL-1.2 -->\n"
MADE = "<!-- Made from the schemas in src/luwte/data/tables by `python -m luwte.data.document`; edit those. -->\n"

FORMS = {
    Type.KEY: "key",
    Type.TEXT: "text",
    Type.CODE: "code",
    Type.INTEGER: "whole number",
    Type.DECIMAL: "decimal",
    Type.DATE: "date YYYY-MM-DD",
    Type.MONTH: "month YYYY-MM",
    Type.YES_NO: "`yes`, `no`",
    Type.CHOICE: "",
    Type.LIST: "list separated by a bar",
}
NEEDED = {"cell": "every cell", "column": "the column", "no": ""}

RULES = """\
A dataset is a folder of CSV files (UTF-8, comma, ISO dates, decimals with a point, `yes` and `no`, lists separated by
`|`), the same as Parquet, or one workbook (.xlsx) with a sheet per table. Every table is optional for `distribute`;
`place` and `plan` need locations, households and persons. An unknown column or file is a warning. Anything wrong is an
error that names file, row, column, value and mend, all of them at once, and nothing is computed.

- Whole numbers are at most 1,000,000 unless a bound is given; dates lie in the years 1900 to 2200.
- Rows are counted as in a spreadsheet: the header is row 1.
- Where units are given for a group at a location, the sum of those in use replaces the location's places for that
  group; a difference is a warning.
- The content hash is the same for CSV, XLSX and Parquet and for any order of columns. The order of rows counts, since
  it can decide between equally good answers. An absent table equals an empty one.
"""


def pages() -> Mapping[str, str]:
    """The text of every page by file name."""
    tables = [*input_tables().values(), *output_tables().values()]
    return {"README.md": _index()} | {f"{table.table}.md": HEADER + MADE + "\n" + page(table) for table in tables}


def readme() -> str:
    """The page that goes with empty templates: the rules and every table of a dataset."""
    return "# Templates\n\n" + RULES + "".join(f"\n{page(table, level=2)}" for table in input_tables().values())


def page(table: Table, level: int = 1) -> str:
    """One table: what it is, in English and Dutch, and what each column holds."""
    title = f"{'#' * level} {table.table}.csv\n\n{table.en}\n\n*{table.nl}*\n"
    key = f"\nKey: {', '.join(f'`{name}`' for name in table.key)}.\n" if table.key else ""
    head = "\n| Column | Holds | Needed | Meaning | Betekenis |\n|---|---|---|---|---|\n"
    return title + key + head + "".join(map(_row, table.columns))


def _row(column: Column) -> str:
    name = f"`{column.name}`" + (f", `{column.name}_YYYY_MM_DD`" if column.dated else "")
    return f"| {name} | {_holds(column)} | {NEEDED[column.needed]} | {column.en} | {column.nl} |\n"


def _holds(column: Column) -> str:
    """What may stand in a cell: form, codes, bounds, unit and reference."""
    parts = [FORMS[column.type], " ".join(f"`{choice}`" for choice in column.choices)]
    if column.pattern:
        parts.append(f"`{column.pattern}`".replace("|", "` or `"))
    if column.also:
        parts.append(f"`{column.also.replace('.+', '<code>')}`")
    bounds = {"at least": column.minimum, "above": column.above, "at most": column.maximum}
    parts += [f"{word} {bound}" for word, bound in bounds.items() if bound is not None]
    parts += [column.unit] if column.unit else []
    parts += [f"refers to `{column.references}`"] if column.references else []
    return ", ".join(part for part in parts if part)


def _index() -> str:
    inputs = "".join(f"| [{name}.csv]({name}.md) | {table.en} |\n" for name, table in input_tables().items())
    outputs = "".join(f"| [{name}.csv]({name}.md) | {table.en} |\n" for name, table in output_tables().items())
    head = "| Table | What |\n|---|---|\n"
    tables = f"## In\n\n{head}{inputs}\n## Out: what `luwte plan` writes\n\n{head}{outputs}"
    return "\n".join([HEADER + MADE, "# The tables\n", RULES, tables])
