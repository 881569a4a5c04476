"""For every constraint in shapes/, graphs that break just it and are reported by its own message."""

import re
from functools import cache

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

import builders
from nosograph.graph import Graph
from nosograph.rdf import SH, contract, prefixes
from nosograph.validation import Result, validate
from nosograph.validation import shapes as committed
from validation.cases import ARTICLE, CASES, PROLOGUE, Case


def broken(case: Case) -> Graph:
    """Assemble the good graph and break it."""
    graph = builders.graph()
    if case.nameless:
        return Graph(_without_name(graph.store, case.nameless))
    for update in case.updates:
        before = {str(q) for q in graph.store}
        graph.store.update(PROLOGUE + update)
        assert {str(q) for q in graph.store} != before, f"the update changes nothing: {update}"
    return graph


def _without_name(store: Store, thing: str) -> Store:
    """Turn one thing into a blank node wherever it stands; `thing` is its IRI, or says where under the base to look."""
    pattern = re.compile(
        {
            "run": r".*/run/\w+",
            "claim": r".*/claim/\w+",
            "evidence": r".*/evidence/[\w-]+",
            "evidence/target": r".*/evidence/[\w-]+/target",
            "evidence/quote": r".*/evidence/[\w-]+/quote",
            "evidence/position": r".*/evidence/[\w-]+/position",
            "authorship": r".*/authorship/\w+/\d",
        }.get(thing, re.escape(thing))
    )
    named = sorted({q.subject.value for q in store if pattern.fullmatch(q.subject.value)})
    name, blank = NamedNode(named[0]), BlankNode("nameless")
    result = Store()
    for q in store:
        subject, object_ = (blank if term == name else term for term in (q.subject, q.object))
        result.add(Quad(subject, q.predicate, object_, q.graph_name))
    return result


def constraints() -> dict[str, NamedNode]:
    """Name every shape and query of shapes/ that finds something itself, not through parts with their own message."""
    store = committed.store()
    parts = {SH.sparql, SH.property, SH.path}
    names = {}
    for quad in store.quads_for_pattern(None, SH.message, None):
        predicates = {q.predicate for q in store.quads_for_pattern(quad.subject, None, None)}
        finds = {p for p in predicates if p in committed._COMPONENTS} - parts  # noqa: SLF001 - the table of what finds
        if finds or SH.select in predicates:
            names[quad.subject.value.rpartition("/")[2]] = quad.subject
    return names


def findings(graph: Graph) -> set[Result]:
    """Give what the shapes find, beyond what they find in the good graph."""
    return set(validate(graph).results) - _found_in_the_good_graph()


@cache
def _found_in_the_good_graph() -> frozenset[Result]:
    return frozenset(validate(builders.graph()).results)


def test_the_good_graph_conforms() -> None:
    """The assembled graph conforms; it warns of what the article itself leaves open, and of nothing else."""
    report = validate(builders.graph())
    assert report.conforms
    assert {r.shape for r in report.warnings} == {"ngs:claim-uncited", "ngs:claim-conflict"}


def test_every_constraint_has_a_case() -> None:
    """No constraint of shapes/ goes untested, and no case names one that is gone."""
    assert {case.shape for case in CASES} == set(constraints())


def test_every_shape_has_message_and_severity() -> None:
    """Each named shape has one message and one severity; each query has a message."""
    store = committed.store()
    for quad in store:
        if quad.predicate.value.endswith("#type") and isinstance(quad.subject, NamedNode):
            messages = list(store.quads_for_pattern(quad.subject, SH.message, None))
            severities = list(store.quads_for_pattern(quad.subject, SH.severity, None))
            kind = str(quad.object.value).rpartition("#")[2]
            wanted = {"NodeShape": (1, 1), "PropertyShape": (1, 1), "SPARQLConstraint": (1, 0)}.get(kind)
            assert wanted in {None, (len(messages), len(severities))}, quad.subject


@pytest.mark.parametrize("case", CASES, ids=[f"{n}-{case.shape}" for n, case in enumerate(CASES)])
def test_breaking_one_constraint_is_reported_by_its_own_message(case: Case) -> None:
    """A graph that breaks one constraint is reported by this one, in its words, and by no unrelated one."""
    found = findings(broken(case))
    own = [r for r in found if r.shape == f"ngs:{case.shape}"]
    assert own, f"found instead: {sorted(r.shape for r in found)}"
    assert {r.shape.partition(":")[2] for r in found} - case.also == {case.shape}
    shape = constraints()[case.shape]
    message = next(q.object.value for q in committed.store().quads_for_pattern(shape, SH.message, None))
    worded = re.escape(message)
    worded = re.sub(r"\\\{\\\?\w+\\\}", ".+", worded)
    assert all(re.fullmatch(worded, r.message, re.DOTALL) for r in own), own[0].message


def test_a_misplaced_quote_is_named() -> None:
    """The message of a quote that is not at its offsets names the piece of evidence."""
    case = next(c for c in CASES if c.shape == "offsets-quote")
    (result,) = findings(broken(case))
    assert "/evidence/" in result.message
    assert result.value in result.message


def test_literals_of_any_kind_do_not_stop_the_report() -> None:
    """Backslashes, quotes and braces in what breaks a shape come through the report as they are."""
    graph = builders.graph()
    nasty = Literal('OMIM:\\g<1> {?value} "\n</script>')
    graph.store.add(
        Quad(
            NamedNode(prefixes()["MONDO"] + "0010580"),
            NamedNode(prefixes()["ng"] + "infoboxIdentifier"),
            nasty,
            NamedNode(f"{ARTICLE}/knowledge"),
        ),
    )
    assert "ngs:infobox-identifier" in {r.shape for r in validate(graph).warnings}


def test_shapes_are_named_by_the_prefix_table() -> None:
    """Every named shape is an identifier of the prefix ngs, so that a report can be read."""
    assert all(str(contract(node.value)).startswith("ngs:") for node in constraints().values())
