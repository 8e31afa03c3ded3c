# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""How long before a location closes its people come on the lists."""

from datetime import date, timedelta
from functools import cache

from luwte.placement import load_policy


def on_notice_until(on: date) -> date:
    """The last day on which a location closes within the notice period of the default policy."""
    return on + _notice()


@cache
def _notice() -> timedelta:
    return timedelta(days=load_policy(None).days.notice.value)
