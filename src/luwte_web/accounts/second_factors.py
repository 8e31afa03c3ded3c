# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of second factors. Only they may run a script, our own: a security key cannot be asked without."""

from collections.abc import Iterable

from allauth.mfa import urls as mfa
from csp.constants import SELF
from csp.decorators import csp_update
from django.urls import URLPattern, URLResolver, path

ALLOWED = {"script-src": [SELF], "img-src": ["data:"]}  # the square code to scan is an image in the page itself


def _with_script(patterns: Iterable[URLPattern | URLResolver], before: str = "") -> list[URLPattern]:
    found = []
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            found += _with_script(pattern.url_patterns, route)
        else:
            found.append(path(route, csp_update(ALLOWED)(pattern.callback), name=pattern.name))
    return found


urlpatterns = _with_script(mfa.urlpatterns)
