# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The example country of `luwte demo`: made once, planned once, kept in the data folder and in the database.

The registry is brought the very tables that the plan on show was made from, so that both speak of the same people.
"""

from fractions import Fraction
from pathlib import Path

from django.conf import settings

from luwte.cli.folder import write_folder
from luwte.cli.frontier import NOT_ASKED, Writing, follow
from luwte.cli.language import Language
from luwte.cli.planned import beside, day_of, input_hashes, policy_bytes, seen_from
from luwte.data import TO_PLACE, read
from luwte.data.example import make_example, write_example
from luwte.model.progress import Progress
from luwte.placement import load_policy
from luwte.planning import Request, files_of, plan
from luwte.planning.files import ACCOUNT
from luwte.words import N_, words_in
from luwte_web.accounts.actors import SYSTEM
from luwte_web.artefacts import selectors, services
from luwte_web.registry import importing
from luwte_web.registry.selectors import latest_change

TABLES, PLAN = "example", "example-plan"
REASON = N_("the example of the demo")
RECOMMENDED = 3  # changes that would help, planned too, so that the page about them has something to show


def publish_where_missing(
    scale: Fraction, language: Language, progress: Progress, *, with_frontier: bool = False
) -> None:
    """Make, plan and publish the example, unless a plan is shown already; what an earlier start made is used again."""
    if selectors.shown() is not None:
        return
    home = Path(settings.HOME)
    tables, planned = home / TABLES, home / PLAN
    if not tables.exists():
        write_example(make_example(scale=scale, progress=progress), tables, replace=False)
    _plan(tables, planned, language, progress, with_frontier=with_frontier)
    progress(N_("Storing the plan"))
    services.publish_folders(tables, planned)


def bring_in_where_empty(language: Language, progress: Progress) -> None:
    """Bring the tables of the plan that is shown into a registry in which nothing stands yet, unless they are real."""
    shown = selectors.shown()
    if shown is None or latest_change():
        return
    dataset = selectors.published(shown.address).dataset
    if dataset.synthetic:
        importing.apply(importing.compare(dataset, progress), SYSTEM, words_in(language.value).text(REASON), progress)


def _plan(tables: Path, out: Path, language: Language, progress: Progress, *, with_frontier: bool) -> None:
    """The same folder as `luwte plan` writes."""
    dataset = read(tables, need=TO_PLACE, progress=progress)
    policy, words = load_policy(None), words_in(language.value)
    made = plan(dataset, day_of(dataset, None), policy=policy, recommend=RECOMMENDED, progress=progress)
    request = Request(language=language.value, data=seen_from(out, tables), recommend=RECOMMENDED)
    writing = Writing(out, tables, request, input_hashes(tables), lambda of, by: beside(of, dataset, words, by))
    along = follow(made, dataset, policy, writing, progress) if with_frontier else NOT_ASKED
    files = files_of(
        made,
        request=request,
        inputs=writing.inputs,
        beside={**writing.beside(made, policy_bytes(None)), **along.table},
    )
    write_folder(out, {**files, **along.folders}, receipt=ACCOUNT)
