# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What went wrong, as `application/problem+json` (RFC 9457): what it is and how to mend it, all of it at once.

The words are in the language that the request asks for (Accept-Language). What somebody may not see is answered as
what is not there, to the letter: a problem never repeats the address.
"""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import get_language_from_request
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError
from pydantic import Field

from luwte.model.describe import describe
from luwte.model.findings import Finding, InputRefused
from luwte.words import N_, Words, words_in
from luwte_web.api.faults import told
from luwte_web.registry.editing import CHANGED_SINCE
from luwte_web.registry.refusals import STALE, ChangeRefused

MEDIA_TYPE = "application/problem+json"
SAYS: Mapping[int, tuple[str, str]] = {
    400: (N_("This cannot be understood"), N_("The request is not as the API asks. Every error tells how to mend it.")),
    401: (N_("Who asks is not known"), N_("Send a token that works, as Authorization: Bearer followed by the token.")),
    403: (N_("This is closed"), N_("The request came in a way that is not open.")),
    404: (N_("This is not there"), N_("There is nothing at this address, or nothing that you may see or do.")),
    405: (N_("This cannot be done here"), N_("The header Allow tells what can be done at this address.")),
    409: (N_("This cannot be done as things are now"), N_("Nothing was changed. Every error tells how to mend it.")),
    412: (
        N_("This has changed since you read it"),
        N_("Nothing was changed. Read it again, look again, and send If-Match with the new ETag."),
    ),
    413: (N_("This is too large"), N_("Send less at once. The description of the API tells how much it takes.")),
    415: (N_("This form is not read here"), N_("The description of the API tells which form it takes.")),
    428: (
        N_("Say which version you saw"),
        N_("Send If-Match with the ETag of what you read, so that nobody's change is lost."),
    ),
    429: (N_("This is asked too often"), N_("Wait as long as the header Retry-After says.")),
    500: (
        N_("Something broke here"),
        N_("Nothing was changed. Try again; tell who manages this server if it stays so."),
    ),
}


class Place(Schema):
    """Where in a table that was sent: the header is row 1."""

    file: str
    row: int | None = None
    column: str | None = None
    value: str | None = None


class Fault(Schema):
    """One thing that is wrong, where it stands, and how to mend it."""

    code: str
    severity: str
    detail: str
    mend: str
    norm: str | None = Field(default=None, description=N_("The article or norm, where one applies."))
    subject: str | None = Field(default=None, description=N_("The key of what it is about."))
    pointer: str | None = Field(default=None, description=N_("Where in the body, as a JSON pointer."))
    parameter: str | None = Field(default=None, description=N_("The parameter of the address or header."))
    place: Place | None = Field(default=None, description=N_("Where in a table that was sent."))


class Problem(Schema):
    """What went wrong (RFC 9457), with every error that was found."""

    status: int
    title: str
    detail: str
    errors: list[Fault]


class Failed(Exception):  # noqa: N818 - it is raised to answer so
    """Answer with this status."""

    def __init__(self, status: int, *findings: Finding) -> None:
        super().__init__(status)
        self.status = status
        self.findings = findings


def words_of(request: HttpRequest) -> Words:
    """The words of the language that the request asks for."""
    return words_in(get_language_from_request(request))


def fault_of(finding: Finding, words: Words) -> Fault:
    """A finding in words."""
    what, mend = describe(finding, words)
    kind, place = finding.kind, finding.place
    return Fault(
        code=kind.code,
        severity=kind.severity.value,
        detail=what,
        mend=mend,
        norm=kind.norm,
        subject=finding.subject or None,
        place=Place(file=place.file, row=place.row, column=place.column, value=place.value) if place else None,
    )


def problem(request: HttpRequest, status: int, faults: Iterable[Fault] = ()) -> HttpResponse:
    """The answer that tells what went wrong."""
    words = words_of(request)
    title, detail = SAYS.get(status) or (HTTPStatus(status).phrase, SAYS[500 if status >= 500 else 400][1])
    said = Problem(status=status, title=words.text(title), detail=words.text(detail), errors=list(faults))
    content = said.model_dump(exclude_none=True)
    answer = JsonResponse(content, status=status, content_type=MEDIA_TYPE, json_dumps_params={"ensure_ascii": False})
    if status == HTTPStatus.UNAUTHORIZED:
        answer["WWW-Authenticate"] = 'Bearer realm="luwte"'
    return answer


def answer_problems(api: NinjaAPI) -> None:
    """Let an API answer each exception that services and ninja raise with its problem; others are faults of ours."""

    def found(request: HttpRequest, status: int, findings: Iterable[Finding]) -> HttpResponse:
        words = words_of(request)
        return problem(request, status, [fault_of(finding, words) for finding in findings])

    api.add_exception_handler(Http404, lambda request, _: problem(request, 404))
    api.add_exception_handler(AuthenticationError, lambda request, _: problem(request, 401))
    api.add_exception_handler(Throttled, lambda request, _: problem(request, 429))
    api.add_exception_handler(HttpError, lambda request, why: problem(request, why.status_code))
    api.add_exception_handler(ValidationError, _not_as_asked)
    api.add_exception_handler(Failed, lambda request, why: found(request, why.status, why.findings))
    api.add_exception_handler(InputRefused, lambda request, why: found(request, 400, why.findings))
    api.add_exception_handler(
        ChangeRefused, lambda request, why: found(request, 412 if _is_stale(why) else 409, why.findings)
    )


def _is_stale(why: ChangeRefused) -> bool:
    return any(finding.kind in (STALE, CHANGED_SINCE) for finding in why.findings)


def _not_as_asked(request: HttpRequest, why: Any) -> HttpResponse:
    words = words_of(request)
    faults = []
    for kind, params, pointer, parameter in told(why.errors):
        fault = fault_of(Finding(kind, params=params), words)
        faults.append(fault.model_copy(update={"pointer": pointer, "parameter": parameter}))
    return problem(request, 400, faults)
