# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Which stored plans and tables name a household, and whether they can be deleted without loss to anybody else."""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from luwte.words import N_
from luwte_web.artefacts import selectors
from luwte_web.artefacts.models import Artefact, Publication
from luwte_web.registry.models import MoveFacts
from luwte_web.registry.models.people import LIVE
from luwte_web.workspace.models import Hold, PlanJob

COLUMN = "household"


class KeptFor(StrEnum):
    """Why a stored plan cannot be deleted."""

    SHOWN = "shown"
    HOLDS = "holds"
    MOVES = "moves"
    TABLES = "tables"


KEPT_FOR = {
    KeptFor.SHOWN: N_("it is the plan that is shown"),
    KeptFor.HOLDS: N_("proposals of others in it are or were on hold"),
    KeptFor.MOVES: N_("moves of others that were decided in it are still to be made"),
    KeptFor.TABLES: N_("another stored plan was made from these tables"),
}


@dataclass(frozen=True, slots=True)
class Stored:
    """An artefact that names the household, and why it has to stay, if it has."""

    artefact: Artefact
    kept_for: KeptFor | None


def naming(key: str) -> list[Stored]:
    """The stored plans that name a household, then the tables that do, of which no plan has to stay."""
    kinds = Artefact.Kind
    plans = [Stored(plan, _kept_for(plan, key)) for plan in _naming(kinds.PLAN, key)]
    going = {stored.artefact.pk for stored in plans if stored.kept_for is None}
    tables = [Stored(dataset, _needed(dataset, going)) for dataset in _naming(kinds.DATASET, key)]
    return [*plans, *tables]


def delete(stored: list[Stored]) -> list[Stored]:
    """Delete those that need not stay, with the jobs that made them and when they were shown."""
    going = [each for each in stored if each.kept_for is None]
    for each in going:
        PlanJob.objects.filter(plan=each.artefact).delete()
        Publication.objects.filter(plan=each.artefact).delete()
        each.artefact.delete()
    return going


def _naming(kind: Artefact.Kind, key: str) -> Iterator[Artefact]:
    for artefact in Artefact.objects.filter(kind=kind).order_by("stored_at").iterator(chunk_size=1):
        if _names(bytes(artefact.content), key):
            yield artefact


def _names(content: bytes, key: str) -> bool:
    """Whether one of the tables in an archive has a line about the household."""
    with zipfile.ZipFile(io.BytesIO(content)) as parcel:
        for name in parcel.namelist():
            if name.endswith(".csv"):
                with parcel.open(name) as file:
                    rows = csv.DictReader(io.TextIOWrapper(file, "utf-8", newline=""))
                    if any(row.get(COLUMN) == key for row in rows):
                        return True
    return False


def _kept_for(plan: Artefact, key: str) -> KeptFor | None:
    shown = selectors.shown()
    if shown and shown.address == plan.pk:
        return KeptFor.SHOWN
    if Hold.objects.filter(plan=plan).exclude(household__key=key).exists():
        return KeptFor.HOLDS
    moves = MoveFacts.objects.known().filter(LIVE, plan=plan.pk).exclude(household__key=key)
    return KeptFor.MOVES if moves.exists() else None


def _needed(dataset: Artefact, going: set[str]) -> KeptFor | None:
    return KeptFor.TABLES if dataset.plans.exclude(pk__in=going).exists() else None
