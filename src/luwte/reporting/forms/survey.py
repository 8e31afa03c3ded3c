# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The rows of an XLSForm (xlsform.org): questions, choices and settings, in both languages at once."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from luwte.model.quality import AssessedGroup
from luwte.quality.forms import Form
from luwte.quality.forms.names import KEY, PSEUDONYM, About, Part, edition, is_measured, question
from luwte.quality.norm import Kind, Norm
from luwte.reporting.forms import said
from luwte.words import N_, Words, words_in

Row = Mapping[str, str]
Say = Callable[[Words], str]

LANGUAGES = {"nl": "Nederlands (nl)", "en": "English (en)"}  # the first is the one in which the form opens
NO_FUTURE = N_("This day is still to come.")
NO_NEGATIVE = N_("A number below nought cannot be measured.")
NO_PERCENTAGE = N_("A percentage lies between 0 and 100.")


@dataclass(frozen=True)
class Survey:
    """The three sheets of an XLSForm, row by row."""

    survey: tuple[Row, ...]
    choices: tuple[Row, ...]
    settings: tuple[Row, ...]


def survey_of(form: Form) -> Survey:
    """The sheets of a form; `version` changes with whatever is asked, so that a server sees that it is another."""
    questions = (*_about(form), *(row for domain in form.domains for row in _domain(form, domain)))
    choices = tuple(_choices(form))
    content = json.dumps((edition(form.catalogue), questions, choices), sort_keys=True)
    digest = hashlib.sha256(content.encode()).hexdigest()
    settings = {
        "form_title": f"Luwte: {said.title(form, words_in('nl'))}",
        "form_id": "_".join(("luwte", form.profile, *form.groups)),
        "version": f"{form.catalogue.version}-{digest[:8]}",
        "default_language": LANGUAGES["nl"],
        "instance_name": f"concat(${{{About.LOCATION}}}, ' ', ${{{About.DATE}}})",
    }
    return Survey(questions, choices, (settings,))


def _about(form: Form) -> Iterator[Row]:
    yield _group("about", lambda words: words.text(said.ABOUT_THE_VISIT), appearance="field-list")
    yield {"type": "note", "name": "how_to"} | _in_both("label", lambda words: " ".join(map(words.text, said.HOW_TO)))
    if form.locations:
        yield _asked(About.LOCATION, "select_one location", appearance="minimal autocomplete")
    else:
        yield _asked(About.LOCATION, "text", said.HOW_TO_KEY, constraint=f"regex(., '^{KEY}$')")
    if len(form.whom) > 1:
        yield _asked(About.GROUP, "select_one group", said.HOW_TO_DIFFER)
    else:
        yield {"type": "calculate", "name": About.GROUP, "calculation": f"'{form.whom[0]}'"}
    in_time = {"constraint": ". <= today()", "default": "today()"}
    yield _asked(About.DATE, "date", **in_time) | _in_both("constraint_message", lambda words: words.text(NO_FUTURE))
    yield _asked(About.METHOD, "select_one method")
    yield _asked(About.ASSESSOR, "text", said.HOW_TO_PSEUDONYM, constraint=f"regex(., '^{PSEUDONYM}$')")
    yield {"type": "calculate", "name": About.CATALOGUE, "calculation": f"'{edition(form.catalogue)}'"}
    yield {"type": "end_group"}


def _asked(about: About, kind: str, hint: str = "", **more: str) -> dict[str, str]:
    """A question about the visit; without an answer to it the form cannot be sent."""
    row = {"type": kind, "name": about.value, "required": "yes", **more}
    row |= _in_both("label", lambda words: words.text(said.QUESTIONS[about]))
    if hint:
        row |= _in_both("hint", lambda words: words.text(hint))
        if "constraint" in more:
            row |= _in_both("constraint_message", lambda words: words.text(hint))
    return row


def _domain(form: Form, domain: str) -> Iterator[Row]:
    yield _group(f"domain_{domain}", lambda words: form.catalogue.domains[domain][words.language])
    for norm in form.domains[domain]:
        yield from _norm(form, norm)
    yield {"type": "end_group"}


