"""Rows: the claims of a graph as a table, one row a claim. Table and network view both read this, so they agree."""

import re
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final, TypeVar
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode

from nosograph.errors import GraphError
from nosograph.graph import Graph
from nosograph.model import Certainty, Curie, Match, Outcome, Polarity
from nosograph.rdf import BIOLINK, CITO, NG, OA, RDF, RDFS

__all__ = ["ClaimRow", "claim_rows", "clean"]

_Value = TypeVar("_Value", bound=StrEnum)
_Found = TypeVar("_Found")
_Order = tuple[tuple[bool, str], ...]
_UNWRITABLE: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DIGITS: Final = re.compile(r"(\d+)")
_ARTICLE: Final = "/article/"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """Hold one claim as a row of the table, the columns in their order.

    `claim` is the claim's IRI, `article` its article's slug. `start`, `end` (code points into the article's text) and
    `quote` are those of its first evidence. `references` are the article's own numbers in counting order,
    `reference_ids` the works they stand for, each once, in the same order. `decision` and `note` are a curator's, else
    empty.
    """

    claim: str
    article: str
    subject: Curie
    subject_label: str
    relation: str
    object: Curie
    object_label: str
    match: Match
    polarity: Polarity
    certainty: Certainty
    outcome: Outcome | None
    frequency: str
    start: int
    end: int
    quote: str
    sentence: str
    references: tuple[str, ...]
    reference_ids: tuple[str, ...]
    score: float
    why: str
    decision: str
    note: str


def claim_rows(graph: Graph) -> tuple[ClaimRow, ...]:
    """Give the claims of a graph by article, then in the order of the text, those of one statement together.

    Of the claims that say the same in several sentences that which says most about it stands first: how often, with
    what outcome, citing a work, most surely.

    Raises:
        GraphError: a claim lacks a property that a row needs, has it twice, or with a value that is none of its values.
    """
    claims = {q.subject for q in graph.store.quads_for_pattern(None, RDF.type, NG.Claim)}
    reader = _Reader(graph)
    rows = [reader.row(claim) for claim in claims if isinstance(claim, NamedNode)]
    rows.sort(key=lambda r: (r.article, r.start, r.end, r.relation, str(r.object), r.claim))
    statements: dict[tuple[object, ...], list[ClaimRow]] = {}
    for row in rows:
        statements.setdefault((row.article, row.subject, row.relation, row.object, row.polarity), []).append(row)
    return tuple(row for said in statements.values() for row in sorted(said, key=_fullness))


def _fullness(row: ClaimRow) -> tuple[int, bool, float]:
    told = bool(row.frequency), row.outcome not in {None, Outcome.UNSTATED}, bool(row.references)
    return -sum(told), not row.frequency, -row.score


def clean(text: str) -> str:
    """Replace what XML 1.0 (section 2.2) cannot hold by U+FFFD, one for one; only a graph from elsewhere has any."""
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)


class _Node:
    """Read what a graph says of one thing; all its properties are fetched at once."""

    def __init__(self, graph: Graph, iri: NamedNode) -> None:
        self._iri = iri
        self._values = defaultdict[NamedNode, set[object]](set)
        for quad in graph.store.quads_for_pattern(iri, None, None):
            self._values[quad.predicate].add(quad.object)

    def nodes(self, predicate: NamedNode) -> list[NamedNode]:
        return sorted((v for v in self._values[predicate] if isinstance(v, NamedNode)), key=str)

    def node(self, predicate: NamedNode) -> NamedNode:
        return self._only(predicate, self.nodes(predicate))

    def text(self, predicate: NamedNode) -> str:
        return self._only(predicate, self._texts(predicate))

    def text_or_nothing(self, predicate: NamedNode) -> str:
        """Give the first text, or of a thing its name; nothing where there is neither."""
        return next(iter(self._texts(predicate)), "") or next((_name(n) for n in self.nodes(predicate)), "")

    def number(self, predicate: NamedNode) -> float:
        text = self.text(predicate)
        try:
            return float(text)
        except ValueError as error:
            raise self._wrong(predicate, f"is {text[:40]!r}, no number") from error

    def value(self, predicate: NamedNode, values: type[_Value]) -> _Value:
        name = _name(self.node(predicate))
        try:
            return values(name)
        except ValueError as error:
            raise self._wrong(predicate, f"is {name[:40]!r}, none of {' '.join(values)}") from error

    def has(self, predicate: NamedNode) -> bool:
        return predicate in self._values

    def _texts(self, predicate: NamedNode) -> list[str]:
        return sorted(clean(v.value) for v in self._values[predicate] if isinstance(v, Literal))

    def _only(self, predicate: NamedNode, found: list[_Found]) -> _Found:
        if len(found) != 1:
            raise self._wrong(predicate, f"stands there {len(found)} times, not once")
        return found[0]

    def _wrong(self, predicate: NamedNode, what: str) -> GraphError:
        mend = "see what else is wrong: nosograph validate"
        return GraphError(f"its {_name(predicate)} {what}", where=self._iri.value, mend=mend)


