"""Lexicon: names, concepts and keys of a compiled file, looked up without reading the whole of it."""

from bisect import bisect_left
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import numpy as np

from nosograph.lexicon.container import Array, Header, Source
from nosograph.lexicon.identity import spell
from nosograph.lexicon.values import KINDS, MATCHES, PREDICATES, ROLES, Flag, Name, Predicate, Xref
from nosograph.model import Concept, Curie

_ALTERNATIVE: Final = ROLES.index("alternative")
_UNSOUGHT: Final = -1
_LIMIT: Final = 1 << 16
"""Identifiers to remember before starting afresh: hostile text must not fill the memory."""
_FACE: Final = (
    "concept_kind", "concept_rank", "name_concept", "name_match", "name_flags", "name_length", "name_surface",
    "plain_keys", "plain_start", "plain_names", "deep_keys", "deep_start", "deep_names",
    "surface_keys", "surface_start", "surface_names", "tokens", "deep_tokens",
)  # fmt: skip


class _Pool:
    """Read single texts out of a run of UTF-8 bytes."""

    __slots__ = ("_bytes", "_start")

    def __init__(self, arrays: Mapping[str, Array], name: str) -> None:
        self._bytes = arrays[f"{name}_bytes"].data
        self._start = arrays[f"{name}_start"]

    def __len__(self) -> int:
        return len(self._start) - 1

    def __getitem__(self, index: int) -> str:
        if not 0 <= index < len(self):
            raise IndexError(index)
        return str(self._bytes[int(self._start[index]) : int(self._start[index + 1])], "utf-8", "replace")


