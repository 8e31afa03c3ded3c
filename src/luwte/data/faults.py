# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What is wrong with a cell that was not accepted, and how to mend it: the errors people really make are named."""

import difflib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from luwte.data.raw import error
from luwte.data.schema import Column, Type
from luwte.data.synonyms import CODES_FOR_DUTCH
from luwte.model.findings import FindingKind
from luwte.words import N_

MAX_INTEGER = 1_000_000
FIRST_YEAR, LAST_YEAR = 1900, 2200
EXCEL_DAY_ZERO = date(1899, 12, 30)  # day 0 of the 1900 date system of spreadsheets

EMPTY = error("cell_empty", N_("The cell is empty, and a value is needed."), N_("Fill it."))
BLANKS = error("cell_blanks", N_("There are blanks before or after the value."), N_("Remove the blanks."))
INVISIBLE = error(
    "cell_invisible", N_("The value holds a character that cannot be seen ({character})."), N_("Type the value again.")
)
TOO_LONG = error("cell_too_long", N_("The value is {length} characters long."), N_("Make it shorter."))
NUMBER = error("cell_number", N_("This is not a number."), N_("Write a number with digits, such as 12."))
NOT_FINITE = error(
    "cell_not_finite",
    N_("This is not a number that can be computed with."),
    N_("Write a number, or leave the cell empty if it is not known."),
)
DECIMAL_COMMA = error(
    "cell_decimal_comma", N_("The number has a decimal comma."), N_("Write it with a point: {better}.")
)
THOUSANDS = error(
    "cell_thousands", N_("The number has separators between the thousands."), N_("Write it without: {better}.")
)
EXPONENT = error("cell_exponent", N_("The number is written with an exponent."), N_("Write it in full: {better}."))
UNIT = error("cell_unit", N_("There is more in the cell than a number."), N_("Leave the unit out: {better}."))
FRACTION = error("cell_fraction", N_("A whole number is needed."), N_("Write it without decimals."))
ZEROS = error("cell_zeros", N_("The number begins with a plus sign or with noughts."), N_("Write it as {better}."))
TOO_PRECISE = error("cell_too_precise", N_("The number has more digits than can be meant."), N_("Round it."))
BELOW = error("cell_below", N_("The number is too small: it must be at least {bound}."), N_("Check the number."))
NOT_ABOVE = error("cell_not_above", N_("The number is too small: it must be above {bound}."), N_("Check the number."))
TOO_LARGE = error("cell_too_large", N_("The number is too large: it can be at most {bound}."), N_("Check the number."))
DAY_FIRST = error("cell_day_first", N_("The date is written day first."), N_("Write year, month, day: {better}."))
DATE_FORM = error("cell_date_form", N_("The date is not written as YYYY-MM-DD."), N_("Write it as {better}."))
DATE_TIME = error("cell_date_time", N_("There is a time of day beside the date."), N_("Leave the time out: {better}."))
SERIAL = error(
    "cell_serial",
    N_("This is a number, perhaps a date that a spreadsheet turned into one."),
    N_("Write the date itself: {better}."),
)
MADE_A_DATE = error(
    "cell_made_a_date",
    N_("The spreadsheet made a date of this cell."),
    N_("Format the cell as text and type the value again."),
)
CELL_ERROR = error(
    "cell_error", N_("The spreadsheet shows an error here."), N_("Mend the formula, or leave the cell empty.")
)
NO_SUCH_DAY = error("cell_no_such_day", N_("There is no such day."), N_("Check day and month."))
YEAR = error("cell_year", N_("The year lies outside 1900 to 2200."), N_("Check the year."))
DATE = error("cell_date", N_("This is not a date."), N_("Write year, month, day, such as 2026-12-31."))
MONTH = error("cell_month", N_("This is not a month."), N_("Write year and month, such as 2015-03."))
MONTH_WITH_DAY = error(
    "cell_month_with_day", N_("There is a day beside the month; only the month may be kept."), N_("Write {better}.")
)
MONTH_FORM = error("cell_month_form", N_("The month is not written as YYYY-MM."), N_("Write it as {better}."))
YES_NO = error(
    "cell_yes_no",
    N_("The answer is neither yes nor no."),
    N_("Write yes or no, in English and in small letters, or leave the cell empty."),
)
YES_NO_KNOWN = error("cell_yes_no_known", N_("The answer is not written as yes or no."), N_("Write {better}."))
CHOICE = error("cell_choice", N_("This is not one of the codes of the column."), N_("Choose one of {choices}."))
CHOICE_NEAR = error(
    "cell_choice_near",
    N_("This is not one of the codes of the column."),
    N_("Perhaps {better} is meant; choose one of {choices}."),
)
CODE = error(
    "cell_code", N_("This is not a code of the form {form}."), N_("Look the code up in the table of municipalities.")
)
CODE_NEAR = error("cell_code_near", N_("This is not a code of the form {form}."), N_("Perhaps {better} is meant."))
LIST_SIGN = error(
    "cell_list_sign", N_("The items of the list are not separated by a bar (|)."), N_("Write it as {better}.")
)
LIST_EMPTY = error("cell_list_empty", N_("The list has an empty item."), N_("Write it as {better}."))
LIST_TWICE = error("cell_list_twice", N_("An item stands in the list more than once."), N_("Write it as {better}."))
LIST_ITEM = error("cell_list_item", N_("{item} is not one of the codes of the column."), N_("Choose from {choices}."))

