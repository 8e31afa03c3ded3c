# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Whatever a program asks, for several roles: nothing breaks, every answer is as described, nonsense is refused.

schemathesis makes the requests from the description of the API. Who may what is tested in `test_access`.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from luwte_web.accounts.actors import Role, Scope
from luwte_web.api.access import Pace
from luwte_web.api.document import document
from luwte_web.wsgi import application
from web.api.programs import Program, World

EXAMPLES = int(os.environ.get("LUWTE_API_EXAMPLES", "5"))
ROLES = (
    (Role.PLACEMENT_OFFICER, Scope.COUNTRY),
    (Role.GUARDIAN, Scope.OWN_WARDS),
    (Role.MUNICIPALITY, Scope.MUNICIPALITY),
    (Role.AUDITOR, Scope.COUNTRY),
)
CHECKED = (
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
    checks.negative_data_rejection,
)
described = schemathesis.openapi.from_dict(document("en"))
described.app = application
OPERATIONS = [found.ok() for found in described.get_all_operations()]


@contextmanager
def one_connection() -> Iterator[None]:
    """A server closes connections between requests; here all are within one transaction, which nobody may end."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_nothing_breaks_and_answers_are_as_described(
    operation: Any, programs: dict[tuple[Role, Scope], Program], world: World
) -> None:
    known = {name: key for name, key in things(world).items() if f"{{{name}}}" in operation.path}

    declared = {each["name"] for each in operation.definition.raw["parameters"]}

    @settings(
        max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(
        case=operation.as_strategy(GenerationMode.POSITIVE)
        | operation.as_strategy(GenerationMode.POSITIVE, path_parameters=known)
        | operation.as_strategy(GenerationMode.NEGATIVE),
        role=st.sampled_from(ROLES),
    )
    def asked(case: Case, role: tuple[Role, Scope]) -> None:
        Pace.cache.clear()
        if case.path_parameters == known and "If-Match" in declared:
            case.headers["If-Match"] = seen(programs[role], operation.path.format(**known))
        token = {"Authorization": f"Bearer {programs[role].secret}", "Host": "127.0.0.1", "Accept-Encoding": "identity"}
        with one_connection():
            case.call_and_validate(headers=token, checks=list(CHECKED))

    asked()


def things(world: World) -> dict[str, str]:
    """A key of a thing that is there, for each parameter of a path."""
    return {
        "code": "GM0014",
        "cycle": "2026",
        "key": world.ward.key,
        "household": world.ward.key,
        "location": world.ward.location,
    }


def seen(program: Program, path: str) -> str:
    """The ETag of what is changed at a path, so that a change gets as far as it can."""
    found = program.get(path) if path.count("/") > 3 else program.get(path.rsplit("/", 1)[0])
    return str(found.get("ETag", "nothing"))