class Lexicon:
    """Hold a compiled lexicon; its arrays are read-only and, when mapped from a file, shared between processes.

    Concepts are numbered in the order of their identifiers, names in that of their concepts. For vectorised lookups:
    `plain_keys`, `deep_keys` and `surface_keys` are sorted and unique; the names of key `i` are
    `X_names[X_start[i]:X_start[i + 1]]`, best first. `surface` holds what must be met case-exact (acronyms, symbols),
    the other two everything else; suppressed names stand in none. `tokens` and `deep_tokens` are the sorted hashes of
    all words in names, `concept_rank` the place of each concept's prefix in the order of preference. `arrays` are all
    arrays of the file by name.
    """

    __slots__ = (
        "arrays",
        "_concepts",
        "_curies",
        "_indices",
        "_labels",
        "_names",
        "_preferred",
        "_xrefs",
        "header",
        "notes",
        "path",
        *_FACE,
    )

    concept_kind: Array
    concept_rank: Array
    name_concept: Array
    name_match: Array
    name_flags: Array
    name_length: Array
    name_surface: Array
    plain_keys: Array
    plain_start: Array
    plain_names: Array
    deep_keys: Array
    deep_start: Array
    deep_names: Array
    surface_keys: Array
    surface_start: Array
    surface_names: Array
    tokens: Array
    deep_tokens: Array

    def __init__(
        self, header: Header, arrays: Mapping[str, Array], *, path: Path | None = None, notes: tuple[str, ...] = ()
    ) -> None:
        """Take a file's header and arrays; `path` is None for one held in memory, and `notes` say why."""
        self.header: Final = header
        self.path: Final = path
        self.notes: Final = notes
        for name in _FACE:
            setattr(self, name, arrays[name])
        self.arrays: Final = arrays
        self._curies: Final = _Pool(arrays, "curie")
        self._preferred: Final = _Pool(arrays, "concept_curie")
        self._labels: Final = _Pool(arrays, "label")
        self._names: Final = _Pool(arrays, "name")
        self._xrefs: Final = _Pool(arrays, "xref_curie")
        self._concepts: Final[dict[int, Concept]] = {}
        self._indices: Final[dict[Curie | str, int | None]] = {}

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the names came from, with version, SHA-256 and licence."""
        return self.header.sources

    def __len__(self) -> int:
        """Count the names."""
        return len(self._names)

    def __repr__(self) -> str:
        """Say how much it holds."""
        return f"<Lexicon: {len(self):,} names of {len(self._preferred):,} concepts from {len(self.sources)} sources>"

    def index(self, curie: Curie | str) -> int | None:
        """Give the number of the concept an identifier of any vocabulary stands for; None where it is unknown.

        Alternative and obsolete identifiers lead to what they stand for now; other spellings of a prefix will do.
        """
        known = self._indices.get(curie, _UNSOUGHT)
        if known == _UNSOUGHT:
            if len(self._indices) > _LIMIT:
                self._indices.clear()
            known = self._indices[curie] = self._sought(spell(str(curie), self.header.aliases))
        return known

    def _sought(self, text: str) -> int | None:
        place = bisect_left(self._curies, text)
        known = place < len(self._curies) and self._curies[place] == text
        return int(self.arrays["curie_concept"][place]) if known else None

    def concept(self, curie: Curie | str) -> Concept | None:
        """Give the concept an identifier stands for, or None."""
        index = self.index(curie)
        return None if index is None else self.concept_at(index)

    def concept_at(self, index: int) -> Concept:
        """Give the concept of this number."""
        concept = self._concepts.get(index)
        if concept is None:
            kind = KINDS[int(self.concept_kind[index])]
            concept = Concept(curie=Curie.parse(self._preferred[index]), label=self._labels[index], kind=kind)
            self._concepts[index] = concept
        return concept

    def preferred(self, curie: Curie) -> Curie:
        """Give the identifier that stands for the same thing; an unknown one stands for itself."""
        concept = self.concept(curie)
        return curie if concept is None else concept.curie

    def name_at(self, index: int) -> Name:
        """Give the name of this number."""
        return Name(
            text=self._names[index],
            match=MATCHES[int(self.name_match[index])],
            flags=Flag(int(self.name_flags[index])),
            source=self.header.sources[int(self.arrays["name_source"][index])].name,
        )

    def names(self, curie: Curie | str) -> tuple[Name, ...]:
        """Give all names of a concept: exact ones first, the label foremost."""
        index = self.index(curie)
        if index is None:
            return ()
        span = np.array((index, index + 1), dtype=self.name_concept.dtype)  # of another type all would be converted
        first, last = self.name_concept.searchsorted(span)
        return tuple(self.name_at(place) for place in range(int(first), int(last)))

    def parents(self, curie: Curie | str) -> tuple[Curie, ...]:
        """Give the direct parents of a concept, sorted."""
        index = self.index(curie)
        return () if index is None else tuple(self.concept_at(p).curie for p in self._above(index))

    def ancestors(self, curie: Curie | str) -> frozenset[Curie]:
        """Give all concepts above a concept, itself left out."""
        start = self.index(curie)
        seen: set[int] = set()
        waiting = [] if start is None else [start]
        while waiting:
            for parent in self._above(waiting.pop()):
                if parent not in seen and parent != start:
                    seen.add(parent)
                    waiting.append(parent)
        return frozenset(self.concept_at(index).curie for index in seen)

    def _above(self, index: int) -> list[int]:
        start = self.arrays["parent_start"]
        found: list[int] = self.arrays["parent"][int(start[index]) : int(start[index + 1])].tolist()
        return found

    def equivalents(self, curie: Curie | str) -> tuple[Curie, ...]:
        """Give all identifiers of the same thing, the preferred one first, alternative and obsolete ones left out."""
        index = self.index(curie)
        if index is None:
            return ()
        roles = self.arrays["curie_role"]
        places = np.flatnonzero(self.arrays["curie_concept"] == index).tolist()
        given = (place for place in places if roles[place] != _ALTERNATIVE)
        ordered = sorted(given, key=lambda place: (int(roles[place]), place))
        return tuple(Curie.parse(self._curies[place]) for place in ordered)

    def xrefs(self, curie: Curie | str) -> tuple[Xref, ...]:
        """Give the concept's identifiers elsewhere: exact ones (the same thing), then close, broad, narrow, dbxref."""
        index = self.index(curie)
        if index is None:
            return ()
        exact = (Xref(curie=same, predicate=Predicate.EXACT) for same in self.equivalents(curie)[1:])
        start, predicates = self.arrays["xref_start"], self.arrays["xref_predicate"]
        others = (
            Xref(curie=Curie.parse(self._xrefs[place]), predicate=PREDICATES[int(predicates[place])])
            for place in range(int(start[index]), int(start[index + 1]))
        )
        return (*exact, *others)
