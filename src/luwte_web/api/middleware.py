# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What every answer of the API carries, also where no operation was found: its version, and a problem for a fault."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from luwte_web.api.problems import MEDIA_TYPE, problem, words_of
from luwte_web.api.version import VERSION

Answer = Callable[[HttpRequest], HttpResponse]
ROOT = "/api/"
MOST_BYTES = 1 << 20  # of a body in JSON
MOST_BYTES_OF_TABLES = 64 << 20
TABLES = "multipart/form-data"
ONE_YEAR = "max-age=31536000"
KEPT = ("Allow", "Retry-After")


def speaks_to_programs(answer: Answer) -> Answer:
    """Middleware: pages tell of a fault in HTML, the API tells of it as a problem, and nothing of it is stored."""

    def answered(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(ROOT):
            return answer(request)
        response = problem(request, 413) if _is_too_large(request) else answer(_as_get(request))
        if response.status_code >= 400 and not response.get("Content-Type", "").startswith(MEDIA_TYPE):
            response = _as_problem(request, response)
        response["API-Version"] = VERSION
        response["Content-Language"] = words_of(request).language
        response["Cache-Control"] = "no-store"
        response["X-Content-Type-Options"] = "nosniff"
        response["X-Frame-Options"] = "DENY"
        if settings.IS_HTTPS:
            response["Strict-Transport-Security"] = ONE_YEAR
        return response

    return answered


def _as_get(request: HttpRequest) -> HttpRequest:
    """HEAD is GET without its body, which the server leaves out."""
    if request.method == "HEAD":
        request.method = "GET"
    return request


def _is_too_large(request: HttpRequest) -> bool:
    length = request.META.get("CONTENT_LENGTH") or "0"
    most = MOST_BYTES_OF_TABLES if request.content_type == TABLES else MOST_BYTES
    return not length.isdigit() or int(length) > most


def _as_problem(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    told = problem(request, response.status_code)
    for name in KEPT:
        if name in response:
            told[name] = response[name]
    return told
