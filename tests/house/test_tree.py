# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Nothing leaks: the tree names no machine, no package index, and nobody else's files."""

import json
import re
import tomllib
from pathlib import Path

import pytest

# Written in parts, so that this file does not name what it looks for.
MACHINE = re.compile(r"(?<![\w.:/-])/(?:" + "|".join(("work", "root", "home", "tmp", "Users", "opt")) + r")/[\w.]")
INDEX = re.compile("|".join(("pypi" + r"\.org", "python" + "hosted", "registry" + r"\.npm", "files?:/" + "//")))
OURS = "The Luwte authors"


def found(pattern: re.Pattern[str], texts: dict[Path, str]) -> list[str]:
    return [
        f"{path}:{number}: {line.strip()[:100]}"
        for path, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_path_of_a_machine(own_texts: dict[Path, str]) -> None:
    assert found(MACHINE, own_texts) == []


def test_no_address_of_a_package_index(own_texts: dict[Path, str]) -> None:
    assert found(INDEX, own_texts) == []


@pytest.mark.parametrize("text", ["see /ho" + "me/someone/x", "(/wo" + "rk/main)", "cd /tm" + "p/a"])
def test_a_path_of_a_machine_would_be_seen(text: str) -> None:
    assert MACHINE.search(text)


def test_every_copyright_notice_is_ours(own_texts: dict[Path, str]) -> None:
    notice = re.compile(r"SPDX-FileCopyrightText: (?P<whose>[\w .,©]+)")
    told = tomllib.loads(own_texts[Path("REUSE.toml")])["annotations"]
    allowed = {whose for each in told for whose in _listed(each["SPDX-FileCopyrightText"])} | {f"2026 {OURS}"}
    others = {
        f"{path}: {match['whose']}"
        for path, text in own_texts.items()
        if path.suffix in (".py", ".html", ".css", ".po", ".yaml")
        for match in notice.finditer(text)
        if match["whose"].strip() not in allowed
    }
    assert others == set()


def test_front_end_packages_are_pinned_by_checksum_without_addresses(own_texts: dict[Path, str]) -> None:
    packages = json.loads(own_texts[Path("package-lock.json")])["packages"]
    installed = {name: package for name, package in packages.items() if name}
    assert installed
    assert all(package["integrity"].startswith("sha512-") for package in installed.values())
    assert all("resolved" not in package for package in installed.values())
    wanted = json.loads(own_texts[Path("package.json")])
    versions = {**wanted.get("dependencies", {}), **wanted.get("devDependencies", {})}
    assert versions == {name: installed[f"node_modules/{name}"]["version"] for name in versions}


@pytest.mark.parametrize("name", ["run", "dev", "node"])
def test_every_locked_requirement_has_its_checksums(name: str, root: Path) -> None:
    lines = (root / "requirements" / f"{name}.txt").read_text().replace("\\\n", " ").splitlines()
    assert lines
    assert all(re.fullmatch(r"[\w.-]+==\S+( ; [^-]*)?( +--hash=sha256:[0-9a-f]{64})+", line.strip()) for line in lines)


def test_what_runs_is_tested_in_the_same_versions(root: Path) -> None:
    run, dev = (_versions(root / "requirements" / f"{name}.txt") for name in ("run", "dev"))
    assert run.items() <= dev.items()


def _versions(path: Path) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)==(\S+)", path.read_text(), re.MULTILINE))


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value
