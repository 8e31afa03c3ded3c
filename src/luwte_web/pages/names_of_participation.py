# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the codes of what children say, and of what there is to do for them, are called on the pages."""

from collections.abc import Mapping
from enum import StrEnum

from luwte.model.participation import Ages, FeedbackState, Period, ProgrammeKind, RunBy, Through
from luwte.words import N_

PARTICIPATION: Mapping[type[StrEnum], Mapping[str, str]] = {
    Through: {
        Through.COUNCIL: N_("children's council"),
        Through.ROUND: N_("round of feedback"),
        Through.SURVEY: N_("survey"),
        Through.OTHER: N_("otherwise"),
    },
    Ages: {
        Ages.UP_TO_THREE: N_("0–3"),
        Ages.FOUR_TO_SEVEN: N_("4–7"),
        Ages.EIGHT_TO_ELEVEN: N_("8–11"),
        Ages.TWELVE_TO_FIFTEEN: N_("12–15"),
        Ages.SIXTEEN_AND_SEVENTEEN: N_("16–17"),
        Ages.MIXED: N_("mixed ages"),
    },
    FeedbackState: {
        FeedbackState.OPEN: N_("open"),
        FeedbackState.DONE: N_("done, not told back"),
        FeedbackState.TOLD_BACK: N_("told back"),
    },
    ProgrammeKind: {
        ProgrammeKind.PLAY: N_("play"),
        ProgrammeKind.PLAY_FOR_WELLBEING: N_("play for wellbeing, such as TeamUp"),
        ProgrammeKind.ART: N_("art and making things"),
        ProgrammeKind.SPORT: N_("sport"),
        ProgrammeKind.HOMEWORK: N_("homework"),
        ProgrammeKind.PEER_SUPPORT: N_("young people for each other"),
        ProgrammeKind.PARENTS: N_("for parents"),
        ProgrammeKind.LOCAL_CLUB: N_("club in the neighbourhood"),
        ProgrammeKind.OTHER: N_("something else"),
    },
    RunBy: {
        RunBy.RESIDENTS: N_("residents"),
        RunBy.SITE_TEAM: N_("the team of the location"),
        RunBy.MUNICIPALITY: N_("municipality"),
        RunBy.ORGANISATION: N_("an organisation"),
        RunBy.OTHER: N_("others"),
    },
    Period: {
        Period.MONTH: N_("a month"),
        Period.QUARTER: N_("a quarter"),
        Period.YEAR: N_("a year"),
        Period.WHOLE: N_("until the money ends"),
    },
}
