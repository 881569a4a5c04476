"""Graph to what the picture shows: things, the lines between them, the works they rest on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode

from nosograph.graph import Graph
from nosograph.model import TEXT, Certainty, Kind, Outcome, Polarity
from nosograph.rdf import DCTERMS, NG, RDF
from nosograph.rows import clean
from nosograph.views._network import to_networkx

if TYPE_CHECKING:
    from networkx import MultiDiGraph

JOINT: Final = "|"
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_CENTRAL: Final = 4
"""A subject with more objects than these stands in the middle of the picture, even where it is an object too."""
_ORDER: Final = (
    Kind.DISEASE_CLASS,
    Kind.INHERITANCE,
    Kind.GENE,
    Kind.FUNCTION,
    Kind.PROCESS,
    Kind.CELL,
    Kind.ANATOMY,
    Kind.ONSET,
    Kind.COURSE,
    Kind.FREQUENCY,
    Kind.QUANTITY,
    Kind.PHENOTYPE,
    Kind.DISEASE,
    Kind.PROCEDURE,
    Kind.CHEMICAL,
    Kind.MODIFIER,
    Kind.OTHER,
)
"""In what order the picture tells: what the disease is, how it comes about, how it shows, what is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Hold a thing to be drawn; `identifier` is empty where it has none."""

    key: str
    label: str
    identifier: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Hold claims that are drawn as one line: of one relation, polarity and certainty, between the same things.

    `marks` are the references in the text's order, `note` is outcome or frequency, `said` the claims in words.
    """

    subject: str
    object: str
    relation: str
    label: str
    negated: bool
    hedged: bool
    claims: int
    marks: tuple[str, ...]
    note: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """Hold what a picture shows. `hubs` are the subjects in its middle, `references` marks and what they stand for."""

    title: str
    credit: str
    things: Mapping[str, Thing]
    hubs: tuple[str, ...]
    lines: tuple[Line, ...]
    references: tuple[tuple[str, str], ...]


def contents(graph: Graph) -> Contents:
    """Gather what a picture of the graph shows.

    Raises:
        GraphError: a claim lacks what an edge needs.
    """
    network = to_networkx(graph)
    letters = _letters({str(edge["article"]) for *_, edge in network.edges(data=True)})
    things = {key: _thing(key, data) for key, data in network.nodes(data=True)}
    lines = tuple(_lines(network, things, letters))
    used = {mark for line in lines for mark in line.marks}
    about = {name: str(value).replace(JOINT, " · ") for name, value in network.graph.items()}
    return contents_of(
        title=about.get("title", ""),
        credit="; ".join(about[name] for name in ("attribution", "licence") if about.get(name)),
        things=things,
        lines=lines,
        references=tuple((mark, text) for mark, text in _references(graph, letters) if mark in used),
    )


def contents_of(
    *,
    title: str,
    credit: str,
    things: Mapping[str, Thing],
    lines: Iterable[Line],
    references: tuple[tuple[str, str], ...],
) -> Contents:
    """Put lines in the order in which the picture tells, and find the subjects of its middle."""
    told = tuple(sorted(lines, key=lambda line: _rank(line, things)))
    return Contents(title=title, credit=credit, things=things, hubs=_hubs(told), lines=told, references=references)


