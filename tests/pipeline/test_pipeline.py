"""The order of the stages, the gate, and the files."""

from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from nosograph.errors import InputError, OutputError, ShapesViolated
from nosograph.graph import Graph
from nosograph.lexicon import Lexicon
from nosograph.model import Concept, Curie, Kind
from nosograph.pipeline import FORMATS, Result, assemble, draft, run, save, write
from nosograph.rdf import NG, RDF, SCHEMA
from nosograph.validation import validate

TEXT = """Strange syndrome

Strange syndrome is a rare disease. It manifests with nail dystrophy.[1] It was treated with sirolimus.

  1. Doe J (2001). "Strange nails". Journal of Nails. 1 (2): 3-4.
"""


@pytest.fixture(scope="module")
def result(ipex: Path, lexicon: Lexicon) -> Result:
    """Take the IPEX article the whole way."""
    return run(ipex, lexicon=lexicon)


@pytest.fixture
def violated(result: Result) -> Result:
    """Give a result whose report holds a violation, found in a graph with a claim that has nothing."""
    graph = Graph()
    graph.store.extend(result.graph.store)
    name = next(quad.graph_name for quad in graph.store.quads_for_pattern(None, RDF.type, NG.Claim))
    graph.store.add(Quad(NamedNode("https://w3id.org/nosograph/claim/0000000000000000"), RDF.type, NG.Claim, name))
    return replace(result, graph=graph, report=validate(graph))


def test_the_stages_hand_on_what_they_made(result: Result) -> None:
    """A result holds the article, its mentions, its claims, their graph and the report."""
    claims = {quad.subject for quad in result.graph.store.quads_for_pattern(None, RDF.type, NG.Claim)}
    assert result.article.slug == "ipex-syndrome"
    assert result.mentions
    assert len(claims) == len(result.claims)
    assert result.report.checks > len(result.graph) / 2


def test_draft_stops_before_the_shapes(ipex: Path, lexicon: Lexicon, result: Result) -> None:
    """A draft is a result without a report."""
    made = draft(ipex, lexicon=lexicon)
    assert made.claims == result.claims
    assert not hasattr(made, "report")


def test_another_article_goes_the_same_way(tmp_path: Path, lexicon: Lexicon) -> None:
    """An article of one paragraph, on a disease no lexicon holds, becomes a graph that conforms."""
    path = tmp_path / "strange.txt"
    path.write_text(TEXT)
    made = run(path, lexicon=lexicon)
    assert made.report.conforms, made.report.text
    assert {claim.relation for claim in made.claims} >= {"has_phenotype", "treated_with"}


def test_the_base_is_settable(ipex: Path, lexicon: Lexicon) -> None:
    """Every minted IRI begins with the base that is given."""
    base = "https://example.org/graphs/"
    made = run(ipex, lexicon=lexicon, base=base)
    assert made.report.conforms
    assert {str(quad.graph_name.value).startswith(base) for quad in made.graph.store} == {True}
    assert b"https://w3id.org/nosograph/claim/" not in FORMATS["nt"](made.graph)


def test_a_bibliography_may_be_named(ipex: Path, lexicon: Lexicon, tmp_path: Path) -> None:
    """With a bibliography named, the one beside the article is left alone."""
    (tmp_path / "none.bib").write_text("@misc{other, title={Another work}, year={1999}}")
    made = run(ipex, lexicon=lexicon, bibliography=tmp_path / "none.bib")
    assert not any(reference.doi for reference in made.article.references)


def test_assemble_takes_the_default_lexicon(result: Result) -> None:
    """Without a lexicon, `assemble` makes the graph that the pipeline makes."""
    assert list(assemble(result.article, result.claims).quads()) == list(result.graph.quads())


def test_nothing_claimed_is_an_error(tmp_path: Path, lexicon: Lexicon) -> None:
    """A text about no disease is refused with its path."""
    path = tmp_path / "bicycle.txt"
    path.write_text("The bicycle\n\nA bicycle has two wheels.\n")
    with pytest.raises(InputError, match=r"bicycle\.txt: no disease"):
        draft(path, lexicon=lexicon)


