# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Are wishes complete, and can whoever is said to have voiced them have done so?"""

from collections.abc import Iterator

from luwte.data.raw import error, warning
from luwte.data.tables import Check, Tables
from luwte.model.findings import Finding
from luwte.model.people import Household, HouseholdGroup, WishBy, WishKind
from luwte.model.periods import is_minor
from luwte.words import N_

VIEWS = "Directive (EU) 2024/1346 art. 26(2)"

NO_PLACE = error(
    "wish_no_place",
    N_("Household {household} wishes for a municipality and none is named."),
    N_("Fill in its code (GM and four digits)."),
)
NO_REGION = error(
    "wish_no_region",
    N_("Household {household} wishes for a region and no province is named."),
    N_("Fill in its code (PV and two digits)."),
)
NO_KIND = error(
    "wish_no_kind",
    N_("Household {household} names a place and no kind of wish."),
    N_("Fill in the kind: place or region."),
)
NEEDS_NO_CODE = warning(
    "wish_needs_no_code",
    N_("A wish of this kind names no place; the code is not used."),
    N_("Empty the code, or correct the kind."),
)
UNKNOWN = error(
    "wish_unknown",
    N_("There is no municipality or province with this code."),
    N_("Look the code up in the table of municipalities."),
)
NOWHERE = error(
    "wish_stay_nowhere",
    N_("Household {household} wishes to stay and has no location."),
    N_("Correct the wish or the location."),
)
NO_CHILD = error(
    "wish_no_child",
    N_("A child's wish, and household {household} has no minor."),
    N_("Correct whose voice it is."),
    VIEWS,
)
NO_PARENTS = error(
    "wish_no_parents",
    N_("The parents' wish, and household {household} is of unaccompanied minors."),
    N_("Correct whose voice it is."),
    VIEWS,
)
NO_WARD = warning(
    "wish_no_ward",
    N_("A guardian's wish, and household {household} is not of unaccompanied minors."),
    N_("Correct whose voice it is."),
    VIEWS,
)
NOBODY = warning(
    "wish_of_nobody",
    N_("Household {household} has a wish, and it is not said whose voice it is; it weighs as the parents'."),
    N_("Fill in who voiced it."),
    VIEWS,
)
ON_NOTHING = warning(
    "wish_on_nothing",
    N_("It is said who wished or when, and not what."),
    N_("Fill in the kind of wish, or empty these cells."),
)
AHEAD = error("wish_ahead", N_("The wish would be heard after {date}."), N_("Correct the day."))


GROUPS_WITH_CHILDREN = (HouseholdGroup.FAMILY, HouseholdGroup.AMV)  # others speak for themselves


def a_wish_names_what_it_needs(tables: Tables) -> Iterator[Finding]:
    """A wish for a place names a municipality, for a region a province, and who wishes to stay lives somewhere."""
    places = tables.known("municipalities", "code")
    regions = {municipality.province_code for municipality in tables.data.municipalities}
    for i, household in enumerate(tables.data.households):
        about = {"subject": household.key, "household": household.key}
        kind, code = household.wish_kind, household.wish or ""
        if kind is WishKind.PLACE and not code.startswith("GM"):
            yield tables.finding(NO_PLACE, "households", i, "wish", **about)
        elif kind is WishKind.REGION and not code.startswith("PV"):
            yield tables.finding(NO_REGION, "households", i, "wish", **about)
        elif kind is None and code:
            yield tables.finding(NO_KIND, "households", i, "wish_kind", **about)
        elif kind in (WishKind.STAY, WishKind.SMALL_SCALE) and code:
            yield tables.finding(NEEDS_NO_CODE, "households", i, "wish", **about)
        elif code and places is not None and code not in places and code not in regions:
            yield tables.finding(UNKNOWN, "households", i, "wish", **about)
        if kind is WishKind.STAY and not household.location:
            yield tables.finding(NOWHERE, "households", i, "wish_kind", **about)


def a_wish_has_a_voice_that_exists(tables: Tables) -> Iterator[Finding]:
    """A child's wish needs a minor, a guardian's a ward, the parents' parents; where children are, a voice is named."""
    for i, household in enumerate(tables.data.households):
        about = {"subject": household.key, "household": household.key}
        alone = household.group is HouseholdGroup.AMV
        if household.wish_kind is None:
            if household.wish_by or household.wish_on:
                yield tables.finding(ON_NOTHING, "households", i, "wish_kind", **about)
        elif household.wish_by is None:
            if household.group in GROUPS_WITH_CHILDREN:
                yield tables.finding(NOBODY, "households", i, "wish_by", **about)
        elif household.wish_by is WishBy.CHILD and _has_no_minor(tables, household):
            yield tables.finding(NO_CHILD, "households", i, "wish_by", **about)
        elif household.wish_by is WishBy.PARENTS and alone:
            yield tables.finding(NO_PARENTS, "households", i, "wish_by", **about)
        elif household.wish_by is WishBy.GUARDIAN and not alone:
            yield tables.finding(NO_WARD, "households", i, "wish_by", **about)


def a_wish_has_been_heard(tables: Tables) -> Iterator[Finding]:
    """A wish was heard on or before the reference date."""
    on = tables.data.reference_date
    for i, household in enumerate(tables.data.households):
        if on and household.wish_on and household.wish_on > on:
            yield tables.finding(AHEAD, "households", i, "wish_on", subject=household.key, date=on)


def _has_no_minor(tables: Tables, household: Household) -> bool:
    """Nobody was a minor when the wish was heard, or on the reference date where that day is not known."""
    on = household.wish_on or tables.data.reference_date
    persons = tables.data.persons_of.get(household.key, ())
    if on is None or not persons or household.key in tables.half_read_households:
        return False
    return not any(is_minor(person.birth_month, on) for person in persons)


CHECKS: tuple[Check, ...] = (a_wish_names_what_it_needs, a_wish_has_a_voice_that_exists, a_wish_has_been_heard)
KINDS = (
    NO_PLACE, NO_REGION, NO_KIND, NEEDS_NO_CODE, UNKNOWN, NOWHERE, NO_CHILD, NO_PARENTS, NO_WARD, NOBODY, ON_NOTHING,
    AHEAD,
)  # fmt: skip
