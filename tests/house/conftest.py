# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The tree as its readers get it: the project's own files, without what was made or installed."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOT_OURS = {
    ".git",
    ".venv",
    "node_modules",
    "var",
    "build",
    "dist",
    "locale",
    "vendor",
    "__pycache__",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
    ".import_linter_cache",
}


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def own_files() -> tuple[Path, ...]:
    """Every file of the project itself."""
    found = []
    for folder, names, files in os.walk(ROOT):
        names[:] = sorted(name for name in names if name not in NOT_OURS)
        found += [Path(folder) / name for name in sorted(files)]
    return tuple(found)


@pytest.fixture(scope="session")
def own_texts(own_files: tuple[Path, ...]) -> dict[Path, str]:
    """The project's files that are text, by their path from its folder."""
    texts = {}
    for path in own_files:
        try:
            texts[path.relative_to(ROOT)] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return texts
