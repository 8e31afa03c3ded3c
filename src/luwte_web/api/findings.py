# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Findings as answers tell them: in words, with what weighs and where it stands."""

from collections.abc import Iterable

from django.http import HttpRequest

from luwte.model.findings import Finding
from luwte_web.api.problems import Fault, fault_of, words_of


def told_findings(request: HttpRequest, findings: Iterable[Finding]) -> list[Fault]:
    """Findings in the language of the request."""
    words = words_of(request)
    return [fault_of(finding, words) for finding in findings]
