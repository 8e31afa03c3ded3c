# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the codes of answers and layers are called, wherever they are said in a sentence or a table."""

from collections.abc import Mapping

from luwte.model.places import CoaCategory
from luwte.model.quality import Answer, Method
from luwte.words import N_

ANSWERS: Mapping[str, str] = {
    Answer.MET: N_("met"),
    Answer.PARTLY: N_("partly met"),
    Answer.NOT_MET: N_("not met"),
    Answer.NOT_APPLICABLE: N_("does not apply"),
    Answer.UNKNOWN: N_("unknown"),
}
METHODS: Mapping[str, str] = {
    Method.SELF: N_("the team itself"),
    Method.VISIT: N_("a visit"),
    Method.DOCUMENT: N_("a document"),
    Method.CHILD_SURVEY: N_("children"),
}
LAYERS: Mapping[str, str] = {
    "critical": N_("critical"),
    "unknown_failing": N_("unknown, and gates are known to fail"),
    "unknown": N_("unknown"),
    "improvable": N_("improvable"),
    "good": N_("functions well"),
    "convertible": N_("can become regular reception"),
}
CATEGORIES: Mapping[str, str] = {
    CoaCategory.CRITICAL: N_("critical"),
    CoaCategory.IMPROVABLE: N_("improvable"),
    CoaCategory.GOOD: N_("functions well"),
}
PARTS_OF_A_NORM: Mapping[str, str] = {
    "gate": N_("whether it is a gate"),
    "severity": N_("how heavily a gap weighs"),
    "bar": N_("the bar"),
    "groups": N_("for whom it is"),
}
ASKED_OF_A_NORM: Mapping[str, str] = {
    "yes": N_("yes"),
    "no": N_("no"),
    "critical": N_("critical"),
    "high": N_("high"),
    "medium": N_("medium"),
    "low": N_("low"),
    "none": N_("not weighed"),
    "family": N_("families"),
    "amv": N_("unaccompanied minors"),
    "adult": N_("adults"),
    "monitor": N_("only followed"),
    "reference": N_("only a way to look"),
    "is_true": N_("yes"),
}
