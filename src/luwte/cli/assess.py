# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte assess`: how every location stands for every group by the norms, and where children cannot wait."""

from collections.abc import Mapping, Sequence

from luwte.cli.desk import Desk, Sheet
from luwte.cli.folder import check_folder, write_folder
from luwte.cli.language import Language
from luwte.cli.options import BeforeOption, CatalogueOption, DatasetArgument, DateOption, LanguageOption
from luwte.cli.planned import OutFolder, day_of, source_seen_from
from luwte.data import TO_PLACE, read
from luwte.model.describe import WHOM
from luwte.placement import load_policy
from luwte.planning.assessing import assessing
from luwte.planning.files import FINDINGS
from luwte.planning.outputs import CriticalRow
from luwte.planning.results import ASSESS, assess_files
from luwte.quality.catalogue import load_catalogue
from luwte.reporting import labels
from luwte.words import N_

FIRST = 10  # critical locations that are shown; the file has them all

BY_KIND, BY_FITNESS, BY_LAYER = (
    N_("Children by kind of site"),
    N_("Children by fitness of their place"),
    N_("Children by layer of where they live"),
)
MOST_PRESSING = N_("Critical or failing a gate, the most pressing first (children x days x failed gates)")
PRESSING = (N_("location"), N_("group"), N_("layer"), N_("children"), N_("days"), N_("failed gates"), N_("weight"))
WRITTEN = N_("Written to {folder}: {files}.")


def assess(
    directory: DatasetArgument,
    out: OutFolder,
    date: DateOption = None,
    catalogue: CatalogueOption = None,
    before: BeforeOption = None,
    language: LanguageOption = Language.NL,
) -> None:
    """Assess: by which norms each location is fit for whom, in which layer it is and why, and who lives there."""
    desk = Desk.speaking(language)
    check_folder(out, receipt=ASSESS)
    norms, earlier = load_catalogue(catalogue), load_catalogue(before) if before else None
    with desk.progress() as progress:
        dataset = read(directory, need=TO_PLACE, progress=progress)
        found = assessing(dataset, day_of(dataset, date), policy=load_policy(), catalogue=norms, before=earlier)
    files = assess_files(found, source_seen_from(out, directory))
    write_folder(out, files, receipt=ASSESS)
    desk.findings(found.findings, kept_in=out / FINDINGS)
    for title, counts, names in (
        (BY_KIND, found.children_by_kind, labels.KINDS_OF_SITE),
        (BY_FITNESS, found.children_by_fitness, labels.FITNESS),
        (BY_LAYER, found.children_by_layer, labels.LAYERS),
    ):
        desk.table(_counts(desk, title, counts, names))
    desk.table(_pressing(desk, found.critical))
    desk.tell(WRITTEN, folder=out, files=", ".join(files))


def _counts(desk: Desk, title: str, counts: Mapping[str, int], names: Mapping[str, str]) -> Sheet:
    text = desk.words.text
    rows = [(text(names[code]), desk.number(count)) for code, count in counts.items()]
    whole = (text(N_("together")), desk.number(sum(counts.values())))
    return Sheet((text(title), text(N_("children"))), rows, numeric=frozenset({1}), footer=whole)


def _pressing(desk: Desk, critical: Sequence[CriticalRow]) -> Sheet:
    rows = [
        (
            row.location,
            desk.words.text(WHOM[row.group]),
            desk.words.text(labels.LAYERS[row.layer]),
            desk.number(row.children),
            str(row.days),
            desk.number(row.failed_gates),
            desk.number(row.weight),
        )
        for row in critical[:FIRST]
    ]
    headings = [desk.words.text(heading) for heading in PRESSING]
    return Sheet(headings, rows, numeric=frozenset(range(3, len(PRESSING))), title=desk.words.text(MOST_PRESSING))
