# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Everything that writes artefacts. An artefact that is already stored is found again, not stored twice."""

from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from luwte.cli.frontier import FOLDER
from luwte_web import bridge
from luwte_web.artefacts import selectors
from luwte_web.artefacts.models import Artefact, Publication


class PlanOfOtherDataset(ValueError):  # noqa: N818 - it says what is so
    """The plan was made from other tables than the dataset it is offered with."""


@transaction.atomic
def store_dataset(folder: Path, at: datetime) -> Artefact:
    """Store a folder of tables; raises InputRefused with all findings when they cannot be read."""
    parcel = bridge.pack(folder)
    known = Artefact.objects.filter(address=parcel.address).first()
    if known is None:
        bridge.dataset_from(parcel.content)
        known = _store(parcel, Artefact.Kind.DATASET, at)
    return known


@transaction.atomic
def store_plan(folder: Path, dataset: Artefact, at: datetime) -> Artefact:
    """Store a plan's folder beside the dataset it was made from; raises PlanOfOtherDataset when that is another."""
    parcel = bridge.pack(folder)
    planned_from = bridge.plan_from(parcel.content).receipt.dataset
    if planned_from != selectors.dataset(dataset.address).content_hash:
        raise PlanOfOtherDataset(planned_from)
    return Artefact.objects.filter(address=parcel.address).first() or _store(parcel, Artefact.Kind.PLAN, at, dataset)


def publish(plan: Artefact, at: datetime) -> Publication:
    """Show this plan from now on; what was shown before stays on record."""
    return Publication.objects.create(plan=plan, published_at=at)


@transaction.atomic
def publish_folders(data: Path, plan: Path, at: datetime | None = None) -> Publication:
    """Store a plan with the tables it was made from and the points of its frontier, and show it from now on."""
    at = at or timezone.now()
    dataset = store_dataset(data, at)
    for point in sorted((plan / FOLDER).glob("*/")):
        store_plan(point, dataset, at)
    return publish(store_plan(plan, dataset, at), at)


def _store(parcel: bridge.Parcel, kind: Artefact.Kind, at: datetime, dataset: Artefact | None = None) -> Artefact:
    return Artefact.objects.create(
        address=parcel.address, kind=kind, content=parcel.content, stored_at=at, dataset=dataset
    )
