# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How an operation of the API is declared: which action it is, what it gives, and that it takes nothing unasked."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from ninja import Router
from ninja.errors import ValidationError

from luwte_web.accounts.actions import Action
from luwte_web.api.access import AT_MOST, Pace, Session, Token

View = Callable[..., Any]


def operation(
    router: Router,
    method: str,
    path: str,
    summary: str,
    *,
    needs: Iterable[Action] = (),
    gives: Any = None,
    status: int = 200,
    problems: Iterable[int] = (),
    files: Iterable[str] = (),
    also: Iterable[tuple[int, Any]] = (),
) -> Callable[[View], View]:
    """Register a view as an operation.

    `needs` are actions, of which the actor must be granted one somewhere; without any, whoever is known may.
    `problems` are statuses beside the usual ones; `files` are the media types of an answer that is no JSON.
    """
    asked = tuple(needs)

    def register(view: View) -> View:
        offered = _strict(view)
        router.add_api_operation(
            path,
            [method],
            offered,
            auth=[Token(asked), Session(asked)] if method == "GET" else [Token(asked)],
            throttle=[Pace(AT_MOST)],
            response={status: gives, **dict(also)},
            by_alias=True,
            operation_id=view.__name__,
            summary=summary,
            description=view.__doc__,
            openapi_extra={
                "x-actions": [action.code for action in asked],
                "x-problems": list(problems),
                "x-files": list(files),
            },
        )
        return view

    return register


def _strict(view: View) -> View:
    """Refuse what the address asks and nobody knows, or asks twice: a slip of the pen in a filter would show all."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **values: Any) -> Any:
        models = answered._ninja_operation.models  # type: ignore[attr-defined]
        known = {name for model in models if _source(model) == "query" for name in model.__ninja_flatten_map__}
        wrong = [
            {"type": "extra_forbidden" if name not in known else "given_twice", "loc": ("query", name)}
            for name, given in request.GET.lists()
            if name not in known or len(given) > 1
        ]
        if wrong:
            raise ValidationError(wrong)
        return view(request, *args, **values)

    return answered


def _source(model: Any) -> str:
    return str(model.__ninja_param_source__)
