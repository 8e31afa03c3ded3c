# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What can be wrong with a catalogue file, each fault with norm, field, value and mend."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from luwte.model.findings import Finding, FindingKind, Place, Severity
from luwte.words import N_

UNREADABLE = FindingKind(
    "quality.catalogue_unreadable",
    Severity.ERROR,
    N_("The catalogue file cannot be read: {reason}."),
    N_("Give a YAML file in UTF-8 like the bundled catalogue."),
)
MISSING = FindingKind(
    "quality.catalogue_missing",
    Severity.ERROR,
    N_("{where}: the field {field} is missing."),
    N_("Fill in the field; the bundled catalogue shows every field."),
)
UNKNOWN_FIELD = FindingKind(
    "quality.catalogue_unknown_field",
    Severity.ERROR,
    N_("{where}: there is no field {field}."),
    N_("Take the field out, or correct its name; the bundled catalogue shows every field."),
)
NO_CHOICE = FindingKind(
    "quality.catalogue_no_choice",
    Severity.ERROR,
    N_("{where}: {field} says '{value}', which is not one of the choices."),
    N_("Choose one of: {choices}."),
)
WRONG_VALUE = FindingKind(
    "quality.catalogue_wrong_value",
    Severity.ERROR,
    N_("{where}: {field} cannot be '{value}'."),
    N_("Correct the value; what belongs there stands in the schema of the catalogue: {reason}."),
)
TWICE = FindingKind(
    "quality.catalogue_twice",
    Severity.ERROR,
    N_("{where}: this id stands in the file more than once."),
    N_("Give each norm an id of its own."),
)
NO_DOMAIN = FindingKind(
    "quality.catalogue_no_domain",
    Severity.ERROR,
    N_("{where}: the domain '{value}' is not among the domains of the file."),
    N_("Add the domain with its title, or correct its name."),
)
NO_SOURCE = FindingKind(
    "quality.catalogue_no_source",
    Severity.ERROR,
    N_("{where}: the source '{value}' is not among the sources of the file."),
    N_("Add the source with title, where, date and mark, or correct its key."),
)
NO_BAR = FindingKind(
    "quality.catalogue_no_bar",
    Severity.ERROR,
    N_("{where}: the rule '{value}' needs a bar and a unit."),
    N_("Give the bar as a number and its unit, or take a rule without a bar."),
)
NEEDLESS_BAR = FindingKind(
    "quality.catalogue_needless_bar",
    Severity.ERROR,
    N_("{where}: the rule '{value}' has no bar, yet one is given."),
    N_("Take the bar out, or take a rule with a bar."),
)
NO_OPTIONS = FindingKind(
    "quality.catalogue_no_options",
    Severity.ERROR,
    N_("{where}: the rule '{value}' needs at least two options."),
    N_("List the options in both languages."),
)
NEVER_HOLDS = FindingKind(
    "quality.catalogue_never_holds",
    Severity.ERROR,
    N_("{where}: it ends on {value}, not after the day on which it begins."),
    N_("Correct valid_from or valid_until; valid_until is the first day on which it does not hold any more."),
)
GATE_WITHOUT_BAR = FindingKind(
    "quality.catalogue_gate_without_bar",
    Severity.ERROR,
    N_("{where}: a gate must be met or missed, and the rule '{value}' is never either."),
    N_("Take another rule, or make it no gate."),
)
MAPPED_FROM_NOTHING = FindingKind(
    "quality.catalogue_mapped_from_nothing",
    Severity.ERROR,
    N_("The mapping names '{value}', which is no norm of this file."),
    N_("Correct the id, or add the norm."),
)
MAPPED_ON_NOTHING = FindingKind(
    "quality.catalogue_mapped_on_nothing",
    Severity.ERROR,
    N_("The mapping of '{where}' names '{value}', which is no norm of the bundled catalogue."),
    N_("Correct the id; `luwte catalogue list` shows them."),
)
MAPPED_HALF = FindingKind(
    "quality.catalogue_mapped_half",
    Severity.ERROR,
    N_("The mapping of '{where}': the match is '{value}', and that does not go with what stands under ours."),
    N_("Name the id of ours, or choose the match none and leave ours out."),
)
SAME_NAME = FindingKind(
    "quality.catalogue_same_name",
    Severity.ERROR,
    N_("{where}: the bundled catalogue has a norm with this id, and answers under it would be taken for answers here."),
    N_("Give the norm another id; or, if it asks the very same, map it on that id with the match same."),
)
KINDS = (
    UNREADABLE,
    MISSING,
    UNKNOWN_FIELD,
    NO_CHOICE,
    WRONG_VALUE,
    TWICE,
    NO_DOMAIN,
    NO_SOURCE,
    NO_BAR,
    NEEDLESS_BAR,
    NO_OPTIONS,
    NEVER_HOLDS,
    GATE_WITHOUT_BAR,
    MAPPED_FROM_NOTHING,
    MAPPED_ON_NOTHING,
    MAPPED_HALF,
    SAME_NAME,
)
AS_WRITTEN = 80  # characters of a wrong value that are told


def told(kind: FindingKind, file: str, where: str, field: str, value: object = "", **more: str) -> Finding:
    """A fault of a catalogue: `where` is the norm's id or the part of the file."""
    shown = str(value)[:AS_WRITTEN]
    params = {"where": where, "field": field, "value": shown, **more}
    return Finding(kind, subject=where, place=Place(file, column=field, value=shown or None), params=params)


def of_shape(error: ValidationError, data: Any, file: str) -> Iterator[Finding]:
    """What pydantic found wrong with the shape of a file, in our words."""
    found = error.errors(include_url=False)
    inside = {fault["loc"][:1] for fault in found if len(fault["loc"]) > 1}
    for fault in found:
        if fault["type"] == "too_short" and fault["loc"] in inside:
            continue  # entries with faults of their own are not counted, which is no fault of the list
        where, field = _place(fault["loc"], data)
        context: Mapping[str, Any] = fault.get("ctx", {})
        if fault["type"] == "missing":
            yield told(MISSING, file, where, field)
        elif fault["type"] == "extra_forbidden":
            yield told(UNKNOWN_FIELD, file, where, field)
        elif fault["type"] == "enum":
            choices = str(context["expected"]).replace("'", "").replace(" or ", ", ")
            yield told(NO_CHOICE, file, where, field, fault["input"], choices=choices)
        else:
            yield told(WRONG_VALUE, file, where, field, fault["input"], reason=fault["msg"].rstrip("."))


def _place(path: Sequence[int | str], data: Any) -> tuple[str, str]:
    """The norm (by its id where it has one) or part of the file, and the field in it."""
    if len(path) > 1 and isinstance(path[1], int):
        entry = data[path[0]][path[1]]
        names = (str(entry[key]) for key in ("id", "theirs") if isinstance(entry, Mapping) and key in entry)
        return next(names, f"{path[0]} {path[1] + 1}"), ".".join(map(str, path[2:])) or str(path[0])
    top = str(path[0]) if path else "catalogue"
    return top, ".".join(map(str, path[1:])) or top