KINDS = (
    EMPTY, BLANKS, INVISIBLE, TOO_LONG, NUMBER, NOT_FINITE, DECIMAL_COMMA, THOUSANDS, EXPONENT, UNIT, FRACTION, ZEROS,
    TOO_PRECISE, BELOW, NOT_ABOVE, TOO_LARGE, DAY_FIRST, DATE_FORM, DATE_TIME, SERIAL, MADE_A_DATE, CELL_ERROR,
    NO_SUCH_DAY, YEAR, DATE, MONTH,
    MONTH_WITH_DAY, MONTH_FORM, YES_NO, YES_NO_KNOWN, CHOICE, CHOICE_NEAR, CODE, CODE_NEAR, LIST_SIGN, LIST_EMPTY,
    LIST_TWICE, LIST_ITEM,
)  # fmt: skip

TRUE_WORDS = frozenset({"ja", "j", "yes", "y", "true", "waar", "1", "x", "1.0"})
FALSE_WORDS = frozenset({"nee", "n", "no", "false", "onwaar", "0", "neen", "0.0"})
SPREADSHEET_ERROR = re.compile(r"#(?:N/[AB]|GETTING_DATA|[A-Z0/_]+[!?])")  # #N/A, #REF!, #VERW!, #DEEL/0!
MIDNIGHT = re.compile(r"(\d{4}-\d{2}-\d{2}) 00:00:00")  # a date as a spreadsheet keeps it
DUTCH_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one text, apart from where it stands."""

    kind: FindingKind
    params: Mapping[str, str] = field(default_factory=dict)


def out_of_bounds(column: Column, value: int | Decimal) -> Fault | None:
    """Whether a number lies outside what the column allows."""
    if column.above is not None and value <= column.above:
        return Fault(NOT_ABOVE, {"bound": str(column.above)})
    if column.minimum is not None and value < column.minimum:
        return Fault(BELOW, {"bound": str(column.minimum)})
    if (most := column.maximum if column.maximum is not None else Decimal(MAX_INTEGER)) < value:
        return Fault(TOO_LARGE, {"bound": str(most)})
    return None


def diagnose(column: Column, text: str) -> Fault:
    """The fault of a text that is not in the accepted form of its column."""
    if unseen := next((sign for sign in text.replace("\n", "") if not sign.isprintable()), None):
        return Fault(INVISIBLE, {"character": f"U+{ord(unseen):04X} {unicodedata.name(unseen, '')}".strip()})
    if text != text.strip():
        return Fault(BLANKS)
    if any(SPREADSHEET_ERROR.fullmatch(item) for item in text.split("|")):
        return Fault(CELL_ERROR)
    if MIDNIGHT.fullmatch(text) and column.type not in (Type.DATE, Type.MONTH):
        return Fault(MADE_A_DATE)
    match column.type:
        case Type.INTEGER | Type.DECIMAL:
            return _number(column, text)
        case Type.DATE:
            return _date(text)
        case Type.MONTH:
            return _month(text)
        case Type.YES_NO:
            return _yes_no(text)
        case Type.CHOICE:
            return _choice(column, text)
        case Type.CODE:
            return _code(column, text)
        case Type.LIST:
            return _list(column, text)
        case _:
            return Fault(TOO_LONG, {"length": str(len(text))})


def _number(column: Column, text: str) -> Fault:
    bare = re.sub(
        r"^(?:EUR|€)\s*|\s*(?:EUR|€|%|km|m2|jaar|years?|pers(?:onen|ons?)?|plekken|places)$", "", text, flags=re.I
    )
    if text.lower().lstrip("+-") in (
        "nan",
        "inf",
        "infinity",
        "#n/a",
        "n/a",
        "#ref!",
        "#value!",
        "#waarde!",
        "null",
        "none",
    ):
        return Fault(NOT_FINITE)
    if bare != text and re.fullmatch(r"-?[\d.,]+", bare):
        return Fault(UNIT, {"better": bare})
    if not text.isascii():
        return Fault(NUMBER)
    if re.fullmatch(r"[+-]?\d+(?:[.,]\d+)?[eE][+-]?\d{1,3}", text):
        return Fault(EXPONENT, {"better": f"{Decimal(text.replace(',', '.')):f}"[:40]})
    if re.fullmatch(r"-?\d{1,3}(?:[.' ]\d{3})+(?:,\d+)?", text) and not re.fullmatch(r"-?0\.\d+", text):
        return Fault(THOUSANDS, {"better": re.sub(r"[.' ]", "", text).replace(",", ".")})
    if re.fullmatch(r"-?\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|-?\d{1,3}(?:,\d{3})+\.\d+", text):
        return Fault(THOUSANDS, {"better": text.replace(",", "")})
    if re.fullmatch(r"[+-]?\d+,\d+", text):
        return Fault(DECIMAL_COMMA, {"better": text.replace(",", ".")})
    if re.fullmatch(r"[+]?-?0*\d+", text):
        return (
            Fault(ZEROS, {"better": str(int(text))})
            if len(text) < 20
            else Fault(TOO_LARGE, {"bound": str(MAX_INTEGER)})
        )
    if re.fullmatch(r"[+-]?\d*\.\d*", text) and text.strip("+-."):
        if column.type is Type.INTEGER:
            return Fault(FRACTION)
        plain = re.fullmatch(r"-?(?:0|[1-9]\d*)\.\d+", text)
        return Fault(TOO_PRECISE) if plain else Fault(ZEROS, {"better": f"{Decimal(text):f}"})
    return Fault(NUMBER)


def _date(text: str) -> Fault:
    if found := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", text):
        day, month, year = map(int, found.groups())
        return _better(DAY_FIRST, year, month, day)
    if found := re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?", text):
        year, month, day = map(int, found.groups())
        return _better(DATE_TIME if ":" in text else DATE_FORM, year, month, day)
    if found := re.fullmatch(r"(\d{4})(\d{2})(\d{2})", text):
        year, month, day = map(int, found.groups())
        return _better(DATE_FORM, year, month, day)
    if re.fullmatch(r"\d{5}(?:\.\d+)?", text):
        meant = EXCEL_DAY_ZERO + timedelta(days=int(text[:5]))
        return Fault(SERIAL, {"better": meant.isoformat()})
    if found := re.fullmatch(r"(\d{1,2}) ([A-Za-z]{3})[A-Za-z]*\.? (\d{4})", text):
        name = found[2].lower().replace("maa", "mrt")
        if name in DUTCH_MONTHS:
            return _better(DATE_FORM, int(found[3]), DUTCH_MONTHS.index(name) + 1, int(found[1]))
    return Fault(DATE)


def _better(kind: FindingKind, year: int, month: int, day: int) -> Fault:
    """The fault of a date whose parts are known: its form, its year, or that the day does not exist."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Fault(YEAR)
    try:
        return Fault(kind, {"better": date(year, month, day).isoformat()})
    except ValueError:
        return Fault(NO_SUCH_DAY)


