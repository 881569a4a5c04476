"""Nodes to arrays: what stands in a compiled lexicon, and in what order.

Concepts are sorted by identifier, identifiers by their bytes, names by concept and then best first. Every table of keys
is sorted; the names of one key stand best first: match, label before synonym, rank of the prefix, order of concepts.
"""

import re
from array import array
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Final

import numpy as np

from nosograph.lexicon.container import Array
from nosograph.lexicon.gathering import Gathered
from nosograph.lexicon.identity import Preference
from nosograph.lexicon.keys import NameKeys, name_keys
from nosograph.lexicon.normalisation import dropped
from nosograph.lexicon.pouring import Node, Said
from nosograph.lexicon.values import KINDS, MATCHES, PREDICATES, ROLES, Flag
from nosograph.model import Kind

# As plain integers: these are asked of every name.
_LABEL: Final = int(Flag.LABEL)
_MADE: Final = int(Flag.GENERATED | Flag.OBSOLETE)
_MATCHES: Final = {match: code for code, match in enumerate(MATCHES)}
_LONGEST: Final = 255
_STEP: Final = 4096

Tick = Callable[[float], None]


def build(gathered: Gathered, preference: Preference, tick: Tick) -> dict[str, Array]:
    """Give all arrays by name; `tick` is told how far the names are, from 0 to 1."""
    identifiers = _identifiers(gathered)
    concepts, names = _Concepts(), _Names()
    for place, node in enumerate(gathered.nodes()):
        if place % _STEP == 0:
            tick(place / len(gathered.order))
        concepts.take(node, gathered.above(node), preference.rank(node.curie))
        names.take(place, node)
    arrays = identifiers | concepts.arrays()
    return arrays | _arranged(names, arrays["concept_rank"])


def _identifiers(gathered: Gathered) -> dict[str, Array]:
    curies = sorted((*gathered.order, *gathered.moved), key=str.encode)
    roles = array("B")
    for curie in curies:
        moved = "alternative" if curie in gathered.alternatives else "equivalent"
        roles.append(ROLES.index(moved if curie in gathered.moved else "preferred"))
    return {
        **_Texts(curies).arrays("curie"),
        "curie_concept": np.array([gathered.place(curie) for curie in curies], dtype="<u4"),
        "curie_role": np.frombuffer(roles, dtype="|u1"),
    }


class _Concepts:
    """Hold what is said of all concepts column by column."""

    def __init__(self) -> None:
        self._curies, self._labels, self._xrefs = _Texts(), _Texts(), _Texts()
        self._kinds, self._ranks, self._predicates = bytearray(), bytearray(), bytearray()
        self._parents, self._parent_counts, self._xref_counts = array("I"), array("I"), array("I")

    def take(self, node: Node, parents: Sequence[int], rank: int) -> None:
        self._curies.add(node.curie)
        self._labels.add(node.label)
        self._kinds.append(KINDS.index(node.kind or Kind.OTHER))
        self._ranks.append(rank)
        self._parents.extend(parents)
        self._parent_counts.append(len(parents))
        xrefs = sorted((PREDICATES.index(predicate), curie) for curie, predicate in node.xrefs)
        self._xref_counts.append(len(xrefs))
        for predicate, curie in xrefs:
            self._predicates.append(predicate)
            self._xrefs.add(curie)

    def arrays(self) -> dict[str, Array]:
        return {
            **self._curies.arrays("concept_curie"),
            **self._labels.arrays("label"),
            "concept_kind": np.frombuffer(self._kinds, dtype="|u1"),
            "concept_rank": np.frombuffer(self._ranks, dtype="|u1"),
            "parent_start": _starts(np.frombuffer(self._parent_counts, dtype="u4")),
            "parent": np.frombuffer(self._parents, dtype="u4").astype("<u4"),
            "xref_start": _starts(np.frombuffer(self._xref_counts, dtype="u4")),
            **self._xrefs.arrays("xref_curie"),
            "xref_predicate": np.frombuffer(self._predicates, dtype="|u1"),
        }


def _arranged(names: "_Names", ranks: Array) -> dict[str, Array]:
    """Give the arrays of all names, and the tables of their keys."""
    acronym = np.frombuffer(names.acronym, dtype="|u1").astype(bool)
    flags = np.frombuffer(names.flags, dtype="u2").astype("<u2")
    flags |= np.where(acronym | ((flags & Flag.SYMBOL) != 0), Flag.ACRONYM, Flag.NONE).astype("<u2")
    concepts = np.frombuffer(names.concept, dtype="u4").astype("<u4")
    matches = np.frombuffer(names.match, dtype="|u1")
    best = _ranking(matches, flags, ranks[concepts] if len(concepts) else ranks[:0])
    searched = (flags & Flag.SUPPRESSED) == 0
    exact = (flags & Flag.ACRONYM) != 0
    whole = searched & ~exact & (np.frombuffer(names.lossy, dtype="|u1") == 0)
    surface, plain, deep = (
        np.frombuffer(k, dtype="u8").astype("<u8") for k in (names.surface, names.plain, names.deep)
    )
    return {
        **names.texts.arrays("name"),
        "name_concept": concepts,
        "name_match": matches,
        "name_flags": flags,
        "name_source": np.frombuffer(names.source, dtype="|u1"),
        "name_length": np.frombuffer(names.length, dtype="|u1"),
        "name_surface": surface,
        **_table("plain", plain, best, whole & (plain != 0)),
        **_table("deep", deep, best, whole & (deep != 0)),
        **_table("surface", surface, best, searched & exact),
        "tokens": _vocabulary(names.tokens),
        "deep_tokens": _vocabulary(names.deep_tokens),
    }


