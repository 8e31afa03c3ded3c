# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Long lists in parts, each with an address of its own."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from django.http import HttpRequest
from ninja import Schema
from pydantic import ConfigDict, Field, create_model

from luwte.words import N_
from luwte_web.api.values import Whole

FURTHEST = 1_000_000
MOST_ON_A_PAGE = 100
USUAL_ON_A_PAGE = 50


class Paged(Schema):
    """Which part of a list is asked for."""

    model_config = ConfigDict(populate_by_name=True)

    page: Whole = Field(default=1, ge=1, le=FURTHEST, description=N_("Which part, counted from 1."))
    page_size: Whole = Field(
        default=USUAL_ON_A_PAGE,
        ge=1,
        le=MOST_ON_A_PAGE,
        alias="pageSize",
        description=N_("How many lines a part has, at most 100."),
    )

    @property
    def first(self) -> int:
        """The first line of the part, counted from 0."""
        return (self.page - 1) * self.page_size


class Rows(Protocol):
    """What can be counted and cut: a list, or a query that is not asked yet."""

    def __getitem__(self, part: slice, /) -> Any: ...


def part_shape(item: type[Schema]) -> type[Schema]:
    """The shape of a part of a list of these."""
    return create_model(  # type: ignore[no-any-return, call-overload]
        f"{item.__name__}Part",
        __base__=Schema,
        __doc__=N_("A part of a list."),
        count=(int, Field(description=N_("How many there are in all parts."))),
        next=(str | None, Field(description=N_("Address of the next part; null after the last."))),
        previous=(str | None, Field(description=N_("Address of the part before; null before the first."))),
        results=(list[item], ...),  # type: ignore[valid-type]
    )


def part_of(
    request: HttpRequest, rows: Rows, count: int, asked: Paged, told: Callable[[Any], Sequence[Any]]
) -> dict[str, Any]:
    """The part of the rows that is asked for, with the addresses of its neighbours."""
    last = max(1, -(-count // asked.page_size))
    return {
        "count": count,
        "next": _address(request, asked.page + 1) if asked.page < last else None,
        "previous": _address(request, min(asked.page - 1, last)) if asked.page > 1 else None,
        "results": told(rows[asked.first : asked.first + asked.page_size]),
    }


def _address(request: HttpRequest, page: int) -> str:
    query = request.GET.copy()
    query["page"] = str(page)
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")
