# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Values as requests and answers write them: one form for each, and any other is refused."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Annotated, Any

from ninja import Schema
from pydantic import AfterValidator, AwareDatetime, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from luwte.data.cells import LONGEST_KEY, LONGEST_TEXT

ONE_LINE = r"^[^\x00-\x1f\x7f]*$"
NO_NULLS = r"^[^\x00]*$"  # which no database keeps
SOMETHING = r"^[^\x00]*[^\x00\s][^\x00]*$"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})", re.ASCII)
DIGITS = re.compile(r"-?\d{1,18}", re.ASCII)
EXACT = {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}


def _only(form: re.Pattern[str], said: str) -> Callable[[Any], Any]:
    """Let through what is written in one form; what is no text is judged by its type."""

    def judge(value: Any) -> Any:
        if isinstance(value, str) and not form.fullmatch(value):
            raise PydanticCustomError(said, "another form")  # type: ignore[arg-type]
        return value

    return judge


def _written(value: Any) -> Any:
    if not isinstance(value, str | date):
        raise PydanticCustomError("date_type", "no text")
    return value


def _in_utc(moment: datetime) -> datetime:
    """The same moment in UTC; of one that lies before or after all days, the first or the last."""
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return (datetime.min if moment.year == 1 else datetime.max).replace(tzinfo=UTC)


Key = Annotated[str, StringConstraints(max_length=LONGEST_KEY, pattern=ONE_LINE)]
Text = Annotated[str, StringConstraints(max_length=LONGEST_TEXT, pattern=NO_NULLS)]
Reason = Annotated[str, StringConstraints(max_length=LONGEST_TEXT, pattern=SOMETHING)]
Whole = Annotated[int, BeforeValidator(_only(DIGITS, "int_parsing"))]
Day = Annotated[date, BeforeValidator(_only(DAY, "date_parsing")), BeforeValidator(_written)]
Moment = Annotated[
    AwareDatetime,
    AfterValidator(_in_utc),
    BeforeValidator(_only(MOMENT, "datetime_parsing")),
    BeforeValidator(_written),
]
Exact = Annotated[str, WithJsonSchema(EXACT)]


class Given(Schema):
    """What a request gives, and nothing beside it: a slip of the pen is told, not passed over."""

    model_config = ConfigDict(extra="forbid")
