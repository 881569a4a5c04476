"""Sources to one compiled lexicon."""

import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import Stemmer

from nosograph.errors import LexiconError
from nosograph.lexicon import arrays, container
from nosograph.lexicon.container import Header, Source
from nosograph.lexicon.gathering import Gatherer
from nosograph.lexicon.identity import Preference
from nosograph.lexicon.manifest import SourceFile, sha256_of
from nosograph.lexicon.normalisation import version as words_version
from nosograph.lexicon.progress import Progress
from nosograph.lexicon.records import Heading
from nosograph.lexicon.rows import read_rows, split
from nosograph.lexicon.sources import READERS, heading_of
from nosograph.lexicon.values import KINDS, MATCHES, PREDICATES
from nosograph.model import Kind

_WHOLE: Final = frozenset({"hpoa", "genes"})
"""Formats of which one file is enough."""
_READING: Final = 0.3
"""The part of the work that reading is; making keys is the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Hold what is the same for every lexicon: the order of prefixes, and the kinds of branches."""

    preference: Preference
    branches: tuple[tuple[str, Kind], ...]


def read_rules(prefixes: Path, branches: Path) -> Rules:
    """Read the table of prefixes, whose order is the order of preference, and the table of branches.

    Raises:
        LexiconError: a table cannot be read, or a branch has an unknown kind.
    """
    rows = [row for _, row in read_rows(prefixes, required=("prefix", "aliases"))]
    spelled = [(spelling, row["prefix"]) for row in rows for spelling in (row["prefix"], *split(row["aliases"]))]
    aliases = {spelling.casefold(): prefix for spelling, prefix in reversed(spelled)} | dict(spelled)
    kinds = []
    for number, row in read_rows(branches, required=("curie", "label", "kind")):
        if row["kind"] not in KINDS:
            raise LexiconError(
                f"line {number} has the unknown kind {row['kind']!r}", where=str(branches), mend="mend the row"
            )
        kinds.append((row["curie"], Kind(row["kind"])))
    return Rules(preference=Preference(tuple(row["prefix"] for row in rows), aliases), branches=tuple(kinds))


def compile_lexicon(
    files: Sequence[SourceFile],
    rules: Rules,
    *,
    progress: Progress | None = None,
    digests: Mapping[Path, str] | None = None,
) -> Iterable[bytes | memoryview]:
    """Read the sources and give the bytes of the compiled lexicon, the same for the same sources.

    `digests` are SHA-256 sums already known.

    Raises:
        LexiconError: a source cannot be read; the line is named.
    """
    with _uncollected():
        return _compile(files, rules, progress or (lambda _label, _part: None), digests or {})


def _compile(
    files: Sequence[SourceFile], rules: Rules, tell: Progress, digests: Mapping[Path, str]
) -> Iterable[bytes | memoryview]:
    gatherer = Gatherer(preference=rules.preference, branches=rules.branches)
    used: list[SourceFile] = []
    for number, file in enumerate(files):
        if file.packaged and _stood_in_for(file, used, gatherer.headings):
            continue
        tell(f"reading {file.path.name}", _READING * number / len(files))
        if file.kind:
            gatherer.fallbacks[len(used)] = file.kind
        gatherer.take(READERS[file.format](file.path), len(used))
        used.append(file)
    tell("joining identifiers", _READING)
    gathered = gatherer.settle()
    built = arrays.build(gathered, rules.preference, lambda part: tell("making keys", _READING + (1 - _READING) * part))
    header = Header(
        format=container.FORMAT,
        normaliser=words_version(),
        stemmer=Stemmer.version(),
        kinds=tuple(KINDS),
        matches=tuple(MATCHES),
        predicates=tuple(PREDICATES),
        aliases=rules.preference.aliases,
        counts=dict(sorted(gathered.counts.items())),
        sources=tuple(_described(used, gatherer.headings, digests)),
    )
    tell("lexicon compiled", 1.0)
    return container.pack(header, built)


def _stood_in_for(file: SourceFile, used: Sequence[SourceFile], headings: Mapping[int, Heading]) -> bool:
    """Say whether a person's release stands in for a packaged file: the same ontology, or HPO's annotations."""
    ontology = heading_of(file.path, file.format).ontology
    return any(
        not own.packaged
        and (
            (ontology and headings.get(number, Heading()).ontology.casefold() == ontology.casefold())
            or (own.format == file.format and file.format in _WHOLE)
        )
        for number, own in enumerate(used)
    )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector of reference circles off: it would walk half a million records again and again, all in use."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _described(
    files: Sequence[SourceFile], headings: Mapping[int, Heading], digests: Mapping[Path, str]
) -> Iterator[Source]:
    names = Counter(file.path.name for file in files)
    for number, file in enumerate(files):
        once = names[file.path.name] == 1
        yield Source(
            name=file.path.name if once else f"{file.path.parent.name}/{file.path.name}",
            version=headings.get(number, Heading()).version,
            sha256=digests.get(file.path) or sha256_of(file.path),
            licence=file.licence,
            title=file.title,
        )
