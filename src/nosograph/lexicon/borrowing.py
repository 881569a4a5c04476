"""What an ontology borrows: copies of another's terms, often older, often of no use where diseases are described."""

from collections import Counter
from collections.abc import Mapping

from nosograph.lexicon.records import Heading, Term
from nosograph.model import Kind

Entries = list[tuple[Term, int]]


def pass_over_copies(terms: Mapping[str, Entries], headings: Mapping[int, Heading], counts: Counter[str]) -> None:
    """Take a term from its own ontology alone where that is among the sources and has it."""
    owns = _owned(terms, headings)
    for curie, entries in terms.items():
        if len(entries) > 1 and any(owns.get(source) == _prefix(curie) for _, source in entries):
            kept = [entry for entry in entries if owns.get(entry[1], _prefix(curie)) == _prefix(curie)]
            counts["copies of another ontology's terms passed over"] += len(entries) - len(kept)
            entries[:] = kept


def drop_unsaid(
    terms: dict[str, Entries], headings: Mapping[int, Heading], kinds: Mapping[str, Kind], counts: Counter[str]
) -> None:
    """Drop terms that say nothing: without any name, or borrowed and of no kind (an upper ontology's "process")."""
    owns = _owned(terms, headings)
    for curie in [c for c, entries in terms.items() if not any(t.label or t.names for t, _ in entries)]:
        del terms[curie]
        counts["terms without a name dropped"] += 1
    for curie in [c for c in terms if c not in kinds]:
        if all(owns.get(source, _prefix(curie)) != _prefix(curie) for _, source in terms[curie]):
            del terms[curie]
            counts["borrowed terms of no kind dropped"] += 1


def _owned(terms: Mapping[str, Entries], headings: Mapping[int, Heading]) -> dict[int, str]:
    """Give the prefix of each source that is an ontology with terms of its own."""
    named = {n: h.ontology.partition("/")[0].casefold() for n, h in headings.items() if h.ontology}
    having = {
        source for curie, entries in terms.items() for _, source in entries if named.get(source) == _prefix(curie)
    }
    return {source: named[source] for source in sorted(having)}


def _prefix(curie: str) -> str:
    return curie.partition(":")[0].casefold()
