# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch words that people write where a code is needed, so that the mend can name the code."""

CODES_FOR_DUTCH = {
    "gezin": "family", "gezinnen": "family", "alleenstaand": "adult", "alleenstaande": "adult", "volwassene": "adult",
    "volwassen": "adult", "volwassenen": "adult", "jongvolwassene": "young_adult", "alle": "all", "allen": "all",
    "registratie": "registration", "procedure": "procedure", "vergunning": "permit", "statushouder": "permit",
    "vergunninghouder": "permit", "terugkeer": "return", "blijven": "stay", "plaats": "place", "regio": "region",
    "kleinschalig": "small_scale", "kind": "child", "voogd": "guardian", "ouders": "parents", "ouder": "parent",
    "wettelijk verzorger": "legal_carer", "broer": "sibling", "zus": "sibling", "familielid": "relative",
    "zelf": "self", "vrouw": "f", "man": "m", "v": "f", "noodopvang": "emergency",
    "crisisnoodopvang": "crisis_emergency", "aanmeldcentrum": "registration", "ol": "registration",
    "tijdelijke gemeentelijke opvang": "temporary_municipal", "tgo": "temporary_municipal",
    "gemeentelijk": "municipal", "gemeente": "municipality", "anders": "other", "overig": "other", "huis": "house",
    "woning": "house", "flat": "flats", "kantoor": "office", "vakantiepark": "holiday_park", "unit": "containers",
    "units": "containers", "schip": "ship", "boot": "ship", "cruiseschip": "ship", "sporthal": "sports_hall",
    "evenementenhal": "event_hall", "beurshal": "event_hall", "ja": "yes", "nee": "no", "onbekend": "unknown",
    "noord": "north", "midden": "middle", "zuid": "south", "sluiting": "closure", "capaciteit": "capacity",
    "achttien": "eighteen", "eigen wens": "own_wish", "medisch": "medical", "aanvaard": "accepted",
    "vast": "committed", "geannuleerd": "cancelled", "voldaan": "met", "deels": "partly", "niet voldaan": "not_met",
    "niet van toepassing": "not_applicable", "idee": "idea", "intentie": "intention", "kansrijk": "viable",
    "besloten": "decided", "gerealiseerd": "realised", "geweigerd": "refused", "bezoek": "visit",
    "motie": "motion", "amendement": "amendment", "toezegging": "undertaking", "vraag": "question",
    "aanbeveling": "recommendation", "open": "open", "lopend": "running",
}  # fmt: skip
