"""What an ontology borrows: copies of another's terms, often older, often of no use where diseases are described."""

from collections import Counter
from collections.abc import Mapping

from nosograph.lexicon.records import Heading
from nosograph.lexicon.terms import Terms
from nosograph.model import Kind


def pass_over_copies(terms: Terms, headings: Mapping[int, Heading], counts: Counter[str]) -> None:
    """Take a term from its own ontology alone where that is among the sources and has it."""
    owns = _owned(terms, headings)
    for curie in terms.shared() if owns else ():
        entries = terms.entries(curie)
        if any(owns.get(source) == _prefix(curie) for _, source in entries):
            kept = [entry for entry in entries if owns.get(entry[1], _prefix(curie)) == _prefix(curie)]
            if len(kept) < len(entries):
                terms.keep(curie, kept)
                counts["copies of another ontology's terms passed over"] += len(entries) - len(kept)


def drop_unsaid(terms: Terms, headings: Mapping[int, Heading], kinds: Mapping[str, Kind], counts: Counter[str]) -> None:
    """Drop terms that say nothing: without any name, or borrowed and of no kind (an upper ontology's "process")."""
    owns = _owned(terms, headings)
    for curie in terms.nameless():
        terms.remove(curie)
        counts["terms without a name dropped"] += 1
    for curie in [c for c in terms if c not in kinds] if owns else ():
        if all(owns.get(source, _prefix(curie)) != _prefix(curie) for _, source in terms.entries(curie)):
            terms.remove(curie)
            counts["borrowed terms of no kind dropped"] += 1


def _owned(terms: Terms, headings: Mapping[int, Heading]) -> dict[int, str]:
    """Give the prefix of each source that is an ontology with terms of its own."""
    named = {number: heading.ontology.partition("/")[0].casefold() for number, heading in headings.items()}
    return {number: name for number, name in named.items() if name and name in terms.origins.get(number, ())}


def _prefix(curie: str) -> str:
    return curie.partition(":")[0].casefold()
