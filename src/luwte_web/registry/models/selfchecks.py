# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What municipalities say of themselves."""

from typing import ClassVar

from django.db import models

from luwte.model.quality import Answer
from luwte_web.registry.fields import MemberField, key, text
from luwte_web.registry.models.pledges import READ_AT_MUNICIPALITY
from luwte_web.registry.models.versions import Version, once


class SelfCheck(Version):
    """One answer of a municipality about one norm, and what it does about a gap."""

    access: ClassVar = READ_AT_MUNICIPALITY
    municipality = key()
    indicator = key()
    answer = MemberField(Answer)
    date = models.DateField()
    respondent = key()
    value = text()
    note = text()
    action = text()
    owner = text()
    due = models.DateField(null=True)

    class Meta(Version.Meta):
        """What the database itself holds."""

        constraints = (
            *Version.Meta.constraints,
            once("selfcheck_once", "municipality", "indicator", "date", "respondent"),
        )
