"""See that a compiled lexicon was made under the versions at hand and that none of its tables points outside it."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import Stemmer

from nosograph.errors import LexiconError
from nosograph.lexicon.container import Array, Header
from nosograph.lexicon.normalisation import version as words_version
from nosograph.lexicon.values import KINDS, MATCHES, PREDICATES, ROLES

_MEND: Final = "build it again: nosograph lexicon build"
_RUNS: Final = (
    ("plain_start", "plain_keys", "plain_names"),
    ("deep_start", "deep_keys", "deep_names"),
    ("surface_start", "surface_keys", "surface_names"),
    ("parent_start", "concept_kind", "parent"),
    ("xref_start", "concept_kind", "xref_predicate"),
    ("curie_start", "curie_concept", "curie_bytes"),
    ("concept_curie_start", "concept_kind", "concept_curie_bytes"),
    ("label_start", "concept_kind", "label_bytes"),
    ("name_start", "name_concept", "name_bytes"),
    ("xref_curie_start", "xref_predicate", "xref_curie_bytes"),
)
"""Where runs begin, what has one run each, what the runs are of."""
_POINTERS: Final = (
    ("plain_names", "name_concept"),
    ("deep_names", "name_concept"),
    ("surface_names", "name_concept"),
    ("parent", "concept_kind"),
    ("name_concept", "concept_kind"),
    ("curie_concept", "concept_kind"),
)
"""Arrays of indices, and what they are indices of."""
_PARALLEL: Final = (
    ("name_match", "name_concept"),
    ("name_flags", "name_concept"),
    ("name_source", "name_concept"),
    ("name_length", "name_concept"),
    ("name_surface", "name_concept"),
    ("concept_rank", "concept_kind"),
    ("curie_role", "curie_concept"),
)
"""Arrays that have one entry for each of another's."""


def check(header: Header, arrays: Mapping[str, Array], *, where: str) -> None:
    """Raise LexiconError where the file cannot be used as it stands."""
    made = (header.normaliser, header.stemmer, header.kinds, header.matches, header.predicates)
    if made != (words_version(), Stemmer.version(), tuple(KINDS), tuple(MATCHES), tuple(PREDICATES)):
        seen = f"was made by another version (words {header.normaliser}, stemmer {header.stemmer})"
        raise LexiconError(seen, where=where, mend=_MEND)
    try:
        wrong = _wrong(arrays, sources=len(header.sources))
    except (KeyError, IndexError) as error:
        raise LexiconError(f"is damaged: it lacks the array {error}", where=where, mend=_MEND) from error
    if wrong:
        raise LexiconError(f"is damaged: the table {wrong} points outside it", where=where, mend=_MEND)


def _wrong(arrays: Mapping[str, Array], *, sources: int) -> str:
    """Name the first array that does not fit the others, or give an empty string."""
    for start, each, held in _RUNS:
        begins = arrays[start]
        fits = len(begins) == len(arrays[each]) + 1 and int(begins[0]) == 0 and int(begins[-1]) == len(arrays[held])
        if not fits or not bool(np.all(begins[1:] >= begins[:-1])):
            return start
    for name, target in _POINTERS:
        if not _below(arrays[name], len(arrays[target])):
            return name
    for name, other in _PARALLEL:
        if len(arrays[name]) != len(arrays[other]):
            return name
    codes = {"concept_kind": KINDS, "name_match": MATCHES, "xref_predicate": PREDICATES, "curie_role": ROLES}
    limits = {name: len(values) for name, values in codes.items()} | {"name_source": sources}
    return next((name for name, limit in limits.items() if not _below(arrays[name], limit)), "")


def _below(values: Array, limit: int) -> bool:
    return len(values) == 0 or int(values.max()) < limit