class _Reader:
    """Read rows; what several claims share (entities, references, articles) is read once."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._curie = cache(self._read_curie)
        self._label = cache(lambda iri: self._node(iri).text_or_nothing(RDFS.label))
        self._reference = cache(self._read_reference)

    def row(self, iri: NamedNode) -> ClaimRow:
        claim = self._node(iri)
        subject, object_ = claim.node(RDF.subject), claim.node(RDF.object)
        start, end, quote = self._first_evidence(iri)
        references = sorted(map(self._reference, claim.nodes(NG.citesReference)))
        cited = [work for _, _, works in references for work in works] + claim.nodes(CITO.citesAsEvidence)
        return ClaimRow(
            claim=iri.value,
            article=_slug(claim.node(NG.inArticle)),
            subject=self._curie(subject),
            subject_label=self._label(subject),
            relation=_name(claim.node(NG.relation)),
            object=self._curie(object_),
            object_label=self._label(object_),
            match=claim.value(NG.match, Match),
            polarity=claim.value(NG.polarity, Polarity),
            certainty=claim.value(NG.certainty, Certainty),
            outcome=claim.value(NG.outcome, Outcome) if claim.has(NG.outcome) else None,
            frequency=claim.text_or_nothing(NG.frequency),
            start=start,
            end=end,
            quote=quote,
            sentence=claim.text(BIOLINK.supporting_text),
            references=tuple(number for _, number, _ in references),
            reference_ids=tuple(dict.fromkeys(str(self._curie(work)) for work in cited)),
            score=claim.number(NG.score),
            why=claim.text_or_nothing(NG.why),
            decision=claim.text_or_nothing(NG.decision),
            note=claim.text_or_nothing(NG.note),
        )

    def _node(self, iri: NamedNode) -> _Node:
        return _Node(self._graph, iri)

    def _read_curie(self, iri: NamedNode) -> Curie:
        curie = self._graph.curie(iri)
        return Curie(curie.prefix, clean(curie.local))

    def _first_evidence(self, claim: NamedNode) -> tuple[int, int, str]:
        """Give start, end and quote of the evidence that comes first in the text."""
        notes = {q.subject for q in self._graph.store.quads_for_pattern(None, OA.hasBody, claim)}
        places = [
            self._place(target)
            for note in notes
            if isinstance(note, NamedNode)
            for target in self._node(note).nodes(OA.hasTarget)
        ]
        if not places:
            raise GraphError(
                "the claim has no evidence", where=claim.value, mend="see what else is wrong: nosograph validate"
            )
        return min(places)

    def _place(self, target: NamedNode) -> tuple[int, int, str]:
        selectors = [self._node(selector) for selector in self._node(target).nodes(OA.hasSelector)]
        quote = next((s.text(OA.exact) for s in selectors if s.has(OA.exact)), "")
        position = next((s for s in selectors if s.has(OA.start)), self._node(target))
        return int(position.number(OA.start)), int(position.number(OA.end)), quote

    def _read_reference(self, iri: NamedNode) -> tuple[_Order, str, list[NamedNode]]:
        reference = self._node(iri)
        number = reference.text(NG.number)
        return _counting_order(number), number, reference.nodes(NG.publication)


def _counting_order(number: str) -> _Order:
    """Order "2" before "10", and numbers before letters.

    >>> sorted(["10", "b", "2", "2a"], key=_counting_order)
    ['2', '2a', '10', 'b']
    """
    return tuple((not part.isdigit(), part.zfill(20)) for part in _DIGITS.split(number) if part)


def _name(node: NamedNode) -> str:
    """Give the last part of an IRI, as the vocabulary's keys are written."""
    return re.split(r"[/#]", node.value)[-1]


def _slug(article: NamedNode) -> str:
    return unquote(article.value.rpartition(_ARTICLE)[2])
