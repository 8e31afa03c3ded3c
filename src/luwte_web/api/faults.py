# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What can be wrong with a request, as kinds of findings; what pydantic finds is told in these words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from luwte.data.raw import error
from luwte.model.findings import FindingKind
from luwte.words import N_

MISSING = error("api.missing", N_("This is missing."), N_("Fill it in."))
NOT_A_NUMBER = error("api.not_a_number", N_("This is not a whole number."), N_("Write digits only."))
NOT_A_DATE = error("api.not_a_date", N_("This is not a date."), N_("Write it as YYYY-MM-DD."))
NOT_A_MOMENT = error(
    "api.not_a_moment",
    N_("This is not a moment with its offset from UTC."),
    N_("Write it as YYYY-MM-DDThh:mm:ssZ, or with an offset such as +01:00."),
)
NOT_A_CHOICE = error("api.not_a_choice", N_("This is none of the choices."), N_("Choose one of: {expected}."))
NOT_YES_OR_NO = error("api.not_yes_or_no", N_("This is neither true nor false."), N_("Write true or false."))
NOT_A_TEXT = error("api.not_a_text", N_("This is not a text."), N_("Write it between quotation marks."))
TOO_SMALL = error("api.too_small", N_("This is too small."), N_("The smallest is {ge}."))
TOO_LARGE = error("api.too_large", N_("This is too large."), N_("The largest is {le}."))
TOO_SHORT = error("api.too_short", N_("This is too short."), N_("Write at least {min_length}."))
TOO_LONG = error("api.too_long", N_("This is too long."), N_("Write at most {max_length}."))
NO_FORM = error("api.not_the_form", N_("This does not have the form that is asked."), N_("The form is {pattern}."))
UNKNOWN = error("api.unknown", N_("Nobody asks for this here."), N_("Leave it out, or check how it is spelled."))
TWICE = error("api.given_twice", N_("This is given more than once."), N_("Give it once."))
NO_FILES = error("api.no_files", N_("There is no file in the request."), N_("Add tables as parts named files."))
HEARD_OR_NOT = error(
    "api.heard_or_why_not",
    N_("A child was heard on a day, or there is a reason why not."),
    N_("Give heard_on or not_heard_because, one of the two."),
)
NOT_SO = error("api.not_so", N_("This cannot stand here."), N_("Look in the description of the API what can."))
KINDS = (
    MISSING,
    NOT_A_NUMBER,
    NOT_A_DATE,
    NOT_A_MOMENT,
    NOT_A_CHOICE,
    NOT_YES_OR_NO,
    NOT_A_TEXT,
    TOO_SMALL,
    TOO_LARGE,
    TOO_SHORT,
    TOO_LONG,
    NO_FORM,
    UNKNOWN,
    TWICE,
    NO_FILES,
    HEARD_OR_NOT,
    NOT_SO,
)

SAID: Mapping[str, FindingKind] = {
    "missing": MISSING,
    "int_parsing": NOT_A_NUMBER,
    "int_parsing_size": NOT_A_NUMBER,
    "int_from_float": NOT_A_NUMBER,
    "int_type": NOT_A_NUMBER,
    "date_type": NOT_A_DATE,
    "date_parsing": NOT_A_DATE,
    "date_from_datetime_parsing": NOT_A_DATE,
    "date_from_datetime_inexact": NOT_A_DATE,
    "datetime_type": NOT_A_MOMENT,
    "datetime_parsing": NOT_A_MOMENT,
    "datetime_from_date_parsing": NOT_A_MOMENT,
    "timezone_aware": NOT_A_MOMENT,
    "literal_error": NOT_A_CHOICE,
    "enum": NOT_A_CHOICE,
    "bool_parsing": NOT_YES_OR_NO,
    "bool_type": NOT_YES_OR_NO,
    "string_type": NOT_A_TEXT,
    "greater_than_equal": TOO_SMALL,
    "less_than_equal": TOO_LARGE,
    "string_too_short": TOO_SHORT,
    "too_short": TOO_SHORT,
    "string_too_long": TOO_LONG,
    "too_long": TOO_LONG,
    "string_pattern_mismatch": NO_FORM,
    "extra_forbidden": UNKNOWN,
    "given_twice": TWICE,
    "heard_or_why_not": HEARD_OR_NOT,
}
OF_THE_BODY = ("body", "form", "file")


def told(
    errors: Sequence[Mapping[str, Any]],
) -> Iterator[tuple[FindingKind, Mapping[str, str], str | None, str | None]]:
    """Kind, parameters, pointer into the body and name of the parameter of each error of pydantic."""
    for each in errors:
        where, *path = (str(part) for part in each["loc"])
        params = {name: str(value) for name, value in each.get("ctx", {}).items()}
        kind = SAID.get(each["type"], NOT_SO)
        if where in OF_THE_BODY:
            inside = path[1:] if where == "body" else path
            yield kind, params, "#" + "".join(f"/{_escaped(part)}" for part in inside), None
        else:
            yield kind, params, None, ".".join(path)


def _escaped(part: str) -> str:
    """A step of a JSON pointer (RFC 6901)."""
    return part.replace("~", "~0").replace("/", "~1")