def _norm(form: Form, norm: Norm) -> Iterator[Row]:
    """One screen on a phone: how the norm is met, what was measured, a remark."""
    name = question(norm.id)
    yield _group(
        f"norm_{name}", lambda words: _heading(norm, words), appearance="field-list", relevant=_for(form, norm)
    )
    label = _in_both(
        "label", lambda words: "\n".join(filter(None, (norm.title[words.language], said.bar(norm, words))))
    )
    hint = _in_both("hint", lambda words: _hint(form, norm, words))
    yield {"type": "select_one answer", "name": name, "required": _once_begun(norm)} | label | hint
    if is_measured(norm):
        yield _value(norm)
    note = _in_both("label", lambda words: words.text(said.NOTE))
    yield {"type": "text", "name": question(norm.id, Part.NOTE), "appearance": "multiline"} | note
    yield {"type": "end_group"}


def _value(norm: Norm) -> Row:
    """The measured number; only what cannot be is refused: a value beyond the bar is what a visit finds."""
    is_share = norm.measure.kind is Kind.PERCENTAGE
    return {
        "type": "decimal",
        "name": question(norm.id, Part.VALUE),
        "constraint": ". >= 0 and . <= 100" if is_share else ". >= 0",
        **_in_both("label", lambda words: words.text(said.MEASURED, unit=norm.measure.unit[words.language])),
        **_in_both("hint", lambda words: words.text(said.MEASURED_HINT)),
        **_in_both("constraint_message", lambda words: words.text(NO_PERCENTAGE if is_share else NO_NEGATIVE)),
    }


def _once_begun(norm: Norm) -> str:
    """An answer may be left open, unless a value or a remark stands beside it."""
    beside = [Part.VALUE, Part.NOTE] if is_measured(norm) else [Part.NOTE]
    return " or ".join(f"${{{question(norm.id, part)}}} != ''" for part in beside)


def _heading(norm: Norm, words: Words) -> str:
    return f"{norm.id} ({words.text(said.A_GATE)})" if norm.is_gate else norm.id


def _hint(form: Form, norm: Norm, words: Words) -> str:
    """How to look, where the norm comes from, and how sure that is."""
    return "\n".join(filter(None, (norm.hint.get(words.language), *said.sources(norm, form.catalogue, words))))


def _for(form: Form, norm: Norm) -> str:
    """The condition under which a norm is asked; none where it is asked for every group of the form."""
    if len(form.whom) == 1 or norm.groups.issuperset(form.groups):
        return ""
    asked = (group.value for group in form.groups if group in norm.groups)
    return " or ".join(f"${{{About.GROUP}}} = '{group}'" for group in (*asked, AssessedGroup.ALL.value))


def _choices(form: Form) -> Iterator[Row]:
    yield from _from_codes("answer", said.ANSWERS)
    yield from _from_codes("method", said.METHODS)
    if len(form.whom) > 1:
        yield from _from_codes("group", {whom: said.WHOM[whom] for whom in form.whom})
    for location in form.locations:
        named = f"{location.name} ({location.key})"
        yield {"list_name": "location", "name": location.key} | {f"label::{one}": named for one in LANGUAGES.values()}


def _from_codes(name: str, labels: Mapping[Any, str]) -> Iterator[Row]:
    for code, label in labels.items():
        spoken = _in_both("label", lambda words, label=label: words.text(label))  # type: ignore[misc]
        yield {"list_name": name, "name": str(code)} | spoken


def _group(name: str, say: Say, **more: str) -> Row:
    filled = {column: value for column, value in more.items() if value}
    return {"type": "begin_group", "name": name, **_in_both("label", say), **filled}


def _in_both(column: str, say: Say) -> dict[str, str]:
    """One text in both languages, each in a column of its own."""
    return {f"{column}::{name}": say(words_in(language)) for language, name in LANGUAGES.items()}
