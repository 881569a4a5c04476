"""Terms to nodes: everything the sources say of one thing, under one identifier."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias, TypeVar

from nosograph.lexicon.identity import Preference
from nosograph.lexicon.normalisation import general_phrasings, phrasings
from nosograph.lexicon.records import TermName
from nosograph.lexicon.terms import Entry
from nosograph.lexicon.values import MATCHES, Flag, Predicate
from nosograph.model import Kind, Match

_T = TypeVar("_T")
OBSOLETE: Final = "obsolete "
"""How ontologies begin the label of an obsolete term."""
_RANKS: Final = {match: rank for rank, match in enumerate(MATCHES)}
# As plain integers: an IntFlag's operators would take a quarter of the time of compiling.
_LABEL: Final = int(Flag.LABEL)
_SUPPRESSED: Final = int(Flag.SUPPRESSED)
_UNLESS_ALL: Final = int(Flag.GENERATED | Flag.OBSOLETE)
_is_curie: Final = re.compile(r"[A-Za-z][\w.-]*:(?!//)\S+").fullmatch

Said: TypeAlias = tuple[Match, int, int]
"""How a concept relates to a name, the name's flags, and the number of its source."""


@dataclass(slots=True, kw_only=True)
class Node:
    """Hold one thing while it is put together; `names` maps a text to what is said of it."""

    curie: str
    label: str = ""
    kind: Kind | None = None
    names: dict[str, Said] = field(default_factory=dict)
    parents: tuple[str, ...] = ()
    xrefs: tuple[tuple[str, Predicate], ...] = ()

    def hang(self, xrefs: Iterable[tuple[str, Predicate]]) -> None:
        """Add cross-references."""
        self.xrefs = _joined(self.xrefs, xrefs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pourer:
    """Pour terms into nodes; `suppressed` are pairs of a name and the identifier it is suppressed for, or nothing."""

    preference: Preference
    suppressed: set[tuple[str, str]]

    def pour(self, node: Node, entries: Iterable[Entry]) -> None:
        """Add what the sources say of one identifier; the first that labels a node keeps the label."""
        for term, source in entries:
            old = Flag.OBSOLETE if term.obsolete else Flag.NONE
            label = term.label.removeprefix(OBSOLETE)
            if label and not old and not node.label:
                node.label = label
                self._name(node, TermName(text=label, flags=Flag.LABEL), source)
            elif label:
                # The words of a term that was replaced may be wider or narrower than its successor.
                self._name(node, TermName(text=label, match=Match.CLOSE if old else Match.EXACT, flags=old), source)
            for name in term.names:
                aged = replace(name, flags=name.flags | old) if old else name
                self._name(node, aged, source)
            if node.kind is Kind.PHENOTYPE and not old:
                self._phrase(node, (label, *(n.text for n in term.names if n.match is Match.EXACT)), source)
            if not term.obsolete:
                canonical = self.preference.canonical
                node.parents = _joined(node.parents, map(canonical, term.parents))
                node.hang((canonical(x), Predicate.DBXREF) for x in term.xrefs if _is_curie(x))

    def _phrase(self, node: Node, said: Iterable[str], source: int) -> None:
        """Name a finding also as other patterns of its names would."""
        for name in said:
            for text in phrasings(name):
                if text not in node.names:
                    self._name(node, TermName(text=text, flags=Flag.GENERATED), source)
            for text in general_phrasings(name):
                if text not in node.names:
                    self._name(node, TermName(text=text, flags=Flag.GENERATED | Flag.GENERAL), source)

    def _name(self, node: Node, name: TermName, source: int) -> None:
        text = " ".join(name.text.split())
        if not text or text.isdecimal():
            return
        flags = int(name.flags)
        folded = text.casefold()
        if (folded, "") in self.suppressed or (folded, node.curie) in self.suppressed:
            flags |= _SUPPRESSED
        known = node.names.get(text)
        if known is None or _RANKS[name.match] < _RANKS[known[0]]:
            node.names[text] = (name.match, flags | (known[1] & _LABEL if known else 0), source)
        elif name.match == known[0]:
            # A symbol or label in one source stays one; "generated" and "obsolete" hold only where all sources say so.
            kept = (known[1] | flags) & ~_UNLESS_ALL | known[1] & flags
            node.names[text] = (known[0], kept, known[2])


def _joined(held: tuple[_T, ...], more: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys((*held, *more)))
