"""Node identity: which identifiers mean one thing, and which of them stands for it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from nosograph.model import Kind

_DISEASES = frozenset({Kind.DISEASE, Kind.DISEASE_CLASS})


def spell(curie: str, aliases: Mapping[str, str]) -> str:
    """Write an identifier with its prefix as the table spells it; where only capitals differ, too."""
    prefix, colon, local = curie.partition(":")
    return f"{aliases.get(prefix) or aliases.get(prefix.casefold(), prefix)}{colon}{local}"


@dataclass(frozen=True, slots=True)
class Preference:
    """Hold the order of prefixes, most preferred first, and other spellings of them.

    >>> order = Preference(("MONDO", "OMIM"), {"MIM": "OMIM"})
    >>> order.canonical("MIM:304790"), order.best(["OMIM:304790", "MONDO:0010580"])
    ('OMIM:304790', 'MONDO:0010580')
    """

    prefixes: tuple[str, ...]
    aliases: Mapping[str, str] = field(default_factory=dict)

    def canonical(self, curie: str) -> str:
        """Write the identifier with its prefix as the table spells it."""
        return spell(curie, self.aliases)

    def rank(self, curie: str) -> int:
        """Give the place of the identifier's prefix in the order; unknown prefixes come last."""
        prefix = curie.partition(":")[0]
        return self.prefixes.index(prefix) if prefix in self.prefixes else len(self.prefixes)

    def best(self, curies: Iterable[str]) -> str:
        """Give the preferred one: by prefix, then by identifier."""
        return min(curies, key=lambda curie: (self.rank(curie), curie))


def join(
    pairs: Sequence[tuple[str, str]], kinds: Mapping[str, Kind], preference: Preference
) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """Join identifiers that are exactly the same thing; give each one's preferred identifier, and the pairs refused.

    A pair is refused where it would put two identifiers of the preferred prefix into one node (two MONDO terms that one
    OMIM entry is mapped to are two things), or join things of different kinds. Pairs are taken in sorted order, those
    of the most preferred prefixes first, so that the outcome does not depend on the order of the sources.
    """
    parent: dict[str, str] = {}
    kind: dict[str, Kind | None] = {}

    def find(curie: str) -> str:
        root = curie
        while parent.setdefault(root, root) != root:
            root = parent[root]
        while parent[curie] != root:
            parent[curie], curie = root, parent[curie]
        return root

    refused = []
    for left, right in sorted(set(pairs), key=lambda p: (sorted((preference.rank(p[0]), preference.rank(p[1]))), p)):
        first, second = find(left), find(right)
        if first == second:
            continue
        kinds_here = kind.get(first, kinds.get(first)), kind.get(second, kinds.get(second))
        if first.partition(":")[0] == second.partition(":")[0] or not _same(*kinds_here):
            refused.append((left, right))
            continue
        best = preference.best((first, second))
        parent[first] = parent[second] = best
        kind[best] = kinds_here[0] or kinds_here[1]
    return {curie: find(curie) for curie in list(parent)}, tuple(refused)


def _same(left: Kind | None, right: Kind | None) -> bool:
    return left is None or right is None or left == right or {left, right} <= _DISEASES
