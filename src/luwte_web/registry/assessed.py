# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the gates say today of the locations of the registry: by the same rules as plans, from the answers it holds."""

from collections.abc import Iterable

from luwte.model.places import Location
from luwte.planning.suitability import Verdicts, assessed_at, verdicts_of
from luwte.quality.catalogue import load_catalogue
from luwte_web.registry.days import today
from luwte_web.registry.selectors import records


def verdicts_now(locations: Iterable[Location], **where: object) -> Verdicts:
    """By location and group, where the gates tell; `where` narrows the lines that are read, such as one location."""
    gates = [norm.id for norm in load_catalogue().norms if norm.is_gate]
    answers = records("assessments", indicator__in=gates, **where)
    if not answers:
        return {}
    actions = records("improvements", indicator__in=gates, **where)
    return verdicts_of(assessed_at(locations, answers, actions, today()))
