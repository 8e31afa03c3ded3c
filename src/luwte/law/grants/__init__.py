# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Grants of Act 9(2) and 9(3). No amount was published for good, so every amount is asked for, never guessed."""

from luwte.law.grants.after import AfterGrant, grant_after
from luwte.law.grants.places import grant_for_durable, grant_for_special
from luwte.law.grants.province import Offered, Provincial

__all__ = ["AfterGrant", "Offered", "Provincial", "grant_after", "grant_for_durable", "grant_for_special"]
