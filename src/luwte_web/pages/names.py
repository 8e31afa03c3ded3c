# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the codes of the tables are called on the pages: one name for one thing."""

from collections.abc import Mapping
from enum import StrEnum

from luwte.law.cycle.ladder import STATUSES
from luwte.law.cycle.steps import TITLES
from luwte.law.remainder import Scope as RemainderScope
from luwte.law.remainder import Way
from luwte.law.remainder.divide import SCOPES, WAYS
from luwte.model import quality
from luwte.model.cycles import Status, Step
from luwte.model.findings import Severity
from luwte.model.marks import Mark
from luwte.model.people import HouseholdGroup, Phase, Relation, Sex, WishBy, WishKind
from luwte.model.places import Building, CoaCategory, Fitness, LocationKind, Operator, PlaceGroup, Scheme
from luwte.model.pledges import OfferStatus
from luwte.model.stays import MoveCause, MoveStatus
from luwte.placement.placement import Action, Cause
from luwte.quality import called, clocks
from luwte.quality.catalogue import Profile
from luwte.quality.norm import Force, GapSeverity, Level, Pillar, Scope, Verification
from luwte.reporting import labels, norms
from luwte.words import N_
from luwte_web.pages.names_of_inspections import INSPECTIONS
from luwte_web.pages.names_of_participation import PARTICIPATION
from luwte_web.pages.names_of_sites import SITES
from luwte_web.registry.models import Answer, AtEighteen, LeftFor, PartedFor, Tie
from luwte_web.workspace.history import WHATS, What
from luwte_web.workspace.models import Heard, JobState, Stance
from luwte_web.workspace.proposals import Standing