def says_more(name: str) -> bool:
    """Say whether dropping words that carry no content takes one that does.

    Where a single word is left ("disease"), the name is not found by its keys: they would fit that word anywhere.

    >>> says_more("Hers' disease"), says_more("SST+ IN"), says_more("the brain")
    (True, True, False)
    """
    return _lost().search(name) is not None


@cache
def _lost() -> re.Pattern[str]:
    words = sorted(dropped())
    capitals = "|".join(word.upper() for word in words if word != "a")
    return re.compile(rf"(?<=[\W_])(?:{capitals})(?!\w)|(?i:\b(?:{'|'.join(words)})s\b)")


class _Names:
    """Hold the names of all concepts column by column: an object for each would take more memory than the lexicon."""

    def __init__(self) -> None:
        self.texts = _Texts()
        self.concept, self.flags = array("I"), array("H")
        self.match, self.source, self.length = bytearray(), bytearray(), bytearray()
        self.surface, self.plain, self.deep = array("Q"), array("Q"), array("Q")
        self.acronym, self.lossy = bytearray(), bytearray()
        self.tokens: set[int] = set()
        self.deep_tokens: set[int] = set()

    def take(self, place: int, node: Node) -> None:
        """Take the names of a concept, best first."""
        for text, (match, flags, source) in sorted(node.names.items(), key=_best_first):
            self.concept.append(place)
            self.match.append(_MATCHES[match])
            self.flags.append(flags)
            self.source.append(source)
            self._key(text, name_keys(text))

    def _key(self, text: str, keys: NameKeys) -> None:
        self.texts.add(text)
        self.surface.append(keys.surface)
        self.plain.append(keys.plain)
        self.deep.append(keys.deep)
        self.acronym.append(keys.acronym)
        self.lossy.append(len(keys.tokens) == 1 and says_more(text))
        self.length.append(min(len(keys.tokens), _LONGEST))
        self.tokens.update(keys.tokens)
        self.deep_tokens.update(keys.deep_tokens)


class _Texts:
    """Hold texts as one run of UTF-8 bytes and their lengths."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._bytes = bytearray()
        self._lengths = array("I")
        for text in texts:
            self.add(text)

    def add(self, text: str) -> None:
        encoded = text.encode()
        self._bytes += encoded
        self._lengths.append(len(encoded))

    def arrays(self, name: str) -> dict[str, Array]:
        """Give the bytes, and where each text begins."""
        return {
            f"{name}_bytes": np.frombuffer(self._bytes, dtype="|u1"),
            f"{name}_start": _starts(np.frombuffer(self._lengths, dtype="u4")),
        }


def _best_first(name: tuple[str, Said]) -> tuple[int, bool, bool, str]:
    text, (match, flags, _) = name
    return _MATCHES[match], not flags & _LABEL, bool(flags & _MADE), text


def _ranking(matches: Array, flags: Array, ranks: Array) -> Array:
    """Give each name a number, the smaller the better."""
    unlabelled = ((flags & _LABEL) == 0).astype("<u4")
    made = ((flags & _MADE) != 0).astype("<u4")
    ranking: Array = (matches.astype("<u4") << 16) | (made << 12) | (unlabelled << 10) | ranks.astype("<u4")
    return ranking


def _table(name: str, keys: Array, best: Array, chosen: Array) -> dict[str, Array]:
    """Give sorted unique keys, where the names of each begin, and the names."""
    names = np.flatnonzero(chosen)
    names = names[np.lexsort((names, best[names], keys[names]))].astype("<u4")
    unique, counts = np.unique(keys[names], return_counts=True)
    start = np.zeros(len(unique) + 1, dtype="<u4")
    np.cumsum(counts, out=start[1:])
    return {f"{name}_keys": unique, f"{name}_start": start, f"{name}_names": names}


def _vocabulary(words: AbstractSet[int]) -> Array:
    return np.sort(np.fromiter(words, dtype="<u8", count=len(words)))


def _starts(lengths: Array) -> Array:
    starts = np.zeros(len(lengths) + 1, dtype="<u4")
    np.cumsum(lengths, out=starts[1:])
    return starts
