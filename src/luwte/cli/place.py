# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte place`: the placement of a plan alone, by the same road, so that the two always agree."""

from collections.abc import Mapping

from luwte.cli.ahead import UntilOption, ahead_of, check_until, files_ahead, tell_ahead
from luwte.cli.arrivals import ArrivalsOption, advice_on, files_of_advice, tell_advice
from luwte.cli.desk import Desk
from luwte.cli.explained import ExplainOption, check_known, tell_explained
from luwte.cli.folder import write_folder
from luwte.cli.frontier import NOT_ASKED, FrontierOption, Writing, follow, tell_frontier
from luwte.cli.language import Language
from luwte.cli.limits import GapOption, TimeLimitOption, asked_of, still_wanted, stoppable
from luwte.cli.options import DatasetArgument, DateOption, LanguageOption
from luwte.cli.planned import (
    OutFolder,
    PolicyOption,
    day_of,
    input_hashes,
    policy_bytes,
    seen_from,
    tell_outcome,
)
from luwte.cli.what_if import ConvertOption, Trial, WithOption, WithoutOption, changes_of, place_with_changes
from luwte.data import TO_PLACE, read
from luwte.placement import load_policy
from luwte.planning import Plan, Request, files_of, plan
from luwte.planning.files import FINDINGS, POLICY
from luwte.words import N_

TABLES = ("placements.csv", "worth.csv", "fairness.csv", FINDINGS)
ACCOUNT = "place.json"
WRITTEN = N_("Written to {folder}: {files}.")


def place(
    directory: DatasetArgument,
    out: OutFolder,
    date: DateOption = None,
    policy: PolicyOption = None,
    without: WithoutOption = None,
    opened: WithOption = None,
    convert: ConvertOption = None,
    frontier: FrontierOption = False,
    until: UntilOption = None,
    arrivals: ArrivalsOption = 0,
    time_limit: TimeLimitOption = None,
    gap: GapOption = None,
    explain: ExplainOption = None,
    language: LanguageOption = Language.NL,
) -> None:
    """Place: a place for every household on a day, with levels, bounds and reasons."""
    desk = Desk.speaking(language)
    if changes := changes_of(without, opened, convert):
        place_with_changes(desk, Trial(directory, out, date, policy, changes, TABLES, ACCOUNT, time_limit, gap))
        return
    rules = load_policy(policy)
    with desk.progress() as progress:
        dataset = read(directory, need=TO_PLACE, progress=progress)
        check_until(day_of(dataset, date), until)
        check_known(dataset, explain)
        with stoppable(desk, time_limit, gap) as limits:
            made = plan(dataset, day_of(dataset, date), policy=rules, progress=progress, limits=limits)
        frontier, until, arrivals = still_wanted(desk, limits, frontier, until, arrivals)
        request = Request(language=language.value, data=seen_from(out, directory), **asked_of(limits))
        writing = Writing(out, directory, request, input_hashes(directory), _policy_beside, TABLES, ACCOUNT)
        along = follow(made, dataset, rules, writing, progress, limits) if frontier else NOT_ASKED
        seen = ahead_of(made, dataset, rules, until, progress)
        advice = advice_on(made, dataset, rules, arrivals)
        files = files_of(
            made,
            request=request,
            inputs=writing.inputs,
            beside={POLICY: policy_bytes(policy), **along.table, **files_ahead(seen), **files_of_advice(advice)},
            tables=TABLES,
            account_name=ACCOUNT,
        )
        write_folder(out, {**files, **along.folders}, receipt=ACCOUNT)
    desk.findings(made.findings, kept_in=out / FINDINGS)
    tell_outcome(desk, made)
    tell_frontier(desk, along.rows)
    tell_ahead(desk, seen)
    tell_advice(desk, advice)
    tell_explained(desk, made, dataset, explain)
    desk.tell(WRITTEN, folder=out, files=", ".join(files))


def _policy_beside(made: Plan, policy: bytes) -> Mapping[str, bytes]:
    return {POLICY: policy}
