"""What merged and obsolete identifiers stand for now."""

from collections import Counter
from collections.abc import Callable

from nosograph.lexicon.terms import Terms


def successors(terms: Terms, canonical: Callable[[str], str], counts: Counter[str]) -> dict[str, str]:
    """Give the successor of each alternative and obsolete identifier; an empty string where there is none."""
    direct: dict[str, str] = {}
    for merged, curie in terms.alternatives:
        other = canonical(merged)
        if other not in terms or other in terms.obsolete:
            direct.setdefault(other, curie)
    for curie, replaced_by in terms.obsolete.items():
        direct[curie] = canonical(replaced_by) if replaced_by else direct.get(curie, "")
    settled: dict[str, str] = {}
    for curie, successor in direct.items():
        target, seen = successor, {curie}
        while target in direct and target not in seen:
            seen.add(target)
            target = direct[target]
        settled[curie] = target if target in terms and target not in seen else ""
    replaced = [bool(settled[curie]) for curie in terms.obsolete]
    counts["obsolete terms replaced"] += sum(replaced)
    counts["obsolete terms dropped"] += len(replaced) - sum(replaced)
    return settled
