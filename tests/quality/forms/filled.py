# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Fill in a form as a phone does: by the names in the XForm that pyxform made, and hand it out as the servers do."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import xlsxwriter

from luwte.model.dataset import Dataset
from luwte.model.places import PlaceGroup
from luwte.model.quality import Assessment
from luwte.quality.catalogue import Profile, load_catalogue
from luwte.quality.forms import Form, form_of
from luwte.reporting.forms.xlsform import xform, xlsform
from quality.norms import DAY, site

XFORMS = "{http://www.w3.org/2002/xforms}"
TODAY = date(2026, 11, 20)
COUNTRY = Dataset(reference_date=DAY, locations=(site(),))
Row = Mapping[str, str]


def the_form(profile: Profile = Profile.EMERGENCY, *groups: PlaceGroup) -> Form:
    """A form about the one location."""
    return form_of(load_catalogue(), profile, DAY, groups=groups, locations=COUNTRY.locations)


def binds(form: Form) -> list[dict[str, str]]:
    """What the XForm of a form says of each question."""
    root = ElementTree.fromstring(xform(xlsform(form)))  # noqa: S314 - pyxform made it of our own form
    return [dict(bind.attrib) for bind in root.iter(f"{XFORMS}bind")]


@cache
def paths() -> tuple[tuple[str, ...], ...]:
    """The path of every question in the XForm of the short visit."""
    return tuple(tuple(bind["nodeset"].split("/")[2:]) for bind in binds(the_form()))


@cache
def calculated() -> Mapping[str, str]:
    """What the form fills in by itself."""
    filled = (bind for bind in binds(the_form()) if bind.get("calculate", "").startswith("'"))
    return {bind["nodeset"].rsplit("/", 1)[1]: bind["calculate"].strip("'") for bind in filled}


def submissions(answers: Iterable[Assessment]) -> list[dict[str, str]]:
    """One form for each visit, cells by the last part of their path."""
    forms: dict[tuple[object, ...], dict[str, str]] = {}
    names = {path[-1] for path in paths()}
    for one in answers:
        visit = (one.location, one.group, one.date, one.method, one.assessor)
        told = zip(("location", "group", "date", "method", "assessor"), visit, strict=True)
        form = forms.setdefault(visit, {**calculated(), **{name: str(value or "") for name, value in told}})
        asked = one.indicator.replace("-", "_")
        parts = {asked: one.answer.value, f"{asked}_value": one.value, f"{asked}_note": one.note}
        form |= {name: text for name, text in parts.items() if text}
        assert set(form) <= names
    return list(forms.values())


def exported(
    rows: Sequence[Row], between: str = "-", *, groups: bool = True, more: Row | None = None
) -> list[list[str]]:
    """Header and rows as a server writes them; `more` are columns of its own."""
    own = {"KEY": "uuid:1", **(more or {})}
    header = [between.join(path) if groups else path[-1] for path in paths()]
    cells = [[*(row.get(path[-1], "") for path in paths()), *own.values()] for row in rows]
    return [[*header, *own], *cells]


def as_csv(path: Path, table: Sequence[Sequence[str]], separator: str = ",") -> Path:
    """The table as ODK (comma) or KoboToolbox (semicolon, everything quoted) writes it."""
    text = io.StringIO()
    quoting = csv.QUOTE_ALL if separator == ";" else csv.QUOTE_MINIMAL
    csv.writer(text, delimiter=separator, quoting=quoting).writerows(table)
    path.write_text(text.getvalue(), encoding="utf-8")
    return path


def as_xlsx(path: Path, table: Sequence[Sequence[str]]) -> Path:
    """The table as a workbook, with days as days."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet, days = book.add_worksheet("visit"), book.add_format({"num_format": "yyyy-mm-dd"})
        for number, row in enumerate(table):
            for position, cell in enumerate(row):
                if number and table[0][position].endswith("date"):
                    sheet.write_datetime(number, position, date.fromisoformat(cell), days)
                else:
                    sheet.write_string(number, position, cell)
    return path
