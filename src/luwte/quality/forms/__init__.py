# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Forms for the field: what one asks, how its questions are named, and the way of its answers back into the tables."""

from luwte.quality.forms.form import Form, form_of
from luwte.quality.forms.gather import Gathered, gather

__all__ = ["Form", "Gathered", "form_of", "gather"]