def _month(text: str) -> Fault:
    if found := re.fullmatch(r"(\d{4})-(\d{2})-\d{2}(?:[T ].*)?", text):
        return Fault(MONTH_WITH_DAY, {"better": f"{found[1]}-{found[2]}"})
    if found := re.fullmatch(r"\d{1,2}[-/.](\d{1,2})[-/.](\d{4})", text):
        return Fault(MONTH_WITH_DAY, {"better": f"{found[2]}-{int(found[1]):02d}"})
    if found := re.fullmatch(r"(\d{1,2})[-/.](\d{4})", text):
        return Fault(MONTH_FORM, {"better": f"{found[2]}-{int(found[1]):02d}"})
    if found := re.fullmatch(r"(\d{4})[-/.]?(\d{1,2})", text):
        if not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
            return Fault(YEAR)
        better = f"{found[1]}-{int(found[2]):02d}"
        return Fault(MONTH) if better == text else Fault(MONTH_FORM, {"better": better})
    return Fault(MONTH)


def _yes_no(text: str) -> Fault:
    if text.lower() in TRUE_WORDS:
        return Fault(YES_NO_KNOWN, {"better": "yes"})
    if text.lower() in FALSE_WORDS:
        return Fault(YES_NO_KNOWN, {"better": "no"})
    return Fault(YES_NO)