def _letters(articles: set[str]) -> Mapping[str, str]:
    """Tell articles apart by letters, so that their references can be numbered; one article needs none."""
    if len(articles) < 2:  # noqa: PLR2004 - one article or several
        return dict.fromkeys(articles, "")
    rows = enumerate(sorted(articles))
    return {slug: (_LETTERS[n // 26 - 1] if n >= len(_LETTERS) else "") + _LETTERS[n % 26] for n, slug in rows}


def _thing(key: str, data: Mapping[str, object]) -> Thing:
    curie = str(data["curie"])
    grounded = not curie.startswith(f"{TEXT}:")
    return Thing(
        key=key,
        label=" ".join(str(data["label"]).split()),
        identifier=curie if grounded else "",
        kind=str(data["kind"]),
    )


def _lines(network: "MultiDiGraph[str]", things: Mapping[str, Thing], letters: Mapping[str, str]) -> Iterator[Line]:
    parallel: defaultdict[tuple[str, ...], list[Mapping[str, object]]] = defaultdict(list)
    for thing, other, edge in network.edges(data=True):
        parallel[thing, other, *(str(edge[name]) for name in ("relation", "polarity", "certainty"))].append(edge)
    for (thing, other, relation, polarity, certainty), edges in parallel.items():
        label = str(edges[0]["relation_label"])
        negated, hedged = polarity == Polarity.NEGATED, certainty == Certainty.HEDGED
        words = f"{things[thing].label}: {label} {things[other].label}"
        how = [word for word, so in (("denied", negated), ("hedged", hedged)) if so]
        quotes = " · ".join(dict.fromkeys(str(edge["sentence"]) for edge in edges))
        yield Line(
            subject=thing,
            object=other,
            relation=relation,
            label=label,
            negated=negated,
            hedged=hedged,
            claims=len(edges),
            marks=_marks(edges, letters),
            note=_note(edges),
            said=" ".join(f"{words}{' (' + ', '.join(how) + ')' if how else ''}. {quotes}".split()),
        )


def _marks(edges: Iterable[Mapping[str, object]], letters: Mapping[str, str]) -> tuple[str, ...]:
    found = [
        letters[str(edge["article"])] + number
        for edge in edges
        for number in str(edge["references"]).split(JOINT)
        if number
    ]
    return tuple(dict.fromkeys(found))


def _note(edges: Sequence[Mapping[str, object]]) -> str:
    """Say how a treatment fared, or how often a finding is seen."""
    outcomes = [str(edge["outcome"]) for edge in edges if edge["outcome"] not in {"", Outcome.UNSTATED}]
    said = [*outcomes, *(str(edge["frequency"]) for edge in edges if edge["frequency"])]
    return ", ".join(dict.fromkeys(said))


def _rank(line: Line, things: Mapping[str, Thing]) -> tuple[int, str, str, str, bool, bool]:
    kind = things[line.object].kind
    place = next((n for n, known in enumerate(_ORDER) if known == kind), len(_ORDER))
    return place, line.relation, things[line.object].label.casefold(), line.object, line.negated, line.hedged


def _hubs(lines: Iterable[Line]) -> tuple[str, ...]:
    """Give the subjects of the middle: those that are nobody's object, and those with many objects of their own."""
    objects: defaultdict[str, set[str]] = defaultdict(set)
    for line in lines:
        objects[line.subject].add(line.object)
    hubs = set(objects)
    for subject in sorted(objects, key=lambda key: (len(objects[key]), key)):
        if len(objects[subject]) <= _CENTRAL and any(subject in objects[hub] for hub in hubs - {subject}):
            hubs.discard(subject)
    return tuple(sorted(hubs, key=lambda key: (-len(objects[key]), key)))


def _references(graph: Graph, letters: Mapping[str, str]) -> list[tuple[str, str]]:
    """Give every reference: its mark, and its words with the work's identifier."""
    store = graph.store
    found = []
    for quad in store.quads_for_pattern(None, RDF.type, NG.Reference):
        node = quad.subject
        number, words, article, work = (
            min((q.object for q in store.quads_for_pattern(node, predicate, None)), key=str, default=None)
            for predicate in (NG.number, DCTERMS.bibliographicCitation, DCTERMS.isPartOf, NG.publication)
        )
        if not isinstance(number, Literal) or not isinstance(article, NamedNode):
            continue
        slug = unquote(article.value.rpartition("/article/")[2])
        text = clean(words.value) if isinstance(words, Literal) else ""
        found.append((letters.get(slug, "") + clean(number.value), text + _identifier(graph, work, text)))
    return sorted(found, key=lambda pair: (len(pair[0]), pair))


def _identifier(graph: Graph, work: object, words: str) -> str:
    """Give a work's identifier, unless its words say it already or it is one that we minted."""
    if not isinstance(work, NamedNode) or work.value.startswith(graph.base):
        return ""
    curie = graph.curie(work)
    said = words.casefold()
    return "" if any(curie.local.casefold() in form for form in (said, said.replace("-", ""))) else f" {curie}"