NAMES: Mapping[type[StrEnum], Mapping[str, str]] = {
    LocationKind: labels.KINDS_OF_SITE,
    Fitness: labels.FITNESS,
    Step: TITLES,
    Status: STATUSES,
    Way: WAYS,
    RemainderScope: SCOPES,
    Action: labels.ACTIONS,
    Cause: labels.CAUSES,
    PlaceGroup: labels.GROUPS,
    HouseholdGroup: labels.HOUSEHOLDS,
    Operator: {
        Operator.COA: N_("COA"),
        Operator.MUNICIPALITY: N_("municipality"),
        Operator.NIDOS: N_("Nidos"),
        Operator.OTHER: N_("another organisation"),
    },
    Scheme: {
        Scheme.COA: N_("COA"),
        Scheme.DGOS: N_("DGOS"),
        Scheme.KSOS: N_("KSOS"),
        Scheme.TGO: N_("TGO"),
        Scheme.OTHER: N_("another arrangement"),
    },
    Building: {
        Building.HOUSE: N_("house"),
        Building.FLATS: N_("flats"),
        Building.RESIDENTIAL: N_("residential building"),
        Building.SCHOOL: N_("former school"),
        Building.OFFICE: N_("office"),
        Building.HOLIDAY_PARK: N_("holiday park"),
        Building.CONTAINERS: N_("container homes"),
        Building.HOTEL: N_("hotel"),
        Building.SHIP: N_("ship"),
        Building.SPORTS_HALL: N_("sports hall"),
        Building.EVENT_HALL: N_("event hall"),
        Building.TENT: N_("tent"),
        Building.OTHER: N_("other building"),
    },
    Phase: {
        Phase.REGISTRATION: N_("being registered"),
        Phase.PROCEDURE: N_("in the asylum procedure"),
        Phase.PERMIT: N_("has a permit, waits for a home"),
        Phase.RETURN: N_("in the return phase"),
    },
    WishKind: {
        WishKind.STAY: N_("to stay here"),
        WishKind.PLACE: N_("a certain municipality"),
        WishKind.REGION: N_("a certain region"),
        WishKind.SMALL_SCALE: N_("a small-scale place"),
    },
    WishBy: {
        WishBy.CHILD: N_("the child"),
        WishBy.GUARDIAN: N_("the guardian"),
        WishBy.PARENTS: N_("the parents"),
    },
    OfferStatus: {
        OfferStatus.IDEA: N_("idea"),
        OfferStatus.INTENTION: N_("intention"),
        OfferStatus.VIABLE: N_("viable initiative"),
        OfferStatus.DECIDED: N_("decided"),
        OfferStatus.REALISED: N_("realised"),
        OfferStatus.REFUSED: N_("refused"),
    },
    Mark: {
        Mark.PUBLISHED: N_("published"),
        Mark.SECONDARY: N_("secondary"),
        Mark.RECONSTRUCTED: N_("reconstructed"),
        Mark.ASSUMPTION: N_("assumption"),
    },
    Standing: {
        Standing.OPEN: N_("to decide"),
        Standing.ACCEPTED: N_("accepted"),
        Standing.OVERRIDDEN: N_("another place chosen"),
        Standing.HELD: N_("on hold"),
        Standing.COMMITTED: N_("final"),
        Standing.STALE: N_("out of date"),
    },
    What: WHATS,
    JobState: {
        JobState.WAITING: N_("waits to begin"),
        JobState.RUNNING: N_("is being made"),
        JobState.DONE: N_("made"),
        JobState.CANCELLED: N_("cancelled"),
        JobState.FAILED: N_("not made"),
    },
    Stance: {
        Stance.AGREES: N_("agrees"),
        Stance.NEUTRAL: N_("has no preference"),
        Stance.OBJECTS: N_("objects"),
    },
    Heard: {
        Heard.GUARDIAN: N_("guardian"),
        Heard.SITE_TEAM: N_("team of a location"),
        Heard.PLACEMENT_OFFICER: N_("placement officer"),
        Heard.SCHOOL: N_("somebody at school"),
        Heard.OTHER: N_("somebody else whom the child trusts"),
    },
    Relation: {
        Relation.PARENT: N_("parent"),
        Relation.LEGAL_CARER: N_("legal carer"),
        Relation.CHILD: N_("child"),
        Relation.SIBLING: N_("brother or sister"),
        Relation.RELATIVE: N_("relative"),
        Relation.PARTNER: N_("partner"),
        Relation.SELF: N_("alone"),
    },
    Sex: {Sex.FEMALE: N_("female"), Sex.MALE: N_("male"), Sex.X: N_("x")},
    MoveCause: {
        MoveCause.PROCEDURE: N_("the asylum procedure"),
        MoveCause.CLOSURE: N_("the location closed"),
        MoveCause.CAPACITY: N_("no room"),
        MoveCause.EIGHTEEN: N_("turned eighteen, with a plan"),
        MoveCause.OWN_WISH: N_("own wish"),
        MoveCause.FAMILY: N_("family"),
        MoveCause.MEDICAL: N_("medical reasons"),
    },
    MoveStatus: {
        MoveStatus.ACCEPTED: N_("accepted"),
        MoveStatus.COMMITTED: N_("final"),
        MoveStatus.CANCELLED: N_("cancelled"),
    },
    Answer: {
        Answer.GRANTED: N_("granted"),
        Answer.REFUSED: N_("not granted"),
        Answer.WITHDRAWN: N_("withdrawn"),
    },
    Tie: {
        Tie.PARENT: N_("parent"),
        Tie.CHILD: N_("child"),
        Tie.SIBLING: N_("brother or sister"),
        Tie.PARTNER: N_("partner"),
        Tie.RELATIVE: N_("relative"),
        Tie.CLOSE_PERSON: N_("somebody close"),
    },
    AtEighteen: {
        AtEighteen.STAY: N_("stays on here"),
        AtEighteen.RECEPTION: N_("another place in reception"),
        AtEighteen.HOME: N_("a home of their own, with guidance"),
        AtEighteen.FAMILY: N_("with family"),
    },
    LeftFor: {
        LeftFor.HOME: N_("to a home of their own"),
        LeftFor.FAMILY: N_("to family or others who take them in"),
        LeftFor.ABROAD: N_("to another country"),
        LeftFor.UNKNOWN: N_("not known where to"),
        LeftFor.DIED: N_("died"),
    },
    PartedFor: {
        PartedFor.OTHER_PARENT: N_("left with the other parent"),
        PartedFor.ON_THEIR_OWN: N_("is a household of their own now"),
        PartedFor.ELSEWHERE: N_("left for elsewhere"),
        PartedFor.DIED: N_("died"),
        PartedFor.NEVER: N_("never was in this household: written down wrongly"),
    },
    clocks.Standing: {
        clocks.Standing.MET: N_("met"),
        clocks.Standing.LATE: N_("met, too late"),
        clocks.Standing.OVERDUE: N_("over"),
        clocks.Standing.SOON: N_("nearly over"),
        clocks.Standing.RUNNING: N_("running"),
        clocks.Standing.UNKNOWN: N_("start not known"),
        clocks.Standing.NOT_APPLICABLE: N_("does not apply"),
    },
    quality.Answer: called.ANSWERS,
    quality.Method: called.METHODS,
    CoaCategory: called.CATEGORIES,
    Pillar: norms.PILLARS,
    Level: norms.LEVELS,
    Force: labels.FORCES,
    Verification: norms.VERIFICATIONS,
    GapSeverity: norms.SEVERITIES,
    Scope: norms.SCOPES,
    Profile: norms.PROFILES,
    Severity: {
        Severity.ERROR: N_("error"),
        Severity.WARNING: N_("warning"),
        Severity.NOTE: N_("note"),
    },
    **PARTICIPATION,
    **INSPECTIONS,
    **SITES,
}

NEEDS: Mapping[str, str] = {
    "accessible": N_("accessible without stairs"),
    "quiet": N_("a quiet place"),
    "women_only": N_("women only"),
    "medical_near": N_("medical care close by"),
    "lgbtiq_safe": N_("safe for lgbtiq+ people"),
}

RULES: Mapping[str, str] = {
    "closing": N_("closes too soon, or takes nobody in"),
    "group": N_("no places for this group"),
    "amv_team": N_("shared with families, without an own team for unaccompanied minors"),
    "registration": N_("only for people who are being registered"),
    "needs": N_("does not provide what they need"),
    "only_for_others": N_("meant for others only"),
    "no_worse": N_("not fit, while the present place is"),
    "too_small": N_("too small for the household together"),
}
