# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte catalogue`: the norms, how many of each sort, one norm with its source, and the check of another file."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from luwte.cli.desk import Desk, Sheet
from luwte.cli.exits import UsageRefused
from luwte.cli.group import Verb, Verbs
from luwte.cli.language import Language
from luwte.cli.options import CatalogueOption, LanguageOption
from luwte.quality.catalogue import Catalogue, Match, Profile, load_catalogue
from luwte.quality.norm import Norm
from luwte.reporting import norms as called
from luwte.reporting.labels import FORCES, GROUPS
from luwte.reporting.rights import RIGHTS
from luwte.words import N_, Words

NO_SUCH_NORM = N_("There is no norm {norm}. Its ids are listed by: luwte catalogue list")
SOUND = N_("The catalogue {catalogue} can be used: {norms} norms, {gates} gates, {mapped} mapped on the bundled one.")
UNMAPPED = N_("Not mapped on the bundled one, so that older answers say nothing about them: {norms}.")
COUNTED = N_("{title}, version {version}: {norms} norms about reception, and {municipal} for municipalities.")
SHOWN = N_("{number} norms")
GATE = N_("gate")
HEADINGS = (N_("Norm"), N_("What is asked"), N_("Bar"), N_("Gate"), N_("Force"), N_("How sure"))
COUNTS = (N_("Sort of norm"), N_("About reception"), N_("For municipalities"))

About = Annotated[str, typer.Argument(metavar="ID", help=N_("Id of the norm, such as HOU-001."), show_default=False)]
Given = Annotated[Path, typer.Argument(metavar="FILE", help=N_("Catalogue to check, a YAML file."), show_default=False)]
Asked = Annotated[
    Profile | None,
    typer.Option(
        "--profile", help=N_("Only what this form asks about; every norm where left out."), show_default=False
    ),
]

catalogue = typer.Typer(
    cls=Verbs, no_args_is_help=True, help=N_("The norms for reception: list them, count them, check another catalogue.")
)


def show(profile: Asked = None, file: CatalogueOption = None, language: LanguageOption = Language.NL) -> None:
    """List the norms, each with its force and how sure it is."""
    desk = Desk.speaking(language)
    loaded, words = load_catalogue(file), desk.words
    chosen = loaded.norms if profile is None else loaded.profile(profile)
    rows = [
        (
            norm.id,
            norm.title[words.language],
            called.asked(norm, words),
            words.text(GATE) if norm.is_gate else "",
            words.text(FORCES[norm.force]),
            words.text(called.VERIFICATIONS[norm.verification]),
        )
        for norm in chosen
    ]
    desk.table(Sheet([words.text(heading) for heading in HEADINGS], rows))
    desk.tell(SHOWN, number=desk.number(len(chosen)))


def counts(file: CatalogueOption = None, language: LanguageOption = Language.NL) -> None:
    """Count the norms by pillar, force, how sure, level and weight; those for municipalities apart."""
    desk = Desk.speaking(language)
    loaded, words = load_catalogue(file), desk.words
    about, municipal = loaded.about_reception, loaded.profile(Profile.MUNICIPAL)
    desk.say(
        COUNTED,
        title=loaded.title[words.language],
        version=loaded.version,
        norms=desk.number(len(about)),
        municipal=desk.number(len(municipal)),
    )
    rows = [(words.text(GATE), sum(n.is_gate for n in about), sum(n.is_gate for n in municipal))]
    rows.append((words.text(N_("core")), sum(n.is_core for n in about), sum(n.is_core for n in municipal)))
    for names, code in SORTS:
        rows += _counted(names, code, about, municipal, words)
    shown = [(name, desk.number(first), desk.number(second)) for name, first, second in rows]
    desk.table(Sheet([words.text(heading) for heading in COUNTS], shown, numeric=frozenset({1, 2})))


def norm(key: About, file: CatalogueOption = None, language: LanguageOption = Language.NL) -> None:
    """Show one norm: what is asked of whom, where it comes from, and how sure that is."""
    desk = Desk.speaking(language)
    loaded = load_catalogue(file)
    if key not in loaded:
        raise UsageRefused(NO_SUCH_NORM, norm=key)
    for line in _told(loaded[key], loaded, desk.words):
        desk.print(line)


def check(file: Given, language: LanguageOption = Language.NL) -> None:
    """Check another catalogue: every fault at once, and how its norms stand to the bundled ones."""
    desk = Desk.speaking(language)
    loaded = load_catalogue(file)
    mapped = {line.theirs for line in loaded.mapping if line.match is not Match.NONE}
    desk.say(
        SOUND,
        catalogue=loaded.id,
        norms=desk.number(len(loaded.norms)),
        gates=desk.number(sum(one.is_gate for one in loaded.norms)),
        mapped=desk.number(len(mapped)),
    )
    bundled = load_catalogue()
    alone = [one.id for one in loaded.norms if one.id not in mapped and one.id not in bundled]
    if alone:
        desk.tell(UNMAPPED, norms=", ".join(alone))


SORTS: tuple[tuple[Mapping[Any, str], Callable[[Norm], StrEnum]], ...] = (
    (called.PILLARS, lambda norm: norm.pillar),
    (FORCES, lambda norm: norm.force),
    (called.VERIFICATIONS, lambda norm: norm.verification),
    (called.LEVELS, lambda norm: norm.level),
    (called.SEVERITIES, lambda norm: norm.severity),
)


def _counted(
    names: Mapping[Any, str],
    code: Callable[[Norm], StrEnum],
    about: Iterable[Norm],
    municipal: Iterable[Norm],
    words: Words,
) -> list[tuple[str, int, int]]:
    first, second = Counter(map(code, about)), Counter(map(code, municipal))
    return [(words.text(name), first[one], second[one]) for one, name in names.items() if first[one] or second[one]]


def _told(norm: Norm, loaded: Catalogue, words: Words) -> Iterable[str]:
    language = words.language
    yield f"{norm.id}  {norm.title[language]}"
    facts = {
        N_("Bar"): called.asked(norm, words),
        N_("Asked of"): words.text(called.LEVELS[norm.level]),
        N_("For"): ", ".join(words.text(GROUPS[group]) for group in sorted(norm.groups)),
        N_("Pillar"): words.text(called.PILLARS[norm.pillar]),
        N_("Weight of a gap"): words.text(called.SEVERITIES[norm.severity]),
        N_("Rights of the child"): "; ".join(f"{right} {words.text(RIGHTS[right])}" for right in norm.rights),
        N_("How to look"): norm.hint.get(language, ""),
    }
    yield from (f"{words.text(name)}: {value}" for name, value in facts.items() if value)
    for source in called.sources(norm, loaded, words):
        yield f"{words.text(N_('Source'))}: {source.document}, {source.place} ({source.force})"
        yield source.how_sure


catalogue.command("list", cls=Verb)(show)
catalogue.command("counts", cls=Verb)(counts)
catalogue.command("norm", cls=Verb)(norm)
catalogue.command("check", cls=Verb)(check)
