# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Take the answers of forms into the table of answers: what stands there stays, and what came before is one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from luwte.model.dataset import Dataset
from luwte.model.findings import Finding, InputRefused, Severity
from luwte.model.quality import Assessment
from luwte.quality.carried import carry_over
from luwte.quality.catalogue import Catalogue, load_catalogue
from luwte.quality.forms import faults
from luwte.quality.forms.answered import answered, names_of, questions_of
from luwte.quality.forms.names import About, edition
from luwte.quality.forms.submissions import Submission, not_read, read_submissions

Said = tuple[Assessment, Submission]


@dataclass(frozen=True)
class Gathered:
    """What came in: the `new` answers, how many stood in the table before, and from how many forms."""

    new: tuple[Assessment, ...]
    known: int
    forms: int
    findings: tuple[Finding, ...]


def gather(files: Iterable[Path], dataset: Dataset, catalogue: Catalogue, today: date) -> Gathered:
    """Read exports of ODK or KoboToolbox beside a dataset; `catalogue` is the one that answers are held against.

    Answers of forms that were made from the bundled catalogue are kept under its norms, whatever the catalogue. Raises
    InputRefused with every finding at once where there is any error.
    """
    locations = frozenset(location.key for location in dataset.locations)
    findings: list[Finding] = []
    forms: list[Submission] = []
    said: list[Said] = []
    for file in files:
        submissions, wrong = read_submissions(file)
        findings += wrong
        if any(finding.kind is faults.NO_QUESTION for finding in wrong):
            continue
        findings += [one.discreet(faults.REJECTED, "KEY") for one in submissions if one.is_turned_down]
        forms += [one for one in submissions if not one.is_turned_down]
    for form in forms:
        asked_from = _asked_from(form, catalogue)
        if isinstance(asked_from, Finding):
            findings.append(asked_from)
            continue
        found = answered(form, asked_from, locations, today)
        findings += found.findings
        said += [(answer, form) for answer in found.answers]
    new, known, changed = _beside(dataset.assessments, said)
    findings += [*changed, *_of_editions(forms, catalogue, new)]
    findings += not_read(forms, names_of(questions_of(catalogue)) | names_of(questions_of(load_catalogue())))
    if any(finding.kind.severity is Severity.ERROR for finding in findings):
        raise InputRefused(tuple(findings))
    return Gathered(tuple(new), known, len(forms), tuple(findings))


def _asked_from(form: Submission, catalogue: Catalogue) -> Catalogue | Finding:
    """The catalogue whose norms a form asks about, or why that is not known."""
    told = form.text(About.CATALOGUE).split()
    if len(told) < 3:
        return form.finding(faults.NO_EDITION, About.CATALOGUE)
    for known in (catalogue, load_catalogue()):
        if told[0] == known.id:
            return known
    params = {"asked": " ".join(told[:-1]), "catalogue": catalogue.id}
    return form.finding(faults.OTHER_CATALOGUE, About.CATALOGUE, **params)


def _beside(standing: Iterable[Assessment], said: Sequence[Said]) -> tuple[list[Assessment], int, list[Finding]]:
    """The answers that are new, how many came before, and those that say something else than one that came before."""
    before = {_key(answer): (answer, "assessments") for answer in standing}
    new, known, changed = [], 0, []
    for answer, form in said:
        earlier, where = before.setdefault(_key(answer), (answer, form.place))
        if earlier is answer:
            new.append(answer)
        elif earlier == answer:
            known += 1
        else:
            params = {"norm": answer.indicator, "before": earlier.answer, "now": answer.answer, "where": where}
            changed.append(form.finding(faults.CHANGED, About.DATE, **params))
    return new, known, changed


def _key(answer: Assessment) -> tuple[object, ...]:
    """What makes an answer one: where, about whom and what, when, how and by whom."""
    return answer.location, answer.group, answer.indicator, answer.date, answer.method, answer.assessor


def _of_editions(forms: Iterable[Submission], catalogue: Catalogue, new: Iterable[Assessment]) -> Iterator[Finding]:
    """Which forms asked from another edition than the catalogue, and what their answers do not tell under it."""
    times = Counter(form.text(About.CATALOGUE) for form in forms)
    others = {asked: number for asked, number in times.items() if asked.split()[-1:] != [catalogue.hash]}
    for asked, number in others.items():
        params = {"asked": _short(asked), "catalogue": _short(edition(catalogue)), "number": str(number)}
        yield Finding(faults.OTHER_EDITION, subject=asked.split()[0] if asked else "", params=params)
    if others:
        yield from carry_over(new, catalogue).findings


def _short(told: str) -> str:
    """An edition with the first eight signs of its hash."""
    *named, digest = told.split() or [""]
    return " ".join((*named, digest[:8]))
