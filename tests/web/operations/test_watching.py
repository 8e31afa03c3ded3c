# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Whoever watches the server learns whether it works and how busy it is, and nothing of anybody."""

import time

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from luwte_web.operations import health
from luwte_web.operations.health import PLANNER
from luwte_web.pages.country import Country

TOKEN = "a-long-random-token-for-tests"  # noqa: S105 - of a test
COUNTED = "luwte_web.operations.metrics.counted"


@pytest.fixture
def counting(settings: LazySettings) -> None:
    """A server that counts."""
    settings.METRICS_TOKEN = TOKEN
    settings.MIDDLEWARE = [COUNTED, *settings.MIDDLEWARE]


@pytest.fixture
def planned(db: None) -> None:
    """Somebody makes plans."""
    cache.set(PLANNER, True, 60)


def metrics(client: Client, token: str = TOKEN) -> str:
    return client.get("/metrics", headers={"authorization": f"Bearer {token}"}).content.decode()


@pytest.mark.usefixtures("planned")
def test_a_server_that_can_work_says_so(client: Client) -> None:
    answer = client.get("/ready")
    assert (answer.status_code, answer.content) == (200, b"database: ok\nmigrations: ok\nplans: ok\n")


def test_where_nobody_makes_plans_it_is_not_ready_and_lives(client: Client) -> None:
    cache.delete(PLANNER)
    answer = client.get("/ready")
    assert (answer.status_code, b"plans: not ok" in answer.content) == (503, True)
    assert client.get("/health").status_code == 200


@pytest.mark.usefixtures("planned")
def test_with_tables_of_another_version_it_is_not_ready(client: Client) -> None:
    MigrationRecorder(connection).record_unapplied("audit", "0002_lines_do_not_change")
    assert b"migrations: not ok" in client.get("/ready").content


@pytest.mark.django_db(transaction=True)
def test_who_makes_plans_tells_so_until_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "BEAT_SECONDS", 0.1)
    cache.delete(PLANNER)
    with health.beating():
        by = time.monotonic() + 60
        while not cache.get(PLANNER):
            assert time.monotonic() < by
            time.sleep(0.05)
    assert not cache.get(PLANNER)


@pytest.mark.usefixtures("counting", "planned")
def test_pages_are_counted_by_what_they_are_and_not_by_their_address(client: Client, country: Country) -> None:
    household = country.plan.placements[0].household
    client.get(f"/en/plan/proposals/{household}/")
    client.get("/en/plan/proposals/nobody/")
    told = metrics(client)
    assert 'luwte_requests_total{method="GET",page="proposal",status="200"}' in told
    assert 'luwte_requests_total{method="GET",page="none",status="404"}' in told
    assert 'luwte_request_seconds_bucket{le="0.5",page="proposal"}' in told
    assert 'luwte_plans{state="waiting"} 0.0' in told
    assert 'luwte_ready{what="plans"} 1.0' in told
    assert "luwte_log_lines" in told
    assert household not in told


@pytest.mark.usefixtures("counting")
def test_without_the_token_there_are_no_metrics(client: Client) -> None:
    for token in ("", "another-token-of-the-same-length", TOKEN + "x"):
        answer = client.get("/metrics", headers={"authorization": f"Bearer {token}"})
        assert answer.status_code == 404
    assert client.get("/metrics").status_code == 404


def test_without_the_setting_there_are_no_metrics(client: Client) -> None:
    assert client.get("/metrics", headers={"authorization": "Bearer "}).status_code == 404
