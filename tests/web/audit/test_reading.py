# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Who reads about a person is on the log before the page is made, or does not get the page."""

import pytest
from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from luwte_web.accounts.actors import Actor
from luwte_web.audit.acts import Act
from luwte_web.audit.models import Head, Line
from luwte_web.audit.reading import reads_person
from web.audit.emptied import without_guards

MADE: list[int] = []


@pytest.fixture
def request_of_officer(rf: RequestFactory) -> HttpRequest:
    """A request of somebody who signed in."""
    MADE.clear()
    request = rf.get("/")
    request.actor = Actor("5f1c")  # type: ignore[attr-defined]
    return request


def page_about(request: HttpRequest, key: str) -> HttpResponse:
    with reads_person(request, f"household:{key}"):
        MADE.append(Line.objects.count())
        return HttpResponse("about somebody")


@pytest.mark.django_db
def test_the_line_stands_before_the_page_is_made(request_of_officer: HttpRequest) -> None:
    assert page_about(request_of_officer, "H7").content == b"about somebody"
    assert MADE == [1]
    line = Line.objects.get()
    assert (line.actor, line.act, line.kind) == ("5f1c", Act.READ_PERSON, "household")


@pytest.mark.django_db
def test_a_line_that_cannot_be_written_refuses_the_page(request_of_officer: HttpRequest) -> None:
    with without_guards():
        Head.objects.all().delete()
    with pytest.raises((DatabaseError, Head.DoesNotExist)):
        page_about(request_of_officer, "H7")
    assert MADE == []


@pytest.mark.django_db
def test_a_page_that_breaks_while_it_is_made_leaves_its_line(request_of_officer: HttpRequest) -> None:
    with pytest.raises(ZeroDivisionError), reads_person(request_of_officer, "household:H7"):
        _ = 1 / 0
    assert Line.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_reading_within_a_transaction_that_could_still_be_undone_is_refused(request_of_officer: HttpRequest) -> None:
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic():
        page_about(request_of_officer, "H7")
    assert MADE == []
