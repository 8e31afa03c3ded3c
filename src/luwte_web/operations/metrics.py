# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What is counted of the pages, for Prometheus: how often each was asked for and how long it took, and what waits.

A page is named by what it is, never by its address: no key of anybody is in it. There are metrics only where
LUWTE_METRICS_TOKEN is set, and only for who shows that token; for all others they are not there.
"""

import os
from collections.abc import Callable, Iterable
from time import perf_counter

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from luwte_web.audit import selectors as log
from luwte_web.operations.health import CHECKS, holds
from luwte_web.operations.processes import COUNTS
from luwte_web.workspace.models import JobState, PlanJob

NO_PAGE = "none"
REQUESTS = Counter("luwte_requests", "Requests answered", ("page", "method", "status"))
SECONDS = Histogram("luwte_request_seconds", "Seconds until a request was answered", ("page",))


def counted(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: count every request, and how long it took."""

    def answered(request: HttpRequest) -> HttpResponse:
        began = perf_counter()
        response = answer(request)
        page = request.resolver_match.view_name if request.resolver_match else NO_PAGE
        REQUESTS.labels(page, request.method, response.status_code).inc()
        SECONDS.labels(page).observe(perf_counter() - began)
        return response

    return answered


@login_not_required
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """All counts in the text form of Prometheus."""
    token = settings.METRICS_TOKEN
    if not token or not constant_time_compare(request.headers.get("authorization", ""), f"Bearer {token}"):
        raise Http404
    return HttpResponse(generate_latest(_of_all_processes()) + generate_latest(_now()), CONTENT_TYPE_LATEST)


class Now(Collector):
    """What is so at this moment, asked of the database when somebody wants to know."""

    def collect(self) -> Iterable[Metric]:
        """Plans by their state, the length of the log, and what work needs."""
        plans = GaugeMetricFamily("luwte_plans", "Plans that were asked for", labels=("state",))
        known = dict(PlanJob.objects.values_list("state").annotate(Count("id")).order_by())
        for state in JobState:
            plans.add_metric((state.value,), known.get(state, 0))
        yield plans
        yield GaugeMetricFamily("luwte_log_lines", "Lines on the log", value=log.end().number)
        ready = GaugeMetricFamily("luwte_ready", "What work needs: 1 where it is so", labels=("what",))
        for name, is_so in CHECKS.items():
            ready.add_metric((name,), int(holds(is_so)))
        yield ready


def _of_all_processes() -> CollectorRegistry:
    if COUNTS not in os.environ:
        return REGISTRY
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return registry


def _now() -> CollectorRegistry:
    registry = CollectorRegistry()
    registry.register(Now())
    return registry