def test_a_violation_is_not_written(violated: Result, tmp_path: Path) -> None:
    """What violates a shape stays unwritten, the error holds the report, and an earlier file stays as it was."""
    (tmp_path / "ipex-syndrome.nt").write_text("good")
    with pytest.raises(ShapesViolated) as caught:
        save(violated, tmp_path, formats=["nt"])
    assert caught.value.report is violated.report
    assert (tmp_path / "ipex-syndrome.nt").read_text() == "good"
    assert len(list(tmp_path.iterdir())) == 1


def test_warnings_do_not_keep_from_writing(result: Result, tmp_path: Path) -> None:
    """A graph with warnings alone is written."""
    assert result.report.warnings
    assert save(result, tmp_path, formats=["nt"]) == (tmp_path / "ipex-syndrome.nt",)


def test_write_takes_every_format(result: Result, tmp_path: Path) -> None:
    """Without formats, each one is written, named by its key."""
    files = write(result.graph, tmp_path / "new" / "folder")
    assert [path.name for path in files] == [f"ipex-syndrome.{key}" for key in FORMATS]
    assert all(path.stat().st_size for path in files)


def test_write_takes_the_slug_from_the_graph(tmp_path: Path) -> None:
    """Without a slug, the files bear the name of the graph's article, decoded."""
    graph = Graph()
    article = NamedNode(graph.base + "article/d%C3%A9j%C3%A0%20vu")
    graph.store.add(Quad(article, RDF.type, SCHEMA.Article))
    assert write(graph, tmp_path, formats=["nt"]) == (tmp_path / "déjà vu.nt",)


@pytest.mark.parametrize("count", [0, 2])
def test_write_asks_for_a_slug_where_there_is_not_one_article(count: int, tmp_path: Path) -> None:
    """A graph of no article, or of several, needs a name for its files."""
    graph = Graph()
    for number in range(count):
        graph.store.add(Quad(NamedNode(f"{graph.base}article/{number}"), RDF.type, SCHEMA.Article))
    with pytest.raises(InputError, match=f"{count} articles"):
        write(graph, tmp_path, formats=["nt"])
    assert write(graph, tmp_path, formats=["nt"], slug="both") == (tmp_path / "both.nt",)


def test_unknown_formats_are_refused(result: Result, tmp_path: Path) -> None:
    """A format that is not there is named, with those that are, and nothing is written."""
    with pytest.raises(InputError, match="'docx' is no format; choose from ttl"):
        write(result.graph, tmp_path, formats=["nt", "docx"])
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("slug", ["../escape", "a/b", "..", "", "nul\0"])
def test_a_slug_cannot_leave_the_folder(slug: str, result: Result, tmp_path: Path) -> None:
    """A slug that is a path is refused; nothing is written anywhere."""
    folder = tmp_path / "in"
    folder.mkdir()
    try:
        files = write(result.graph, folder, formats=["nt"], slug=slug)
    except OutputError:
        files = ()
    assert all(path.parent == folder for path in files)
    assert {path.parent for path in tmp_path.rglob("*.nt")} <= {folder}


def test_things_without_identifier_are_kept_as_text(lexicon: Lexicon, result: Result) -> None:
    """A claim about something no vocabulary identifies becomes a minted thing with its words, and conforms."""
    words = Concept(curie=Curie("text", "a strange gait"), label="a strange gait", kind=Kind.PHENOTYPE)
    claim = next(claim for claim in result.claims if claim.relation == "has_phenotype")
    graph = assemble(result.article, [replace(claim, object=words)], lexicon=lexicon)
    things = [quad.subject for quad in graph.store.quads_for_pattern(None, NG.ungrounded, None)]
    assert [str(graph.curie(thing)) for thing in things if isinstance(thing, NamedNode)] == ["text:a strange gait"]
    assert list(graph.store.quads_for_pattern(None, None, Literal("a strange gait", language="en")))
    assert validate(graph).conforms
