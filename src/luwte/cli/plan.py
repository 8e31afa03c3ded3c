# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte plan`: the main job, from a folder of tables to a folder with a checked plan and its report."""

from luwte.cli.ahead import UntilOption, ahead_of, check_until, files_ahead, tell_ahead
from luwte.cli.arrivals import ArrivalsOption, advice_on, files_of_advice, tell_advice
from luwte.cli.desk import Desk
from luwte.cli.folder import write_folder
from luwte.cli.frontier import NOT_ASKED, FrontierOption, Writing, follow, tell_frontier
from luwte.cli.language import Language
from luwte.cli.limits import GapOption, TimeLimitOption, asked_of, still_wanted, stoppable
from luwte.cli.options import DatasetArgument, DateOption, LanguageOption
from luwte.cli.planned import (
    CycleOption,
    NeedAmvOption,
    OutFolder,
    PolicyOption,
    beside,
    day_of,
    input_hashes,
    policy_bytes,
    seen_from,
    tell_outcome,
)
from luwte.cli.recommended import RecommendOption, tell_recommendations
from luwte.data import TO_PLACE, read
from luwte.placement import load_policy
from luwte.planning import Request, files_of
from luwte.planning import plan as make_plan
from luwte.planning.files import ACCOUNT, FINDINGS, REPORT
from luwte.words import N_

WRITTEN = N_("The report stands in {report}.")
WRITING = N_("Writing the report")


def plan(
    directory: DatasetArgument,
    out: OutFolder,
    date: DateOption = None,
    cycle: CycleOption = None,
    need_amv: NeedAmvOption = None,
    policy: PolicyOption = None,
    recommend: RecommendOption = 0,
    frontier: FrontierOption = False,
    until: UntilOption = None,
    arrivals: ArrivalsOption = 0,
    time_limit: TimeLimitOption = None,
    gap: GapOption = None,
    language: LanguageOption = Language.NL,
) -> None:
    """Plan: tasks by law, a place for every household, checked and counted again, with a report to read."""
    desk = Desk.speaking(language)
    rules = load_policy(policy)
    with desk.progress() as progress:
        dataset = read(directory, need=TO_PLACE, progress=progress)
        check_until(day_of(dataset, date), until)
        with stoppable(desk, time_limit, gap) as limits:
            made = make_plan(
                dataset,
                day_of(dataset, date),
                policy=rules,
                cycle=cycle,
                need_amv=need_amv,
                recommend=recommend,
                progress=progress,
                limits=limits,
            )
        frontier, until, arrivals = still_wanted(desk, limits, frontier, until, arrivals)
        request = Request(cycle, need_amv, language.value, seen_from(out, directory), recommend, **asked_of(limits))
        writing = Writing(
            out, directory, request, input_hashes(directory), lambda of, by: beside(of, dataset, desk.words, by)
        )
        along = follow(made, dataset, rules, writing, progress, limits) if frontier else NOT_ASKED
        seen = ahead_of(made, dataset, rules, until, progress)
        advice = advice_on(made, dataset, rules, arrivals)
        progress(WRITING)
        files = files_of(
            made,
            request=request,
            inputs=writing.inputs,
            beside={
                **writing.beside(made, policy_bytes(policy)),
                **along.table,
                **files_ahead(seen),
                **files_of_advice(advice),
            },
        )
        write_folder(out, {**files, **along.folders}, receipt=ACCOUNT)
    desk.findings(made.findings, kept_in=out / FINDINGS)
    tell_outcome(desk, made)
    tell_recommendations(desk, made, dataset)
    tell_frontier(desk, along.rows)
    tell_ahead(desk, seen)
    tell_advice(desk, advice)
    desk.tell(WRITTEN, report=out / REPORT)