def _choice(column: Column, text: str) -> Fault:
    choices = ", ".join(column.choices)
    plain = text.lower().replace(" ", "_").replace("-", "_")
    dutch = CODES_FOR_DUTCH.get(text.lower())
    near = [dutch] if dutch in column.choices else difflib.get_close_matches(plain, column.choices, n=1, cutoff=0.75)
    if near:
        return Fault(CHOICE_NEAR, {"better": str(near[0]), "choices": choices})
    return Fault(CHOICE, {"choices": choices})


def _code(column: Column, text: str) -> Fault:
    form = (column.pattern or "").replace(r"\d{4}", "0000").replace(r"\d{2}", "00").replace("|", ", ")
    if (found := re.fullmatch(r"(?:gm)?\s*0*(\d{1,4})", text, flags=re.I)) and "GM" in form:
        return Fault(CODE_NEAR, {"form": form, "better": f"GM{int(found[1]):04d}"})
    if (found := re.fullmatch(r"(?:pv)?\s*(\d{2})", text, flags=re.I)) and "PV" in form:
        return Fault(CODE_NEAR, {"form": form, "better": f"PV{found[1]}"})
    return Fault(CODE, {"form": form})


def _list(column: Column, text: str) -> Fault:
    items = [item.strip() for item in re.split(r"[|;,]", text)]
    filled = [item for item in items if item]
    better = "|".join(dict.fromkeys(filled))
    if any(sign in text for sign in ";,"):
        return Fault(LIST_SIGN, {"better": better})
    if len(filled) < len(items):
        return Fault(LIST_EMPTY, {"better": better})
    if len(set(items)) < len(items):
        return Fault(LIST_TWICE, {"better": better})
    if any(item != piece for item, piece in zip(items, text.split("|"), strict=False)):
        return Fault(BLANKS)
    known = [*column.choices, *([column.also.split(":")[0] + ":<code>"] if column.also else [])]
    wrong = next((item for item in items if item not in column.choices), text)
    return Fault(LIST_ITEM, {"item": wrong, "choices": ", ".join(known)})
