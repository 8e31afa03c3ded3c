# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Every kind of finding has a code of its own, stands in its module's KINDS, and fills in only what it is given."""

import importlib
import pkgutil
import string
from collections import Counter
from types import ModuleType

import pytest

import luwte
from luwte.model.findings import FindingKind, Severity
from luwte.planning.kinds import KINDS


def modules() -> list[ModuleType]:
    """All modules of the library."""
    names = [each.name for each in pkgutil.walk_packages(luwte.__path__, "luwte.")]
    return [importlib.import_module(name) for name in names if not name.endswith("__main__")]


@pytest.fixture(scope="module")
def defined() -> dict[str, list[FindingKind]]:
    """The kinds that stand as constants in a module, each at the module that defines it."""
    seen: set[int] = set()
    kinds: dict[str, list[FindingKind]] = {}
    for module in sorted(modules(), key=lambda m: (-m.__name__.count("."), m.__name__)):
        for name, value in vars(module).items():
            if isinstance(value, FindingKind) and name.isupper() and id(value) not in seen:
                seen.add(id(value))
                kinds.setdefault(module.__name__, []).append(value)
    return kinds


def test_a_code_means_one_thing(defined: dict[str, list[FindingKind]]) -> None:
    codes = Counter(kind.code for kinds in defined.values() for kind in kinds)
    assert codes
    assert [code for code, times in codes.items() if times > 1] == []


def test_every_kind_that_a_plan_can_carry_is_known_to_it(defined: dict[str, list[FindingKind]]) -> None:
    known = {kind.code for kind in KINDS}
    missing = {
        kind.code: module
        for module, kinds in defined.items()
        for kind in kinds
        if kind.severity is not Severity.ERROR and kind.code not in known
    }
    assert missing == {}


def test_every_kind_says_what_and_how_to_mend(defined: dict[str, list[FindingKind]]) -> None:
    for kinds in defined.values():
        for kind in kinds:
            assert kind.what, kind.code
            assert kind.mend or kind.severity == "note", kind.code
            list(string.Formatter().parse(kind.what + kind.mend))
