"""Records to nodes: merge what the sources say of each identifier, settle identity, kinds and names."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias, TypeVar

from nosograph.lexicon.borrowing import drop_unsaid, pass_over_copies
from nosograph.lexicon.identity import Preference, join
from nosograph.lexicon.kinds import kinds_of
from nosograph.lexicon.normalisation import phrasings
from nosograph.lexicon.records import Heading, MappingRow, Record, Suppression, Term, TermName
from nosograph.lexicon.values import MATCHES, Flag, Predicate
from nosograph.model import Kind, Match

_T = TypeVar("_T")
_OBSOLETE: Final = "obsolete "
_RANKS: Final = {match: rank for rank, match in enumerate(MATCHES)}
# As plain integers: an IntFlag's operators would take a quarter of the time of compiling.
_LABEL: Final = int(Flag.LABEL)
_SUPPRESSED: Final = int(Flag.SUPPRESSED)
_PHRASED: Final = frozenset({Kind.PHENOTYPE, Kind.DISEASE})
"""Kinds whose names are also put in other phrasings."""
_UNLESS_ALL: Final = int(Flag.GENERATED | Flag.OBSOLETE)


Said: TypeAlias = tuple[Match, int, int]


@dataclass(slots=True, kw_only=True)
class Node:
    """Hold one thing while it is put together; `names` maps a text to (match, flags, index of the source).

    Parents and cross-references are tuples: a large file has many things without any.
    """

    curie: str
    label: str = ""
    kind: Kind | None = None
    names: dict[str, Said] = field(default_factory=dict)
    parents: tuple[str, ...] = ()
    xrefs: tuple[tuple[str, Predicate], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """Hold the nodes by identifier, and for every identifier known the node it belongs to and what it is there.

    `roles` tells alternative and obsolete identifiers ("alternative") from those of equal standing ("equivalent").
    """

    nodes: Mapping[str, Node]
    node_of: Mapping[str, str]
    roles: Mapping[str, str]
    counts: Mapping[str, int]


@dataclass(slots=True, kw_only=True)
class Gatherer:
    """Take records source by source, then settle them. The first source that labels an identifier keeps the label.

    `headings` are what the sources say of themselves, by their numbers; `fallbacks` the kinds of their terms where
    neither the term nor its branch or prefix tells one.
    """

    preference: Preference
    branches: tuple[tuple[str, Kind], ...]
    headings: dict[int, Heading] = field(default_factory=dict)
    fallbacks: dict[int, Kind] = field(default_factory=dict)
    terms: dict[str, list[tuple[Term, int]]] = field(default_factory=dict)
    mappings: list[tuple[MappingRow, int]] = field(default_factory=list)
    suppressed: set[tuple[str, str]] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)
    said: dict[Said, Said] = field(default_factory=dict)

    def take(self, records: Iterable[Record], source: int) -> None:
        """Take all records of one source."""
        canonical = self.preference.canonical
        for record in records:
            match record:
                case Heading():
                    self.headings[source] = record
                case Term():
                    self.terms.setdefault(canonical(record.curie), []).append((record, source))
                case MappingRow():
                    self.mappings.append((record, source))
                case Suppression():
                    self.suppressed.add((record.name.casefold(), canonical(record.curie)))

    def settle(self) -> Gathered:
        """Give the nodes."""
        pass_over_copies(self.terms, self.headings, self.counts)
        successor = self._successors()
        self._label(successor)
        kinds = kinds_of(self.terms, self.branches, self.fallbacks, self.preference.canonical)
        drop_unsaid(self.terms, self.headings, kinds, self.counts)
        preferred = self._identity(kinds, successor)
        nodes: dict[str, Node] = {}
        node_of: dict[str, str] = {}
        for curie in sorted(self.terms, key=lambda c: (self.preference.rank(c), c)):
            target = successor.get(curie, curie)
            if target:
                node_of[curie] = preferred.get(target, target)
                self._pour(curie, node_of[curie], nodes, kinds)
            del self.terms[curie]  # poured out: a large file's records need not be kept beside its nodes
        for curie, best in preferred.items():
            if best in nodes:
                node_of.setdefault(curie, best)
        roles = dict.fromkeys(node_of, "equivalent")
        for curie, target in successor.items():
            owner = preferred.get(target, target)
            if owner in nodes and curie not in node_of:
                node_of[curie] = owner
            if curie in node_of:
                roles[curie] = "alternative"
        self._link(nodes, node_of)
        return Gathered(nodes=nodes, node_of=node_of, roles=roles, counts=dict(sorted(self.counts.items())))

    def _successors(self) -> dict[str, str]:
        """Give what alternative and obsolete identifiers stand for now; an empty string where nothing does."""
        canonical = self.preference.canonical
        direct: dict[str, str] = {}
        for curie, entries in self.terms.items():
            for term, _ in entries:
                for other in term.alternatives:
                    if canonical(other) not in self.terms or self._is_obsolete(canonical(other)):
                        direct.setdefault(canonical(other), curie)
        for curie, entries in self.terms.items():
            if self._is_obsolete(curie):
                direct[curie] = next(
                    (canonical(t.replaced_by) for t, _ in entries if t.replaced_by), direct.get(curie, "")
                )
        settled: dict[str, str] = {}
        for curie, successor in direct.items():
            target, seen = successor, {curie}
            while target in direct and target not in seen:
                seen.add(target)
                target = direct[target]
            settled[curie] = target if target in self.terms and target not in seen else ""
        obsolete = [c for c in settled if self._is_obsolete(c)]
        self.counts["obsolete terms replaced"] += sum(1 for c in obsolete if settled[c])
        self.counts["obsolete terms dropped"] += sum(1 for c in obsolete if not settled[c])
        return settled

    def _is_obsolete(self, curie: str) -> bool:
        return any(term.obsolete for term, _ in self.terms.get(curie, ()))

    def _label(self, successor: Mapping[str, str]) -> None:
        """Take the labels a mapping set gives as names; a row about an obsolete term maps nothing that lives."""
        canonical = self.preference.canonical
        live = []
        for row, source in self.mappings:
            ends = ((canonical(row.subject), row.subject_label), (canonical(row.object), row.object_label))
            if any(label.startswith(_OBSOLETE) for _, label in ends):
                self.counts["mappings of obsolete terms dropped"] += 1
                continue
            live.append((row, source))
            for curie, label in ends:
                if label and curie not in successor:
                    self.terms.setdefault(curie, []).append((Term(curie=curie, label=label), source))
        self.mappings = live

    def _identity(self, kinds: Mapping[str, Kind], successor: Mapping[str, str]) -> dict[str, str]:
        canonical = self.preference.canonical
        pairs = []
        for row, _ in self.mappings:
            ends = [successor.get(curie) or curie for curie in (canonical(row.subject), canonical(row.object))]
            if row.predicate is Predicate.EXACT and ends[0] != ends[1]:
                pairs.append((ends[0], ends[1]))
        preferred, refused = join(pairs, kinds, self.preference)
        self.counts["mappings refused"] += len(refused)
        return preferred

    def _pour(self, curie: str, target: str, nodes: dict[str, Node], kinds: Mapping[str, Kind]) -> None:
        node = nodes.setdefault(target, Node(curie=target))
        node.kind = node.kind or kinds.get(curie) or kinds.get(target)
        for term, source in self.terms[curie]:
            old = Flag.OBSOLETE if term.obsolete else Flag.NONE
            label = term.label.removeprefix(_OBSOLETE)
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
                node.xrefs = _joined(node.xrefs, ((canonical(x), Predicate.DBXREF) for x in term.xrefs if _is_curie(x)))

    def _phrase(self, node: Node, said: Iterable[str], source: int) -> None:
        """Name a finding also as other patterns of its names would."""
        for name in said:
            for text in phrasings(name):
                if text not in node.names:
                    self._name(node, TermName(text=text, flags=Flag.GENERATED), source)

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
            said = (name.match, flags | (known[1] & _LABEL if known else 0), source)
            node.names[text] = self.said.setdefault(said, said)
        elif name.match == known[0]:
            # A symbol or label in one source stays one; "generated" and "obsolete" hold only where all sources say so.
            kept = (known[1] | flags) & ~_UNLESS_ALL | known[1] & flags
            said = (known[0], kept, known[2])
            node.names[text] = self.said.setdefault(said, said)

    def _link(self, nodes: Mapping[str, Node], node_of: Mapping[str, str]) -> None:
        """Point parents at nodes, and hang the inexact mappings on both of their ends."""
        canonical = self.preference.canonical
        turned = {Predicate.BROAD: Predicate.NARROW, Predicate.NARROW: Predicate.BROAD}
        for node in nodes.values():
            parents = {node_of[p] for p in node.parents if p in node_of} - {node.curie}
            self.counts["parents not in any source"] += sum(1 for p in node.parents if p not in node_of)
            node.parents = tuple(sorted(parents))
        for row, _ in self.mappings:
            subject, target = canonical(row.subject), canonical(row.object)
            if row.predicate is Predicate.EXACT and node_of.get(subject) == node_of.get(target):
                continue
            predicate = Predicate.CLOSE if row.predicate is Predicate.EXACT else row.predicate
            if subject in node_of:
                node = nodes[node_of[subject]]
                node.xrefs = _joined(node.xrefs, ((target, predicate),))
            if target in node_of and predicate is not Predicate.DBXREF:
                node = nodes[node_of[target]]
                node.xrefs = _joined(node.xrefs, ((subject, turned.get(predicate, predicate)),))


_is_curie: Final = re.compile(r"[A-Za-z][\w.-]*:(?!//)\S+").fullmatch


def _joined(held: tuple[_T, ...], more: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys((*held, *more)))
