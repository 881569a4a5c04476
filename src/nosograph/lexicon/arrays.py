"""Nodes to arrays: what stands in a compiled lexicon, and in what order.

Concepts are sorted by identifier, identifiers by their bytes, names by concept and then best first. Every table of keys
is sorted; the names of one key stand best first: match, label before synonym, rank of the prefix, order of concepts.
"""

import re
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Final

import numpy as np

from nosograph.lexicon.container import Array
from nosograph.lexicon.gathering import Gathered, Node
from nosograph.lexicon.identity import Preference
from nosograph.lexicon.normalisation import NameKeys, dropped, name_keys
from nosograph.lexicon.values import KINDS, MATCHES, PREDICATES, ROLES, Flag
from nosograph.model import Kind, Match

# As plain integers: these are asked of every name.
_LABEL: Final = int(Flag.LABEL)
_MADE: Final = int(Flag.GENERATED | Flag.OBSOLETE)
_LONGEST: Final = 255
_STEP: Final = 4096

Tick = Callable[[float], None]


def build(gathered: Gathered, preference: Preference, tick: Tick) -> dict[str, Array]:
    """Give all arrays by name; `tick` is told how far the names are, from 0 to 1."""
    order = sorted(gathered.nodes)
    index = {curie: place for place, curie in enumerate(order)}
    nodes = [gathered.nodes[curie] for curie in order]
    arrays = _identifiers(gathered, index) | _concepts(nodes, index, preference)
    return arrays | _names(nodes, arrays["concept_rank"], tick)


def _identifiers(gathered: Gathered, index: Mapping[str, int]) -> dict[str, Array]:
    curies = sorted(gathered.node_of, key=lambda c: c.encode())
    return {
        **_pool("curie", curies),
        "curie_concept": np.array([index[gathered.node_of[c]] for c in curies], dtype="<u4"),
        "curie_role": np.array(
            [ROLES.index("preferred" if gathered.node_of[c] == c else gathered.roles[c]) for c in curies], dtype="|u1"
        ),
    }


def _concepts(nodes: Sequence[Node], index: Mapping[str, int], preference: Preference) -> dict[str, Array]:
    xrefs = [sorted(node.xrefs, key=lambda x: (PREDICATES.index(x[1]), x[0])) for node in nodes]
    return {
        **_pool("concept_curie", [node.curie for node in nodes]),
        **_pool("label", [node.label for node in nodes]),
        "concept_kind": np.array([KINDS.index(node.kind or Kind.OTHER) for node in nodes], dtype="|u1"),
        "concept_rank": np.array([preference.rank(node.curie) for node in nodes], dtype="|u1"),
        "parent_start": _starts(len(node.parents) for node in nodes),
        "parent": np.array([p for node in nodes for p in sorted(index[p] for p in node.parents)], dtype="<u4"),
        "xref_start": _starts(len(x) for x in xrefs),
        **_pool("xref_curie", [curie for row in xrefs for curie, _ in row]),
        "xref_predicate": np.array([PREDICATES.index(p) for row in xrefs for _, p in row], dtype="|u1"),
    }


def _names(nodes: Sequence[Node], ranks: Array, tick: Tick) -> dict[str, Array]:
    rows = [
        (place, text, match, flags, source)
        for place, node in enumerate(nodes)
        for text, (match, flags, source) in sorted(
            node.names.items(), key=lambda n: _best_first(n[1][0], n[1][1], n[0])
        )
    ]
    keys = _Keys()
    for number, row in enumerate(rows):
        if number % _STEP == 0:
            tick(number / len(rows))
        keys.add(name_keys(row[1]), row[1])
    acronym = np.frombuffer(keys.acronym, dtype="|u1").astype(bool)
    flags = np.array([row[3] for row in rows], "<u2")
    flags |= np.where(acronym | ((flags & Flag.SYMBOL) != 0), Flag.ACRONYM, Flag.NONE).astype("<u2")
    concepts = np.array([row[0] for row in rows], dtype="<u4")
    matches = np.array([MATCHES.index(row[2]) for row in rows], dtype="|u1")
    best = _ranking(matches, flags, ranks[concepts] if rows else ranks[:0])
    searched = (flags & Flag.SUPPRESSED) == 0
    exact = (flags & Flag.ACRONYM) != 0
    whole = searched & ~exact & (np.frombuffer(keys.lossy, dtype="|u1") == 0)
    surface, plain, deep = (np.frombuffer(k, dtype="u8").astype("<u8") for k in (keys.surface, keys.plain, keys.deep))
    return {
        **_pool("name", [row[1] for row in rows]),
        "name_concept": concepts,
        "name_match": matches,
        "name_flags": flags,
        "name_source": np.array([row[4] for row in rows], dtype="|u1"),
        "name_length": np.frombuffer(keys.length, dtype="|u1"),
        "name_surface": surface,
        **_table("plain", plain, best, whole & (plain != 0)),
        **_table("deep", deep, best, whole & (deep != 0)),
        **_table("surface", surface, best, searched & exact),
        "tokens": _vocabulary(keys.tokens),
        "deep_tokens": _vocabulary(keys.deep_tokens),
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
    capitals = "|".join(word.upper() for word in words)
    return re.compile(rf"(?<=[\W_])(?:{capitals})(?!\w)|(?i:\b(?:{'|'.join(words)})s\b)")


class _Keys:
    """Hold the keys of many names without an object for each."""

    def __init__(self) -> None:
        self.surface, self.plain, self.deep = array("Q"), array("Q"), array("Q")
        self.acronym, self.length, self.lossy = bytearray(), bytearray(), bytearray()
        self.tokens: set[int] = set()
        self.deep_tokens: set[int] = set()

    def add(self, keys: NameKeys, name: str) -> None:
        self.surface.append(keys.surface)
        self.plain.append(keys.plain)
        self.deep.append(keys.deep)
        self.acronym.append(keys.acronym)
        self.lossy.append(len(keys.tokens) == 1 and says_more(name))
        self.length.append(min(len(keys.tokens), _LONGEST))
        self.tokens.update(keys.tokens)
        self.deep_tokens.update(keys.deep_tokens)


def _best_first(match: Match, flags: int, text: str) -> tuple[int, bool, bool, str]:
    return MATCHES.index(match), not flags & _LABEL, bool(flags & _MADE), text


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


def _pool(name: str, texts: Sequence[str]) -> dict[str, Array]:
    """Give texts as one run of UTF-8 bytes and where each begins."""
    encoded = [text.encode() for text in texts]
    return {
        f"{name}_bytes": np.frombuffer(b"".join(encoded), dtype="|u1"),
        f"{name}_start": _starts(len(text) for text in encoded),
    }


def _starts(lengths: Iterable[int]) -> Array:
    counts = np.array([0, *lengths], dtype="<u8")
    return np.cumsum(counts).astype("<u4")
