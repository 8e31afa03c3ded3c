# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the files of the law say to readers exists in Dutch, though it stands in data and not in code."""

from collections.abc import Iterator

from luwte.law.computed import computed
from luwte.law.cycle.steps import rules
from luwte.law.housing import national_tasks
from luwte.law.parameters import Figure, cycles
from luwte.law.provisions import catalogue
from luwte.law.published import published_of
from luwte.law.regimes import regimes
from luwte.words import words_in


def said() -> Iterator[str]:
    """Every text of the data that a report or a screen shows."""
    yield from (one.because for one in computed().values() if one.because)
    yield from (rule.rule for rule in catalogue().provisions)
    yield from (rule.person for rule in catalogue().provisions if rule.person)
    yield from (rule.source for rule in rules().values() if rule.source)
    yield from (rule.source for rule in regimes().values())
    yield from (one.source for one in national_tasks())
    for cycle in cycles():
        yield from (one.source for one in published_of(cycle.cycle).outcomes)
        for _, figure in cycle:
            if isinstance(figure, Figure) and figure.provision in ("Act 2(1)", "Act 4(2)", "Act 5(1)", "Act 7(1)"):
                yield figure.source
                if isinstance(figure.known, str):
                    yield figure.known


def test_every_text_of_the_data_exists_in_dutch() -> None:
    dutch = words_in("nl")
    assert sorted({text for text in said() if dutch.text(text) == text}) == []
