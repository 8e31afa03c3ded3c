# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The API as one: its operations, and how it answers what goes wrong."""

from datetime import UTC, datetime
from typing import Any

from ninja import NinjaAPI
from ninja.renderers import JSONRenderer
from ninja.responses import NinjaJSONEncoder

from luwte_web.api import (
    best_interests,
    circumstances,
    distributions,
    households,
    imports,
    municipalities,
    plan_jobs,
    plans,
    profile,
    proposals,
    records,
)
from luwte_web.api.problems import answer_problems
from luwte_web.api.version import VERSION


class ToTheMicrosecond(NinjaJSONEncoder):
    """Moments in UTC as they are stored: one that is cut off would lie before the change that was made at it."""

    def default(self, o: Any) -> Any:
        """A value that JSON does not have."""
        return o.astimezone(UTC).isoformat().replace("+00:00", "Z") if isinstance(o, datetime) else super().default(o)


class Renderer(JSONRenderer):
    """JSON with exact moments, and with signs as they are."""

    encoder_class = ToTheMicrosecond
    json_dumps_params = {"ensure_ascii": False}  # noqa: RUF012 - as ninja has it


api = NinjaAPI(
    title="Luwte", version=VERSION, openapi_url=None, docs_url=None, urls_namespace="api", renderer=Renderer()
)
answer_problems(api)
PARTS = (
    profile, municipalities, records, households, distributions, imports, plans, plan_jobs, proposals, best_interests,
    circumstances,
)  # fmt: skip
for part in PARTS:
    api.add_router("", part.router)
