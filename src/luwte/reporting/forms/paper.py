# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A form on paper: a page that opens from disk and prints, each domain on a sheet of its own, with boxes to tick."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from luwte.model.quality import Answer, AssessedGroup
from luwte.quality.forms import Form
from luwte.quality.forms.names import is_measured
from luwte.quality.norm import Norm
from luwte.reporting.forms import said
from luwte.reporting.labels import GROUPS
from luwte.reporting.numbers import day
from luwte.reporting.printed import printed
from luwte.words import Words


@dataclass(frozen=True)
class Asked:
    """One norm on paper: `unit` where a number is written beside it, `whom` where it is not asked for every group."""

    id: str
    title: str
    bar: str
    is_gate: bool
    unit: str | None
    whom: str
    how: str
    sources: tuple[str, ...]


def paper(form: Form, words: Words) -> str:
    """A whole HTML page in one language, without script or anything from elsewhere."""
    domains = [
        (form.catalogue.domains[domain][words.language], tuple(_asked(form, norms, words)))
        for domain, norms in form.domains.items()
    ]
    return printed(
        "form.html",
        form=form,
        title=said.title(form, words),
        day=day(form.on, words),
        domains=domains,
        answers=[words.text(said.ANSWERS[answer]) for answer in Answer],
        whom=[words.text(said.WHOM[AssessedGroup(group)]) for group in form.whom],
        methods=[words.text(label) for label in said.METHODS.values()],
        how_to=[words.text(line) for line in said.HOW_TO],
        text=words.text,
        language=words.language,
    )


def _asked(form: Form, norms: Iterable[Norm], words: Words) -> Iterator[Asked]:
    for norm in norms:
        groups = [group for group in form.groups if group in norm.groups]
        yield Asked(
            id=norm.id,
            title=norm.title[words.language],
            bar=said.bar(norm, words),
            is_gate=norm.is_gate,
            unit=norm.measure.unit[words.language] if is_measured(norm) else None,
            whom="" if len(groups) == len(form.groups) else ", ".join(words.text(GROUPS[group]) for group in groups),
            how=norm.hint.get(words.language, ""),
            sources=tuple(said.sources(norm, form.catalogue, words)),
        )
