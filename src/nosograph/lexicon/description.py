"""Say what is in a lexicon, for people: how much of what, from where, and whether the file is whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from nosograph.lexicon.container import Source, damaged
from nosograph.lexicon.lexicon import Lexicon
from nosograph.lexicon.values import KINDS, Flag
from nosograph.model import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """Hold what `nosograph lexicon info` tells.

    `names_of` counts names by source, `concepts_of` concepts by kind (the commonest first), `counts` what was merged,
    replaced and dropped when it was made. `damaged` names the arrays whose bytes are not what they were.
    """

    path: Path | None
    size: int
    names: int
    concepts: int
    identifiers: int
    suppressed: int
    sources: tuple[Source, ...]
    names_of: Mapping[str, int]
    concepts_of: Mapping[Kind, int]
    counts: Mapping[str, int]
    damaged: tuple[str, ...]


def describe(lexicon: Lexicon) -> Description:
    """Count what a lexicon holds, and hold every array against its checksum."""
    arrays = lexicon.arrays
    kinds = np.bincount(lexicon.concept_kind, minlength=len(KINDS)).tolist()
    of_sources = np.bincount(arrays["name_source"], minlength=len(lexicon.sources)).tolist()
    counted = ((kind, count) for kind, count in zip(KINDS, kinds, strict=True) if count)
    return Description(
        path=lexicon.path,
        size=sum(array.nbytes for array in arrays.values()),
        names=len(lexicon),
        concepts=len(lexicon.concept_kind),
        identifiers=len(arrays["curie_concept"]),
        suppressed=int(np.count_nonzero(lexicon.name_flags & Flag.SUPPRESSED)),
        sources=lexicon.sources,
        names_of={source.name: count for source, count in zip(lexicon.sources, of_sources, strict=True)},
        concepts_of=dict(sorted(counted, key=lambda pair: (-pair[1], pair[0]))),
        counts=lexicon.header.counts,
        damaged=damaged(lexicon.header, arrays),
    )
