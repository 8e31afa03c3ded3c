# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Read a catalogue file: its shape first, then what its parts say of each other; all faults at once."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from luwte.model.findings import Finding, InputRefused, Place
from luwte.quality.catalogue import faults
from luwte.quality.catalogue.catalogue import Catalogue, Reference
from luwte.quality.catalogue.file import CatalogueFile, NormEntry
from luwte.quality.catalogue.mapping import Counterpart, Match
from luwte.quality.norm import WITHOUT_BAR, Rule

BUNDLED = Path(__file__).parent / "luwte.yaml"
SCHEMA = Path(__file__).parent / "catalogue.schema.json"
WITH_BAR = (Rule.AT_MOST, Rule.AT_LEAST)
WITH_OPTIONS = (Rule.ANY_OF, Rule.ALL_OF)


def load_catalogue(path: Path | None = None) -> Catalogue:
    """Read a catalogue, the bundled one when none is given; raises InputRefused with every fault in it."""
    return _bundled() if path is None or path == BUNDLED else _loaded(path)


@cache
def _bundled() -> Catalogue:
    return _loaded(BUNDLED)


def _loaded(path: Path) -> Catalogue:
    content, data = _content(path)
    try:
        file = CatalogueFile.model_validate(data)
    except ValidationError as error:
        raise InputRefused(tuple(faults.of_shape(error, data, path.name))) from None
    found = [*_of_norms(file, path.name), *_of_mapping(file, path.name)]
    if path != BUNDLED:
        found += _beside_bundled(file, path.name)
    if found:
        raise InputRefused(tuple(found))
    return _catalogue(file, hashlib.sha256(content).hexdigest())


def _content(path: Path) -> tuple[bytes, Any]:
    try:
        content = path.read_bytes()
        return content, yaml.load(content.decode("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - safe, and ten times as quick
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        params = {"reason": str(error).splitlines()[0]}
        raise InputRefused((Finding(faults.UNREADABLE, place=Place(path.name), params=params),)) from None


def _catalogue(file: CatalogueFile, digest: str) -> Catalogue:
    return Catalogue(
        id=file.id,
        title=file.title.words,
        version=file.version,
        hash=digest,
        domains={name: title.words for name, title in file.domains.items()},
        norms=tuple(entry.norm for entry in file.norms),
        sources={
            key: Reference(key, entry.title.words, entry.where, entry.date, entry.mark)
            for key, entry in file.sources.items()
        },
        mapping=tuple(Counterpart(entry.theirs, entry.ours, entry.match) for entry in file.mapping),
    )


def _of_norms(file: CatalogueFile, name: str) -> Iterator[Finding]:
    times = Counter(norm.id for norm in file.norms)
    yield from (faults.told(faults.TWICE, name, norm, "id", norm) for norm, count in times.items() if count > 1)
    for norm in file.norms:
        if norm.domain not in file.domains:
            yield faults.told(faults.NO_DOMAIN, name, norm.id, "domain", norm.domain)
        for source in norm.sources:
            if source.key not in file.sources:
                yield faults.told(faults.NO_SOURCE, name, norm.id, "sources.key", source.key)
        yield from _of_measure(norm, name)
        if norm.valid_from and norm.valid_until and norm.valid_until <= norm.valid_from:
            yield faults.told(faults.NEVER_HOLDS, name, norm.id, "valid_until", norm.valid_until)


def _of_measure(norm: NormEntry, name: str) -> Iterator[Finding]:
    measure = norm.measure
    if measure.rule in WITH_BAR and (measure.bar is None or measure.unit is None):
        yield faults.told(faults.NO_BAR, name, norm.id, "measure.bar", measure.rule)
    if measure.rule not in WITH_BAR and measure.bar is not None:
        yield faults.told(faults.NEEDLESS_BAR, name, norm.id, "measure.bar", measure.rule)
    if measure.rule in WITH_OPTIONS and len(measure.options) < 2:
        yield faults.told(faults.NO_OPTIONS, name, norm.id, "measure.options", measure.rule)
    if norm.gate and measure.rule in WITHOUT_BAR:
        yield faults.told(faults.GATE_WITHOUT_BAR, name, norm.id, "gate", measure.rule)


def _of_mapping(file: CatalogueFile, name: str) -> Iterator[Finding]:
    own = {norm.id for norm in file.norms}
    for entry in file.mapping:
        if entry.theirs not in own:
            yield faults.told(faults.MAPPED_FROM_NOTHING, name, entry.theirs, "mapping.theirs", entry.theirs)
        if (entry.ours is None) != (entry.match is Match.NONE):
            yield faults.told(faults.MAPPED_HALF, name, entry.theirs, "mapping.match", entry.match)


def _beside_bundled(file: CatalogueFile, name: str) -> Iterator[Finding]:
    """What a file says of the bundled catalogue; a newer version of that one shares its ids."""
    ours = _bundled()
    for entry in file.mapping:
        if entry.ours is not None and entry.ours not in ours:
            yield faults.told(faults.MAPPED_ON_NOTHING, name, entry.theirs, "mapping.ours", entry.ours)
    mapped = {entry.theirs for entry in file.mapping if entry.ours == entry.theirs and entry.match is Match.SAME}
    shared = (norm.id for norm in file.norms if norm.id in ours and norm.id not in mapped)
    if file.id != ours.id:
        yield from (faults.told(faults.SAME_NAME, name, norm, "id", norm) for norm in shared)
