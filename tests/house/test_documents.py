# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the documents say is so: links lead somewhere, verbs and options exist, versions agree."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest
import typer
import yaml

from luwte.cli.app import app
from luwte.cli.group import Luwte, Verb
from luwte_web import command

LINK = re.compile(r"\[[^\]]*\]\((?P<target>[^)#\s]+)(?:#[^)]*)?\)")
COMMAND = re.compile(r"(?:`|^ {4}(?:\.venv/bin/)?)(luwte [a-z][^`#\n]*)", re.MULTILINE)
OURS = ("*.md", "docs/*.md", "docs/**/*.md")
GUIDES = ("README.md", "README.nl.md", "docs/tutorial.md")


def documents(root: Path) -> list[Path]:
    return sorted({path for pattern in OURS for path in root.glob(pattern)})


@pytest.fixture(scope="module")
def verbs() -> dict[str, Verb]:
    """The verbs of the command line as people have it, those of the pages included."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typer.Typer, "__call__", lambda self: None)
        command.main()
    group = typer.main.get_command(app)
    assert isinstance(group, Luwte)
    return dict(group.commands)


def test_every_link_leads_somewhere(root: Path) -> None:
    broken = [
        f"{document.relative_to(root)}: {match['target']}"
        for document in documents(root)
        for match in LINK.finditer(document.read_text(encoding="utf-8"))
        if "://" not in match["target"] and not (document.parent / match["target"]).exists()
    ]
    assert broken == []


@pytest.mark.parametrize("name", ["README.md", "README.nl.md"])
def test_the_readme_names_every_verb_that_exists_and_no_other(name: str, root: Path, verbs: dict[str, Verb]) -> None:
    told = re.findall(r"^\| `([a-z-]+)` \|", (root / name).read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(told) == sorted(verbs)


@pytest.mark.parametrize("name", GUIDES)
def test_every_command_that_is_shown_can_be_given(name: str, root: Path, verbs: dict[str, Verb]) -> None:
    shown = COMMAND.findall((root / name).read_text(encoding="utf-8"))
    assert shown
    for line in shown:
        verb, *arguments = shlex.split(line)[1:]
        if verb in verbs:
            verbs[verb].make_context(verb, [each for each in arguments if each != "--help"])
        else:
            assert verb in ("VERB", "WERKWOORD"), line


def test_versions_agree(root: Path) -> None:
    version = tomllib.loads((root / "pyproject.toml").read_text())["project"]["version"]
    assert yaml.safe_load((root / "publiccode.yml").read_text())["softwareVersion"] == version
    assert re.findall(r"^## (\d+\.\d+\.\d+)", (root / "CHANGELOG.md").read_text(), re.MULTILINE)[0] == version


def test_publiccode_describes_luwte_in_both_languages(root: Path) -> None:
    told = yaml.safe_load((root / "publiccode.yml").read_text())
    assert set(told["description"]) == set(told["localisation"]["availableLanguages"]) == {"nl", "en"}
    for words in told["description"].values():
        assert len(words["shortDescription"]) <= 150
        assert 150 <= len(words["longDescription"]) <= 10_000
    assert told["legal"]["license"] == "EUPL-1.2"


def test_every_decision_has_a_number_of_its_own(root: Path) -> None:
    numbers = [path.name[:4] for path in (root / "docs/decisions").glob("[0-9]*.md")]
    assert len(numbers) == len(set(numbers))
    for path in (root / "docs/decisions").glob("[0-9]*.md"):
        assert f"\n# {int(path.name[:4])}. " in path.read_text(encoding="utf-8"), path.name
        assert "\nStatus: " in path.read_text(encoding="utf-8"), path.name
