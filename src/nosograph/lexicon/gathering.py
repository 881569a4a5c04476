"""Records to nodes: merge what the sources say of each identifier, settle identity, kinds and names."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from nosograph.lexicon.borrowing import drop_unsaid, pass_over_copies
from nosograph.lexicon.identity import Preference, join
from nosograph.lexicon.kinds import kinds_of
from nosograph.lexicon.pouring import OBSOLETE, Node, Pourer
from nosograph.lexicon.records import Heading, MappingRow, Record, Suppression, Term
from nosograph.lexicon.successors import successors
from nosograph.lexicon.terms import Terms
from nosograph.lexicon.values import Predicate
from nosograph.model import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """Hold the order of the nodes, and where every other identifier belongs; the nodes are made one after the other.

    `moved` maps identifiers to the node of another name they belong to; `alternatives` are those that were merged or
    are obsolete, the rest is of equal standing. `counts` is whole once all nodes are made.
    """

    order: Sequence[str]
    moved: Mapping[str, str]
    alternatives: frozenset[str]
    counts: Counter[str]
    terms: Terms
    members: Mapping[str, Sequence[str]]
    hung: Mapping[str, Sequence[tuple[str, Predicate]]]
    kinds: Mapping[str, Kind]
    pourer: Pourer

    def place(self, curie: str) -> int | None:
        """Give the number of the node an identifier belongs to."""
        node = self.moved.get(curie, curie)
        place = bisect_left(self.order, node)
        return place if place < len(self.order) and self.order[place] == node else None

    def above(self, node: Node) -> list[int]:
        """Give the numbers of a node's parents; those that no source has are counted."""
        places = [self.place(parent) for parent in node.parents]
        self.counts["parents not in any source"] += places.count(None)
        return sorted({place for place in places if place is not None} - {self.place(node.curie)})

    def nodes(self) -> Iterator[Node]:
        """Make the nodes in their order; each one's terms are let go of, so this can be done once."""
        for curie in self.order:
            node = Node(curie=curie)
            for member in self.members.get(curie, (curie,)):
                node.kind = node.kind or self.kinds.get(member) or self.kinds.get(curie)
                self.pourer.pour(node, self.terms.entries(member))
                self.terms.remove(member)
            node.hang(self.hung.get(curie, ()))
            yield node


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
    terms: Terms = field(default_factory=Terms)
    mappings: list[tuple[str, Predicate, str]] = field(default_factory=list)
    labels: list[tuple[str, str, int]] = field(default_factory=list)
    suppressed: set[tuple[str, str]] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)

    def take(self, records: Iterable[Record], source: int) -> None:
        """Take all records of one source."""
        canonical = self.preference.canonical
        for record in records:
            match record:
                case Heading():
                    self.headings[source] = record
                case Term():
                    self.terms.add(canonical(record.curie), record, source)
                case MappingRow():
                    self._map(record, source)
                case Suppression():
                    self.suppressed.add((record.name.casefold(), canonical(record.curie)))

    def settle(self) -> Gathered:
        """Settle which identifiers are one thing, of what kind, in which order."""
        terms, canonical = self.terms, self.preference.canonical
        pass_over_copies(terms, self.headings, self.counts)
        successor = successors(terms, canonical, self.counts)
        for curie, label, source in self.labels:
            if curie not in successor:
                terms.add(curie, Term(curie=curie, label=label), source)
        self.labels.clear()
        kinds = kinds_of(terms, self.branches, self.fallbacks, canonical)
        drop_unsaid(terms, self.headings, kinds, self.counts)
        preferred = self._identity(kinds, successor)
        order, moved, members = self._members(successor, preferred)
        known = frozenset(order)
        for curie, best in preferred.items():
            if best in known and curie not in known:
                moved.setdefault(curie, best)
        for curie, target in successor.items():
            owner = preferred.get(target, target)
            if owner in known and curie not in known:
                moved.setdefault(curie, owner)
        return Gathered(
            order=order,
            moved=moved,
            alternatives=frozenset(successor),
            counts=self.counts,
            terms=terms,
            members=members,
            hung=self._hung(moved, known),
            kinds=kinds,
            pourer=Pourer(preference=self.preference, suppressed=self.suppressed),
        )

    def _map(self, row: MappingRow, source: int) -> None:
        """Take a mapping, and the labels it gives as names; a row about an obsolete term maps nothing that lives."""
        canonical = self.preference.canonical
        if row.subject_label.startswith(OBSOLETE) or row.object_label.startswith(OBSOLETE):
            self.counts["mappings of obsolete terms dropped"] += 1
            return
        subject, target = canonical(row.subject), canonical(row.object)
        self.mappings.append((subject, row.predicate, target))
        self.labels += [
            (curie, label, source)
            for curie, label in ((subject, row.subject_label), (target, row.object_label))
            if label
        ]

    def _identity(self, kinds: Mapping[str, Kind], successor: Mapping[str, str]) -> dict[str, str]:
        """Give the preferred identifier of each that is mapped to exactly the same thing."""
        exact = ((subject, target) for subject, predicate, target in self.mappings if predicate is Predicate.EXACT)
        ends = ((successor.get(subject) or subject, successor.get(target) or target) for subject, target in exact)
        preferred, refused = join([pair for pair in ends if pair[0] != pair[1]], kinds, self.preference)
        self.counts["mappings refused"] += len(refused)
        return preferred

    def _members(
        self, successor: Mapping[str, str], preferred: Mapping[str, str]
    ) -> tuple[list[str], dict[str, str], dict[str, list[str]]]:
        """Give the nodes in their order, what moves to a node of another name, and the members of such nodes."""
        nodes: set[str] = set()
        moved: dict[str, str] = {}
        members: dict[str, list[str]] = {}
        for curie in self.terms:
            target = successor.get(curie, curie)
            if target not in self.terms:
                continue  # obsolete, and what it stands for now is nothing, or was dropped
            owner = preferred.get(target, target)
            nodes.add(owner)
            if owner != curie:
                moved[curie] = owner
                members.setdefault(owner, []).append(curie)
        for owner, held in members.items():
            if owner in self.terms and successor.get(owner, owner) == owner:
                held.append(owner)
            held.sort(key=lambda curie: (self.preference.rank(curie), curie))
        return sorted(nodes), moved, members

    def _hung(self, moved: Mapping[str, str], known: Container[str]) -> dict[str, list[tuple[str, Predicate]]]:
        """Hang the mappings that join nothing on both of their ends."""
        turned = {Predicate.BROAD: Predicate.NARROW, Predicate.NARROW: Predicate.BROAD}
        hung: dict[str, list[tuple[str, Predicate]]] = {}
        for subject, said, target in self.mappings:
            here, there = moved.get(subject, subject), moved.get(target, target)
            if said is Predicate.EXACT and (here == there or (here not in known and there not in known)):
                continue
            predicate = Predicate.CLOSE if said is Predicate.EXACT else said
            if here in known:
                hung.setdefault(here, []).append((target, predicate))
            if there in known and predicate is not Predicate.DBXREF:
                hung.setdefault(there, []).append((subject, turned.get(predicate, predicate)))
        self.mappings.clear()
        return hung
