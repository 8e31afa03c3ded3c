# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Find every message that is marked for translation: in Python, in the report's templates, in the pages' templates."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation.template import templatize
from jinja2 import Environment
from jinja2.ext import extract_from_ast

MARKS = {"N_": 1, "_": 1, "text": 1, "gettext": 1, "gettext_lazy": 1, "count": 2, "ngettext": 2}
CALL = re.compile(r"\b(_|gettext|ngettext)\(")
LITERAL = re.compile(r"\s*u?('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")\s*,?")


def in_python(source: str) -> Iterator[tuple[int, str]]:
    """Line and text of each marked literal."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        for argument in node.args[: MARKS.get(name, 0)]:
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value:
                yield argument.lineno, argument.value


def in_report(source: str) -> Iterator[tuple[int, str]]:
    """The same for a Jinja2 template."""
    for line, name, message in extract_from_ast(Environment(autoescape=True).parse(source), tuple(MARKS)):
        for text in ((message,) if isinstance(message, str) else message or ())[: MARKS[name]]:
            if text:
                yield line, text


def in_page(source: str) -> Iterator[tuple[int, str]]:
    """The same for a Django template, which Django itself turns into calls."""
    for number, line in enumerate(templatize(source).splitlines(), 1):
        for call in CALL.finditer(line):
            position = call.end()
            for _ in range(MARKS[call[1]]):
                if literal := LITERAL.match(line, position):
                    yield number, ast.literal_eval(literal[1])
                    position = literal.end()


def all_messages(root: Path) -> Iterator[tuple[str, str]]:
    """Where and what, over the whole source."""
    for reader, folder, pattern in (
        (in_python, "src", "*.py"),
        (in_report, "src/luwte", "templates/**/*.*"),
        (in_page, "src/luwte_web", "*.html"),
    ):
        for path in sorted((root / folder).rglob(pattern)):
            for line, text in reader(path.read_text(encoding="utf-8")):
                yield f"{path.relative_to(root)}:{line}", text
