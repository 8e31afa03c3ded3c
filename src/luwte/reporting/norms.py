# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A norm in plain words: what its codes are called, what is asked, where it comes from and how sure that is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from luwte.quality.catalogue import Catalogue, Profile, Reference
from luwte.quality.norm import GapSeverity, Level, Norm, Pillar, Rule, Scope, Verification
from luwte.reporting import numbers
from luwte.reporting.labels import FORCES
from luwte.words import N_, Words

PILLARS: Mapping[Pillar, str] = {
    Pillar.PROVISION: N_("provision"),
    Pillar.PROTECTION: N_("protection"),
    Pillar.PARTICIPATION: N_("participation"),
}
LEVELS: Mapping[Level, str] = {
    Level.LOCATION: N_("a location"),
    Level.CHILD: N_("each child"),
    Level.SYSTEM: N_("reception as a whole"),
    Level.MUNICIPALITY: N_("a municipality"),
}
VERIFICATIONS: Mapping[Verification, str] = {
    Verification.VERIFIED: N_("read in the source"),
    Verification.SECONDARY: N_("told by others"),
    Verification.TO_VERIFY: N_("still to be checked"),
    Verification.PROPOSAL: N_("our own proposal"),
}
HOW_SURE: Mapping[Verification, str] = {
    Verification.VERIFIED: N_("We read this in the source itself."),
    Verification.SECONDARY: N_("We did not read the source itself; others write that it says this."),
    Verification.TO_VERIFY: N_(
        "This is not checked: it was written down from memory, or the exact text was not found. Do not use it as a "
        "fact before somebody has read the source."
    ),
    Verification.PROPOSAL: N_("No source asks for this. It is a proposal that Luwte makes, for people to judge."),
}
SEVERITIES: Mapping[GapSeverity, str] = {
    GapSeverity.CRITICAL: N_("critical"),
    GapSeverity.HIGH: N_("high"),
    GapSeverity.MEDIUM: N_("medium"),
    GapSeverity.LOW: N_("low"),
    GapSeverity.NONE: N_("not weighed"),
}
SCOPES: Mapping[Scope, str] = {
    Scope.ALL: N_("every location"),
    Scope.EMERGENCY: N_("emergency reception"),
    Scope.REGULAR: N_("regular reception"),
    Scope.AMV_SMALL: N_("small sites for unaccompanied minors"),
}
PROFILES: Mapping[Profile, str] = {
    Profile.FULL: N_("whole visit"),
    Profile.EMERGENCY: N_("short visit, emergency reception"),
    Profile.AMV_SMALL: N_("small site for unaccompanied minors"),
    Profile.MUNICIPAL: N_("self-check of a municipality"),
}
OURS = N_("{asked} (the number is our proposal)")
AT_LEAST, AT_MOST = N_("at least {bar} {unit}"), N_("at most {bar} {unit}")
WITHOUT_BAR: Mapping[Rule, str] = {
    Rule.IS_TRUE: N_("yes"),
    Rule.ANY_OF: N_("at least one of these: {options}"),
    Rule.ALL_OF: N_("all of these: {options}"),
    Rule.MONITOR: N_("no bar: it is only followed ({unit})"),
    Rule.REFERENCE: N_("no bar: a way to look, filled in by an expert, never computed for a child"),
}


def asked(norm: Norm, words: Words) -> str:
    """What is asked, as one phrase: `at least 4 m²`."""
    measure = norm.measure
    unit = measure.unit.get(words.language, "")
    if measure.bar is not None:
        message = AT_MOST if measure.rule is Rule.AT_MOST else AT_LEAST
        phrase = words.text(message, bar=numbers.decimal(measure.bar, words), unit=unit)
        return words.text(OURS, asked=phrase) if measure.bar_is_ours else phrase
    options = "; ".join(option[words.language] for option in measure.options)
    return words.text(WITHOUT_BAR[measure.rule], options=options, unit=unit)


@dataclass(frozen=True, slots=True)
class Told:
    """One source of a norm in words: the document with the place in it, how it binds, and how sure it is."""

    reference: Reference
    document: str
    place: str
    force: str
    how_sure: str
    is_checked: bool


def sources(norm: Norm, catalogue: Catalogue, words: Words) -> Iterator[Told]:
    """Where a norm comes from, each source with a plain sentence on how sure it is that it says this."""
    for source in norm.sources:
        reference = catalogue.sources[source.key]
        yield Told(
            reference,
            reference.title[words.language],
            source.place[words.language],
            words.text(FORCES[source.force]),
            words.text(HOW_SURE[source.verification]),
            source.verification is Verification.VERIFIED,
        )
