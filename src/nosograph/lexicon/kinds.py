"""What kind of thing each term is: by its own word, by the branch it lies in, by its prefix."""

from collections.abc import Callable, Collection, Mapping, Sequence

from nosograph.lexicon.terms import Entry, Terms
from nosograph.model import Kind


def kinds_of(
    terms: Terms,
    branches: Sequence[tuple[str, Kind]],
    fallbacks: Mapping[int, Kind],
    canonical: Callable[[str], str],
) -> dict[str, Kind]:
    """Give the kind of each term that has one; where nothing else tells it, the fallback of its source does."""
    roots = dict(reversed(branches))
    order = {root: place for place, (root, _) in reversed(list(enumerate(branches)))}
    above: dict[str, frozenset[str]] = {}
    kinds: dict[str, Kind] = {}
    for curie in terms:
        entries = terms.entries(curie)
        said = next((term.kind for term, _ in entries if term.kind), None)
        reached = _reached(curie, entries, terms, roots.keys(), above, canonical=canonical)
        root = min(reached, key=order.__getitem__, default=curie.partition(":")[0] + ":")
        kind = said or roots.get(root) or next((fallbacks[s] for _, s in entries if s in fallbacks), None)
        if kind:
            kinds[curie] = kind
    return kinds


def _reached(
    curie: str,
    entries: Sequence[Entry],
    terms: Terms,
    roots: Collection[str],
    above: dict[str, frozenset[str]],
    *,
    canonical: Callable[[str], str],
) -> frozenset[str]:
    """Give the branch roots at or above a term, without recursion: a file may be deep or circular."""
    stack = [curie]
    while stack:
        here = stack[-1]
        said = entries if here == curie else terms.entries(here)
        parents = [canonical(p) for term, _ in said for p in term.parents]
        waiting = [p for p in parents if p not in above]
        if here not in above and waiting:
            above[here] = frozenset()
            stack += waiting
            continue
        stack.pop()
        found = {here} if here in roots else set()
        held = [above[p] for p in parents if above.get(p)]
        # Most terms have the very roots of one parent: that set is shared, not made anew.
        above[here] = held[0] if not found and len(set(held)) == 1 else frozenset(found.union(*held))
    return above[curie]
