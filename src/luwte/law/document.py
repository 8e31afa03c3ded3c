# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Write the pages of `docs/law` from the same files that the law is computed from.

python -m luwte.law.document docs/law
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from luwte.data import national_municipalities
from luwte.law.distribution import distribute
from luwte.law.explain import MARKS
from luwte.law.parameters import Cycle, Figure, cycles
from luwte.law.provisions import Catalogue, Instrument, catalogue
from luwte.law.published import Residual, residuals

LICENCE = "<!-- SPDX-FileCopyrightText: 2026 The Luwte authors -->\n<!-- SPDX-License-Identifier: EUPL-1.2 -->\n"
MADE = "<!-- Made by python -m luwte.law.document; change the YAML in src/luwte/law instead. -->\n"

KEY_PAGE = """# The key

How the national need for places becomes a number for every municipality ({key}).

    Wf  = (SES-WOA + 1) x iG / In        weighting factor of a municipality
    TWf = sum of all Wf
    Iv  = BO x Wf / TWf                  indicative number, rounded to a whole number

iG is the number of inhabitants of the municipality, In that of the country, BO the national need. The same key divides
the places for unaccompanied minors, with BO the need for them ({amv}). The task of a province is the sum of the
numbers of its municipalities ({province}).

Four things follow, and Luwte does them exactly:

- **All arithmetic is exact**, in fractions, until the one rounding at the end.
- **A half rounds up.** Each municipality is rounded on its own.
- **No remainder is handed out.** The numbers may add up to a few places more or less than the need. The first cycle
  was published with 96,002 for a need of 96,000.
- **In cancels.** The numbers depend on each municipality's part of the whole, not on the size of the country.

## Score or derived weight

SES-WOA is a score of CBS. A table may carry it in `ses_woa`, above -1 and at most 2. Where it is empty for the whole
table, `key_weight` stands in the place of 1 + SES-WOA.

The weights of the bundled table are **derived**: computed back from the distribution that was published for the second
cycle. They are proportional to 1 + SES-WOA, with a factor that nobody here knows, and they are no figures of CBS. So:

- agreement with the second cycle proves nothing, and every result says so;
- agreement with the first cycle does say something, since the weights did not come from it;
- a table with scores for some municipalities and derived weights for others is refused, because the two are not on one
  scale ([why](../decisions/0005-one-scale-of-weights.md)).

## Redo it by hand

    luwte distribute --cycle 2024 --explain GM0344 --language en

shows every step for one municipality with its numbers, article, source and mark. `luwte distribute --cycle 2024 --out
OUT` writes weight and inhabitants of all municipalities, so that the sum can be redone as well.
"""


def pages() -> Mapping[str, str]:
    """All pages by file name."""
    made = {"README.md": _index(), "key.md": _key(), "provisions.md": "\n".join(_provisions(catalogue()))}
    made |= {f"cycle-{cycle.cycle}.md": "\n".join(_cycle(cycle)) for cycle in cycles()}
    return {name: f"{LICENCE}{MADE}\n{text.rstrip()}\n" for name, text in made.items()}


def _index() -> str:
    lines = ["# The law in Luwte", "", "- [The key](key.md)", "- [Provisions](provisions.md)"]
    lines.append(
        "- [The law in full](../law-in-full.md): what counts, the cycle, the remainder, grants, regimes, housing"
    )
    lines += [f"- [{cycle.title}](cycle-{cycle.cycle}.md)" for cycle in cycles()]
    lines += ["", "Every figure carries a mark, so that it never looks surer than it is:", ""]
    return "\n".join([*lines, *(f"- **{mark.value}**: {words}" for mark, words in MARKS.items())])


def _key() -> str:
    cited = {"key": "Decree 2.1(3)", "amv": "Decree 2.2(1)", "province": "Decree 2.1(2)"}
    return KEY_PAGE.format(**{name: _linked(citation) for name, citation in cited.items()})


def _provisions(known: Catalogue) -> Iterator[str]:
    yield "# Provisions"
    yield "\nWhat Luwte applies or shows, in our own words. The text of the law decides; each article links to it."
    for name, instrument in known.instruments.items():
        yield from _instrument(instrument)
        for rule in known.provisions:
            if rule.instrument == name:
                provision = known.provision(rule)
                person = rule.person or ""
                yield f"| [{provision.citation}]({provision.link}) | {rule.rule} | {rule.mark.value} | {person} |"


def _instrument(instrument: Instrument) -> Iterator[str]:
    yield f"\n## {instrument.short}: {instrument.title}\n"
    read = f"read in the version of {instrument.version}" if instrument.version else "its text was not read here"
    yield f"{instrument.id}, in force since {instrument.valid_from}, {read}.\n"
    yield "| Provision | Rule | Mark | What people decide |\n|---|---|---|---|"


def _cycle(cycle: Cycle) -> Iterator[str]:
    yield f"# {cycle.title}\n"
    yield "| Parameter | Value | Unit | Provision | Source | Mark |\n|---|---|---|---|---|---|"
    for name, figure in cycle:
        if isinstance(figure, Figure):
            value = "unknown" if figure.known is None else figure.known
            mark = figure.mark.value if figure.mark else "-"
            yield f"| {name} | {value} | {figure.unit} | {_linked(figure.provision)} | {figure.source} | {mark} |"
    yield from _compared(cycle)


def _compared(cycle: Cycle) -> Iterator[str]:
    """The published figures beside those that the bundled table gives."""
    tasks = distribute(national_municipalities(), cycle=cycle.cycle)
    compared = residuals(tasks)
    yield "\n## Published and computed\n"
    yield "Computed with the bundled table and its derived weights. None of these figures is used in a computation.\n"
    for finding in tasks.findings:
        yield f"- {finding.kind.what.format(**finding.params)}"
    yield "\n| Subject | Quantity | Published | Computed | Difference | % | Mark |\n|---|---|---:|---:|---:|---:|---|"
    yield from (_residual(one) for one in compared if not one.figure.from_table)
    if rest := [one for one in compared if one.figure.from_table]:
        largest = max(abs(one.difference) for one in rest)
        equal = sum(one.difference == 0 for one in rest)
        yield f"\nOf {len(rest)} further published numbers of municipalities {equal} are equal and none differs by more"
        yield f"than {largest}. The weights come from them, so this proves nothing."


def _residual(one: Residual) -> str:
    share = "" if one.relative is None else f"{float(one.relative * 100):+.2f}"
    figure = one.figure
    cells = [f"{figure.name} ({figure.subject})", figure.quantity.value, f"{figure.places:,}", f"{one.computed:,}"]
    return f"| {' | '.join([*cells, f'{one.difference:+d}', share, figure.mark.value])} |"


def _linked(citation: str) -> str:
    links = {provision.citation: provision.link for provision in map(catalogue().provision, catalogue().provisions)}
    return f"[{citation}]({links[citation]})"


def main(folder: Path) -> None:
    """Write all pages to a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
