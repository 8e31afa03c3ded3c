# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Steps of migrations that lay the guards and take them away."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from django.db import migrations
from django.db.migrations.state import StateApps

from luwte_web.registry.guards import postgresql, sqlite
from luwte_web.statements import said

GUARDS = {"sqlite": sqlite, "postgresql": postgresql}


def written_once(app: str, *names: str) -> migrations.RunPython:
    """What these models keep is written once: a version is only ever superseded."""
    return said(partial(_keep, app, names), partial(_let_go, app, names))


def columns_of(apps: StateApps, app: str, names: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """The tables of models with their columns."""
    found = [apps.get_model(app, name)._meta for name in names]
    return {meta.db_table: [field.column for field in meta.concrete_fields] for meta in found}


def _keep(app: str, names: Iterable[str], apps: StateApps, vendor: str) -> Iterable[str]:
    return GUARDS[vendor].keep(columns_of(apps, app, names))


def _let_go(app: str, names: Iterable[str], apps: StateApps, vendor: str) -> Iterable[str]:
    return GUARDS[vendor].let_go(columns_of(apps, app, names))
