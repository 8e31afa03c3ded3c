# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What people say that a regime does to children: never made by software, and kept with who wrote it."""

from typing import ClassVar

from django.db import models

from luwte.law.regimes import Regime
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Role
from luwte_web.accounts.things import Lookups
from luwte_web.registry.fields import MemberField, text
from luwte_web.registry.models.versions import Version


class RegimeStatement(Version):
    """What one writer says of one regime, in one language or in both, on a day, with sources."""

    access: ClassVar = Lookups(Action.READ_FIGURES)
    regime = MemberField(Regime)
    role = MemberField(Role)
    organisation = text()
    dutch = text()
    english = text()
    sources = text()
    date = models.DateField()
