# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Everything that reads artefacts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from threading import Lock

from luwte.model.dataset import Dataset
from luwte.placement import Policy
from luwte.planning import PlanFolder
from luwte_web import bridge
from luwte_web.artefacts.models import Artefact, Publication

PLANS_IN_MEMORY = 3  # the one shown, the one shown before while pages of it are still being read, one opened beside
DATASETS_IN_MEMORY = 2
_loading = Lock()


@dataclass(frozen=True)
class Published:
    """The plan that is shown, with the dataset and the policy it was made from."""

    address: str
    dataset: Dataset
    plan: PlanFolder
    policy: Policy


@dataclass(frozen=True, slots=True)
class Shown:
    """Which plan is looked at, and since when it is shown or stored."""

    address: str
    since: datetime


def shown() -> Shown | None:
    """The plan that is shown now, or None while nothing was published."""
    latest = Publication.objects.order_by("-published_at", "-id").values_list("plan_id", "published_at").first()
    return Shown(*latest) if latest else None


def stored(start: str) -> Shown | None:
    """The plan whose address begins so, and since when it is stored, or None where there is none or more than one."""
    plans = Artefact.objects.filter(kind=Artefact.Kind.PLAN, address__startswith=start)
    found = list(plans.values_list("address", "stored_at")[:2])
    return Shown(*found[0]) if len(found) == 1 else None


def stored_among(addresses: Iterable[str]) -> frozenset[str]:
    """Which of these addresses are those of stored plans."""
    plans = Artefact.objects.filter(kind=Artefact.Kind.PLAN, address__in=list(addresses))
    return frozenset(plans.values_list("address", flat=True))


def published(address: str) -> Published:
    """A plan with its dataset, kept in memory by its address: what is stored there never changes."""
    with _loading:  # the first pages of a busy start wait for one load instead of loading again
        return _load(address)


def report_of(address: str) -> bytes | None:
    """The report that was written with the plan."""
    content = Artefact.objects.values_list("content", flat=True).get(address=address)
    return bridge.file_in(bytes(content), "report.html")


@lru_cache(maxsize=PLANS_IN_MEMORY)
def _load(address: str) -> Published:
    artefact = Artefact.objects.get(address=address)
    assert artefact.dataset_id is not None  # noqa: S101 - the database holds it (a_plan_and_only_a_plan_has_a_dataset)
    content = bytes(artefact.content)
    return Published(address, dataset(artefact.dataset_id), bridge.plan_from(content), bridge.policy_from(content))


@lru_cache(maxsize=DATASETS_IN_MEMORY)
def dataset(address: str) -> Dataset:
    """The tables that are stored at an address; plans made from the same tables share them in memory."""
    return bridge.dataset_from(bytes(Artefact.objects.values_list("content", flat=True).get(address=address)))
