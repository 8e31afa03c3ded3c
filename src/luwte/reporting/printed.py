# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Pages that open from disk and print, from the templates beside this file."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape


def printed(template: str, **given: Any) -> str:
    """The page that a template makes of what it is given; all of that is escaped, and nothing may be missing."""
    return _templates().get_template(template).render(given)


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("luwte.reporting"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
