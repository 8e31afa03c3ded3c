# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What a package shows is what it means to show, and imports go one way."""

import importlib
import pkgutil
from pathlib import Path

import pytest
from importlinter import cli

import luwte

PACKAGES = [each.name for each in pkgutil.walk_packages(luwte.__path__, "luwte.") if each.ispkg]


@pytest.mark.parametrize("name", ["luwte", *PACKAGES])
def test_a_package_shows_what_exists_in_order(name: str) -> None:
    package = importlib.import_module(name)
    shown = getattr(package, "__all__", [])
    assert list(shown) == sorted(shown, key=lambda word: (not word.isupper(), word[0].islower(), word))
    assert all(hasattr(package, word) for word in shown)


def test_imports_go_one_way(root: Path) -> None:
    assert cli.lint_imports(config_filename=str(root / "pyproject.toml"), no_cache=True) == 0
