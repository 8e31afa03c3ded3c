# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Forms for the field as people get them: an XLSForm for ODK and KoboToolbox, and a page to print and fill in."""

from luwte.reporting.forms.paper import paper
from luwte.reporting.forms.xlsform import FormRejected, xlsform

__all__ = ["FormRejected", "paper", "xlsform"]
