# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Why a location is in its layer, and why one answer about a norm counts and not another: in plain sentences."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from luwte.model.quality import Answer
from luwte.quality.answers import Heard, Voice
from luwte.quality.assess import Assessed
from luwte.quality.catalogue import load_catalogue
from luwte.quality.triage import Because, Reason, Triage
from luwte.words import N_
from luwte_web.pages.reader import Reader

REASONS: Mapping[Reason, str] = {
    Reason.BELOW_FLOOR: N_("Measured below the humanitarian floor, which is always critical: {title} ({norm})."),
    Reason.GATE_FAILED: N_("A gate is not met: {title} ({norm})."),
    Reason.GAP_WITHOUT_ACTION: N_("Weighs heavily, and no action with an owner and a day in time: {title} ({norm})."),
    Reason.GATE_IN_DOUBT: N_("A gate is in doubt, for those who answered do not agree: {title} ({norm})."),
    Reason.GATE_UNANSWERED: N_("Nobody knows whether this gate is met: {title} ({norm})."),
    Reason.NO_GATE_MET: N_("No gate applies here, so nothing shows that it is as it must be."),
    Reason.GAP_WITH_ACTION: N_("Weighs heavily, and is being mended: {title} ({norm})."),
    Reason.SHARE_TOO_SMALL: N_("Of the norms by their weight, {share} are met; {asked} is asked."),
    Reason.SHARE_REACHED: N_("Of the norms by their weight, {share} are met."),
    Reason.TERM_NOT_STATED: N_("To become regular reception, somebody must state that it can stay long enough."),
    Reason.PERMIT_NOT_STATED: N_("To become regular reception, somebody must state that a permit is feasible."),
    Reason.SUPPORT_NOT_STATED: N_("To become regular reception, somebody must state that the region supports it."),
    Reason.STATED_CONVERTIBLE: N_(
        "People state that it can stay long enough, that a permit is feasible and that the region supports it."
    ),
}
NOBODY = N_("Nobody has answered this.")
COULD_NOT_TELL = N_("Who answered could not tell.")
BEYOND_BAR = N_("Measured: {value}. That misses the norm, so it counts as not met whatever was answered.")
IN_DOUBT = N_("In doubt: {who} said worse, and nobody has looked at it since. Until then it does not count as met.")
COUNTS_FIRST = N_("What counts is {who}, which is believed before the others.")
COUNTS_ALONE = N_("What counts is {who}; nobody else answered.")
WHO = N_("{method} of {day}")


def reasons(reader: Reader, found: Triage, assessed: Assessed) -> Iterator[str]:
    """Why a location is in its layer, in the order in which it was decided."""
    for because in found.because:
        yield _reason(reader, because, assessed.met_share, assessed.measure.good_share)


def why_it_counts(reader: Reader, heard: Heard) -> str:
    """Why this answer counts, and not another."""
    if heard.speaker is None:
        return reader.text(COULD_NOT_TELL if heard.voices else NOBODY)
    if heard.beyond_bar:
        values = sorted({given.value for given in heard.speaker.answers if given.value})
        return reader.text(BEYOND_BAR, value="; ".join(values))
    if heard.doubts:
        return reader.text(IN_DOUBT, who="; ".join(_who(reader, voice) for voice in heard.doubts))
    others = any(voice.says is not Answer.UNKNOWN for voice in heard.voices if voice is not heard.speaker)
    return reader.text(COUNTS_FIRST if others else COUNTS_ALONE, who=_who(reader, heard.speaker))


def _reason(reader: Reader, because: Because, met: Fraction | None, asked: Fraction) -> str:
    title = load_catalogue()[because.norm].title[reader.language] if because.norm else ""
    return reader.text(
        REASONS[because.reason],
        title=title,
        norm=because.norm or "",
        share=reader.share(met),
        asked=reader.share(asked),
    )


def _who(reader: Reader, voice: Voice) -> str:
    return reader.text(WHO, method=reader.name(voice.method), day=reader.day(voice.date))
