# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte terms`: how the terms of children stand on a day, counted, and whose run or are over."""

from collections.abc import Sequence
from datetime import date as day

from luwte.cli.desk import Desk, Sheet
from luwte.cli.exits import UsageRefused
from luwte.cli.folder import check_folder, write_folder
from luwte.cli.language import Language
from luwte.cli.options import DatasetArgument, DateOption, LanguageOption, OutOption
from luwte.cli.planned import day_of, source_seen_from
from luwte.data import TO_PLACE, read
from luwte.law.explain import MARKS
from luwte.model.dataset import Dataset
from luwte.planning.results import TERMS, terms_files
from luwte.quality.clocks import bundled_terms
from luwte.quality.eighteen import turning
from luwte.quality.term_tables import TermCountRow, count_rows
from luwte.quality.terms import terms as terms_on
from luwte.reporting.labels import FORCES
from luwte.words import N_

TOO_EARLY = N_("The tables describe {reference}: how terms stood on {on}, before that, cannot be told from them.")
TITLE = N_("Terms of children on {on}")
HEADINGS = (
    N_("term"), N_("force"), N_("how sure"), N_("met"), N_("met, too late"), N_("running"), N_("overdue"),
    N_("start not known"),
)  # fmt: skip
NOT_KEPT = N_("The tables hold no days for these terms, and nothing is computed:")
MISSING = N_("{term} ({norm}): missing is {missing}.")
TURNING = (
    N_("{n} young person who came alone turns eighteen within {months} months and needs a plan."),
    N_("{n} young people who came alone turn eighteen within {months} months and need a plan."),
)
WRITTEN = N_("Written to {folder}: {files}.")


def terms(
    directory: DatasetArgument,
    date: DateOption = None,
    out: OutOption = None,
    language: LanguageOption = Language.NL,
) -> None:
    """Terms: for every child what must happen by when, by which norm, and what is overdue."""
    desk = Desk.speaking(language)
    if out is not None:
        check_folder(out, receipt=TERMS)
    with desk.progress() as progress:
        dataset = read(directory, need=TO_PLACE, progress=progress)
    on = day_of(dataset, date)
    if dataset.reference_date and on < dataset.reference_date:
        raise UsageRefused(TOO_EARLY, reference=dataset.reference_date.isoformat(), on=on.isoformat())
    found = tuple(terms_on(dataset, on))
    desk.findings(dataset.findings)
    desk.table(_counted(desk, count_rows(found), on))
    _tell_the_rest(desk, dataset, on)
    if out is not None:
        files = terms_files(dataset, found, on, source_seen_from(out, directory))
        write_folder(out, files, receipt=TERMS)
        desk.tell(WRITTEN, folder=out, files=", ".join(files))


def _counted(desk: Desk, rows: Sequence[TermCountRow], on: day) -> Sheet:
    titles = {clock.code: clock.title[desk.words.language] for clock in bundled_terms().clocks}
    shown = [
        (
            titles[row.term],
            desk.words.text(FORCES[row.force]),
            desk.words.text(MARKS[row.mark]),
            *(desk.number(count) for count in (row.met, row.late, row.running, row.overdue, row.unknown)),
        )
        for row in rows
    ]
    headings = [desk.words.text(heading) for heading in HEADINGS]
    title = desk.words.text(TITLE, on=on.isoformat())
    return Sheet(headings, shown, numeric=frozenset(range(3, len(HEADINGS))), title=title)


def _tell_the_rest(desk: Desk, dataset: Dataset, on: day) -> None:
    """Who needs a plan for eighteen, and the terms that nobody can compute from the tables."""
    known, language = bundled_terms(), desk.words.language
    young = len(turning(dataset, on))
    months = desk.number(known.eighteen.months_ahead)
    desk.print(desk.words.count(*TURNING, young, months=months))
    desk.say(NOT_KEPT)
    for term in known.not_kept:
        said = {"term": term.title[language], "norm": term.norm[language], "missing": term.missing[language]}
        desk.say(MISSING, **said)
