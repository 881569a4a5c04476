"""Words to Joined: names whose words the text shares out or parts by a verb.

"Psoriasiform or eczematous dermatitis" names two findings, "aplasia of the thumb and radius" and "short broad thumbs"
too; "speech is severely delayed" names delayed speech, and "absence of the left kidney" an absent kidney.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from nosograph.recognition._bags import Sight, shifted
from nosograph.recognition._parting import parted
from nosograph.recognition._roles import Role
from nosograph.recognition._sharing import shared
from nosograph.recognition._windows import Bools, Content, Hits, Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Hold a name found across a conjunction or a verb.

    Content words `first` to `last` are its stretch, of which `words` (in order) make the name; `how` says what parts
    them. `row` and `deep` tell the key as in `Hits`.
    """

    first: int
    last: int
    words: tuple[int, ...]
    row: int
    deep: bool
    how: str


def joined(content: Content, hits: Hits, tables: Tables) -> Iterator[Joined]:
    """Yield the names whose words stand on both sides of a conjunction or of a verb such as "is"."""
    sight = Sight(content, hits)
    bags = [*shared(content, hits, sight), *parted(content, sight, tables)]
    found: set[int] = set()
    for index, row, deep in tables.look_up(content, [bag.words for bag in bags]):
        bag = bags[index]
        if bag.group not in found and (bag.on == 0 or bag.on in found):
            found.add(bag.group)
            yield Joined(first=bag.first, last=bag.last, words=bag.words, row=row, deep=deep, how=bag.how)


def cut(content: Content, hits: Hits) -> Bools:
    """Say which hits of two words or more end in an adjective whose noun comes next.

    In "hyperplasia of the mandibular condyle" the words "hyperplasia of the mandibular" are no phrase.
    """
    noun_next = shifted(content.follows & ~content.has(Role.STOP), -1)
    ends: Bools = content.has(Role.ADJECTIVE)[hits.last] & noun_next[hits.last] & (hits.last > hits.first)
    return ends


def listing(content: Content, hits: Hits) -> Bools:
    """Say which hits hold a conjunction: what stands on both its sides may be names of their own."""
    conjunctions = np.cumsum(content.has(Role.CONJUNCTION))
    holds: Bools = conjunctions[hits.last] > conjunctions[hits.first]
    return holds


def verbal(content: Content, hits: Hits) -> Bools:
    """Say which hits hold a verb and its object: they begin with it, or "a", "the" or "his" stands within them.

    The words "increasing the glycine" and "develop kidney failure" name no increased glycine and no kidney development.
    """
    verbs = np.cumsum(content.object)
    holds: Bools = (verbs[hits.last] > verbs[hits.first]) | content.has(Role.TRANSITIVE)[hits.first]
    return holds
