# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Exchange inside a province (Act 4(1)): one municipality takes over a part of another's number, the sum stays."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from luwte.data.checks.municipal import OTHER_PROVINCE, WITH_ITSELF
from luwte.model.findings import Finding, FindingKind, InputRefused, Severity
from luwte.model.pledges import Exchange
from luwte.words import N_

UNKNOWN_PARTNER = FindingKind(
    "law.exchange_unknown_partner",
    Severity.ERROR,
    N_("{code} has no number in this distribution."),
    N_("Correct the code, or add the municipality."),
    norm="Act 4(1)",
)
MORE_THAN_ITS_NUMBER = FindingKind(
    "law.exchange_more_than_its_number",
    Severity.ERROR,
    N_("{giver} would hand over {places} places of a number of {number}."),
    N_("Hand over less."),
    norm="Act 4(1)",
)
KINDS = (UNKNOWN_PARTNER, MORE_THAN_ITS_NUMBER)


def net_of(exchanges: Iterable[Exchange]) -> Mapping[str, int]:
    """What each municipality takes over, less what it hands over, in places; the sum is nought."""
    net: Counter[str] = Counter()
    for exchange in exchanges:
        net[exchange.taker] += exchange.places
        net[exchange.giver] -= exchange.places
    return net


def exchanged(
    numbers: Mapping[str, int], exchanges: Iterable[Exchange], province_of: Mapping[str, str]
) -> Mapping[str, int]:
    """The agreed number of every municipality. All that the Act does not allow raises `InputRefused` at once."""
    asked = tuple(exchanges)
    net = net_of(asked)
    if faults := tuple(_faults(numbers, asked, net, province_of)):
        raise InputRefused(faults)
    return {code: number + net.get(code, 0) for code, number in numbers.items()}


def _faults(
    numbers: Mapping[str, int], exchanges: Sequence[Exchange], net: Mapping[str, int], province_of: Mapping[str, str]
) -> Iterator[Finding]:
    for exchange in exchanges:
        about = {"giver": exchange.giver, "taker": exchange.taker}
        unknown = [code for code in about.values() if code not in numbers]
        yield from (Finding(UNKNOWN_PARTNER, code, params={"code": code}) for code in unknown)
        if exchange.giver == exchange.taker:
            yield Finding(WITH_ITSELF, exchange.giver, params=about)
        elif not unknown and province_of[exchange.giver] != province_of[exchange.taker]:
            yield Finding(OTHER_PROVINCE, exchange.giver, params=about)
    for code, change in net.items():
        if code in numbers and numbers[code] + change < 0:
            params = {"giver": code, "places": str(-change), "number": str(numbers[code])}
            yield Finding(MORE_THAN_ITS_NUMBER, code, params=params)
