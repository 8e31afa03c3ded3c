# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The results that are no plan, as files: an assessment, a phase-out and the terms of children, each with its account.

The same result gives the same bytes, so that it can be made again and compared.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from luwte.model.dataset import Dataset
from luwte.model.receipt import Receipt, software
from luwte.planning.accounts import sha256, with_account
from luwte.planning.assessing import Assessing
from luwte.planning.cells import to_csv
from luwte.planning.files import FINDINGS
from luwte.planning.finding_rows import finding_rows
from luwte.planning.outputs import CriticalRow, FindingRow, LayerRow, SuitabilityRow
from luwte.planning.phase_out import PhaseOut
from luwte.planning.phase_out.rows import MeasureRow, PaceRow, PlacesRow, QuarterRow, SiteRow, SitesRow
from luwte.quality.clocks import BUNDLED
from luwte.quality.term_tables import TermCountRow, TermRow, count_rows, term_rows
from luwte.quality.terms import Term

ASSESS, PHASE_OUT, TERMS = "assess.json", "phase_out.json", "terms.json"
Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Source:
    """The tables of a result: SHA-256 by name of file, and where they lay, seen from the folder of the result."""

    inputs: Mapping[str, str]
    data: str | None = None


def assess_files(found: Assessing, source: Source) -> Files:
    """The tables of an assessment, and its account with the three counts of children."""
    tables = {
        "suitability.csv": to_csv(SuitabilityRow, found.suitability),
        "layers.csv": to_csv(LayerRow, found.layers),
        "critical.csv": to_csv(CriticalRow, found.critical),
        FINDINGS: to_csv(FindingRow, finding_rows(found.findings)),
    }
    counts = {
        "children_by_kind": found.children_by_kind,
        "children_by_fitness": found.children_by_fitness,
        "children_by_layer": found.children_by_layer,
    }
    return with_account("assess", ASSESS, found.receipt, tables, source.inputs, data=source.data, **counts)


def phase_out_files(found: PhaseOut, until: date, source: Source) -> Files:
    """The tables of a phase-out, and its account with the day that was asked about."""
    tables = {
        "phase_out_quarters.csv": to_csv(QuarterRow, found.quarters),
        "phase_out_sites.csv": to_csv(SitesRow, found.sites_by_quarter),
        "phase_out_pace.csv": to_csv(PaceRow, found.pace),
        "phase_out_places.csv": to_csv(PlacesRow, found.places),
        "phase_out_conditions.csv": to_csv(SiteRow, found.sites),
        "phase_out_measures.csv": to_csv(MeasureRow, found.measures),
        "critical.csv": to_csv(CriticalRow, found.critical),
    }
    told = {"data": source.data, "until": until.isoformat()}
    return with_account("phase-out", PHASE_OUT, found.receipt, tables, source.inputs, **told)


def terms_files(dataset: Dataset, found: Sequence[Term], on: date, source: Source) -> Files:
    """The two tables of the terms of children, and their account."""
    tables = {
        "terms.csv": to_csv(TermRow, term_rows(found, on)),
        "terms_counts.csv": to_csv(TermCountRow, count_rows(found)),
    }
    receipt = Receipt(software(), dataset.content_hash, on, {"terms": sha256(BUNDLED.read_bytes())})
    return with_account("terms", TERMS, receipt, tables, source.inputs, data=source.data)
