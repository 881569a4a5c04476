"""What each command prints."""

import csv
import io
import json
import shutil
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from pyoxigraph import RdfFormat, Store

from nosograph.cli._names import _ProgressLine
from nosograph.model import Article
from nosograph.pipeline import FORMATS, run
from nosograph.serialization import COLUMNS

Command = Callable[..., Any]


@pytest.fixture(scope="session")
def turtle(ipex: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the article's graph as a Turtle file."""
    path = tmp_path_factory.mktemp("graph") / "ipex-syndrome.ttl"
    path.write_bytes(FORMATS["ttl"](run(ipex).graph))
    return path


@pytest.fixture(scope="session")
def oxigraph(turtle: Path) -> Path:
    """Give the same graph as the folder of an Oxigraph store."""
    folder = turtle.with_name("store")
    store = Store(str(folder))
    store.bulk_load(path=turtle, format=RdfFormat.TURTLE)
    store.flush()
    return folder


def test_read_shows_the_fields_of_the_article(ipex: Path, nosograph: Command) -> None:
    """The JSON of `read` holds the article's fields by their names, identifiers as they are written."""
    ran = nosograph("read", ipex, "-f", "json")
    found = json.loads(ran.out)
    assert (ran.code, ran.err) == (0, "")
    assert list(found) == [field.name for field in fields(Article)]
    assert found["identifiers"] == ["OMIM:304790", "DiseasesDB:33417"]
    assert found["sentences"][0]["text"] == found["text"][: found["sentences"][0]["end"]]
    assert [reference["number"] for reference in found["references"]] == ["1", "2", "3"]


def test_read_shows_sentences_with_their_citations(ipex: Path, nosograph: Command) -> None:
    """The text of `read` puts the cited numbers behind each sentence."""
    lines = nosograph("read", ipex).out.splitlines()
    assert lines[0] == "IPEX syndrome"
    assert any("subsequent autoimmunity. [2]" in line for line in lines)


@pytest.mark.parametrize("command", ["read", "annotate", "claims"])
def test_articles_come_from_standard_input(command: str, ipex: Path, nosograph: Command) -> None:
    """With `-` the article is read from standard input."""
    ran = nosograph(command, "-", stdin=ipex.read_bytes())
    assert ran.code == 0
    assert "nail dystrophy" in ran.out


def test_annotate_gives_json_lines_that_slice(ipex: Path, nosograph: Command) -> None:
    """Each JSON line of `annotate` is a mention whose offsets name its words in the text of `read`."""
    text = json.loads(nosograph("read", ipex, "-f", "json").out)["text"]
    mentions = [json.loads(line) for line in nosograph("annotate", ipex, "-f", "jsonl").out.splitlines()]
    assert mentions
    assert all(text[mention["start"] : mention["end"]] == mention["text"] for mention in mentions)
    assert "HP:0008404" in [mention["concept"]["curie"] for mention in mentions]


def test_claims_are_the_columns_of_the_table(ipex: Path, nosograph: Command) -> None:
    """TSV and JSON lines of `claims` hold the same rows under the same columns."""
    rows = list(csv.DictReader(io.StringIO(nosograph("claims", ipex, "-f", "tsv").out), dialect="excel-tab"))
    objects = [json.loads(line) for line in nosograph("claims", ipex, "-f", "jsonl").out.splitlines()]
    assert list(rows[0]) == list(COLUMNS) == list(objects[0])
    assert [row["claim"] for row in rows] == [found["claim"] for found in objects]
    assert [row["object"] for row in rows] == [found["object"] for found in objects]


def test_the_table_of_claims_tells_how_often(nosograph: Command) -> None:
    """Words of frequency stand beside denials, hedges and outcomes."""
    article = b"Fabry disease\n\nMost patients with Fabry disease have cataract.\n"
    ran = nosograph("claims", "-", stdin=article)
    assert '"Most patients"' in " ".join(ran.out.split())


def test_tables_fit_80_columns(ipex: Path, nosograph: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """On 80 columns no line of a table is longer."""
    monkeypatch.setenv("COLUMNS", "80")
    for command in ("annotate", "claims"):
        assert max(map(len, nosograph(command, ipex).out.splitlines())) <= 80


def test_words_without_an_identifier_leave_the_table_room(nosograph: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """They stand once in a narrow table, in the claim, and as they are where no width is set."""
    article = b"Fabry disease\n\nFabry disease, also called heredopathia atactica fabriana, is rare.\n"
    monkeypatch.setenv("COLUMNS", "100")
    assert "text:" not in nosograph("claims", "-", stdin=article).out
    monkeypatch.delenv("COLUMNS")
    assert "text:heredopathia atactica fabriana" in nosograph("claims", "-", stdin=article).out


def test_tables_are_one_line_a_row_where_no_width_is_set(
    ipex: Path, nosograph: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Away from a terminal a row is one line, so that line tools can read it."""
    monkeypatch.delenv("COLUMNS", raising=False)
    assert len(nosograph("annotate", ipex).out.splitlines()) == len(
        nosograph("annotate", ipex, "-f", "jsonl").out.splitlines()
    ) + len(("head", "rule"))


def test_control_characters_of_a_text_do_not_reach_the_terminal(nosograph: Command, tmp_path: Path) -> None:
    """Escape sequences and direction marks in a graph are shown, not obeyed."""
    path = tmp_path / "a.nt"
    path.write_text('<a:b> <a:b> "red\\u001B[31m\\u202Etxet\\u0007" .\n')
    out = nosograph("query", path, "SELECT ?o { ?s ?p ?o }").out
    assert r"red\x1b[31m\u202etxet\x07" in out
    assert "\x1b" not in out


def test_export_says_what_it_did(ipex: Path, tmp_path: Path, nosograph: Command) -> None:
    """`export` prints title, entities, claims under their sentences, warnings and files to standard error."""
    ran = nosograph("export", ipex, "-o", tmp_path / "out", "-f", "ttl", "-f", "nt")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("IPEX syndrome\n")
    for words in (
        "entities (",
        "FOXP3 master regulator of regulatory T cell  hedged",
        "treated with bone marrow transplantation  limited",
        "0 violations",
        f"{tmp_path / 'out' / 'ipex-syndrome.nt'}"[:20],
    ):
        assert words in ran.err
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".ttl", ".nt"}


def test_export_is_quiet_when_asked(ipex: Path, tmp_path: Path, nosograph: Command) -> None:
    """With -q nothing is printed."""
    ran = nosograph("export", "-q", ipex, "-o", tmp_path, "-f", "nt")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_export_of_nothing_named_is_the_ipex_article(
    tmp_path: Path, nosograph: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without arguments, the article that travels with the program is exported into ./out."""
    monkeypatch.chdir(tmp_path)
    assert nosograph("export", "-q", "-f", "claims.tsv").code == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["ipex-syndrome.claims.tsv"]


def test_colours_come_only_when_wanted(
    ipex: Path, tmp_path: Path, nosograph: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Colour is used on a terminal alone, and NO_COLOR turns it off there too."""
    export = ("export", ipex, "-o", tmp_path, "-f", "nt")
    assert "\x1b[" not in nosograph(*export).err
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[33m" in nosograph(*export).err
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[33m" not in nosograph(*export).err


def test_validate_counts_its_checks(turtle: Path, nosograph: Command) -> None:
    """A good graph gives its warnings, the number of checks, and exit code 0."""
    ran = nosograph("validate", turtle)
    assert ran.code == 0
    assert ran.out.splitlines()[-1].startswith("conforms: ")
    assert "0 violations" in ran.out


def test_validate_names_what_is_violated(turtle: Path, tmp_path: Path, nosograph: Command) -> None:
    """A claim without its evidence gives a line that names it, and exit code 1."""
    broken = tmp_path / "broken.ttl"
    text = turtle.read_text(encoding="utf-8")
    broken.write_text(text.replace("oa:hasBody", "oa:hasPurpose"), encoding="utf-8")
    ran = nosograph("validate", broken)
    assert ran.code == 1
    assert ran.err == ""
    assert "/claim/" in ran.out
    assert ran.out.splitlines()[-1].startswith("does not conform: ")


def test_query_shows_identifiers_as_people_write_them(turtle: Path, nosograph: Command) -> None:
    """The table of `query` contracts IRIs; prefixes need no declaration."""
    ran = nosograph("query", turtle, "SELECT ?gene ?label { ?gene a biolink:Gene ; rdfs:label ?label }")
    assert ran.code == 0
    assert "HGNC:6106  FOXP3" in ran.out


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "xml"])
def test_query_writes_the_standard_forms(form: str, turtle: Path, nosograph: Command) -> None:
    """Rows come as SPARQL 1.1 CSV, TSV, JSON and XML."""
    out = nosograph("query", turtle, "--named", "genes", "-f", form).out
    readers: dict[str, Callable[[], int]] = {
        "csv": lambda: len(list(csv.DictReader(io.StringIO(out)))),
        "tsv": lambda: len(out.splitlines()) - 1,
        "json": lambda: len(json.loads(out)["results"]["bindings"]),
        "xml": lambda: len(ET.fromstring(out).findall(".//{*}result")),  # noqa: S314 - our own output
    }
    assert readers[form]() == 1


def test_query_reads_a_store_and_leaves_it_alone(oxigraph: Path, turtle: Path, nosograph: Command) -> None:
    """The folder of an Oxigraph store answers like the file it was loaded from."""
    for name in ("manifestations", "publications"):
        assert nosograph("query", oxigraph, "-n", name).out == nosograph("query", turtle, "-n", name).out


def test_query_comes_from_a_file_or_standard_input(turtle: Path, tmp_path: Path, nosograph: Command) -> None:
    """QUERY may be a .rq file, or `-`."""
    (tmp_path / "ask.rq").write_text("ASK { ?gene a biolink:Gene }")
    assert nosograph("query", turtle, tmp_path / "ask.rq").out == "yes\n"
    assert nosograph("query", turtle, "-", stdin=b"ASK { ?gene a biolink:Nothing }").out == "no\n"


def test_query_prints_graphs_as_turtle(turtle: Path, nosograph: Command) -> None:
    """CONSTRUCT gives Turtle with the prefixes it uses, the same on each run; rows cannot be had from it."""
    construct = "CONSTRUCT { ?gene a biolink:Gene } { ?gene a biolink:Gene }"
    ran = nosograph("query", turtle, construct)
    assert "HGNC:6106 a biolink:Gene ." in ran.out
    assert ran.out.count("@prefix") == 3
    assert nosograph("query", turtle, construct, "-f", "csv").code == 2


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT * {", "line 1, column 11"),
        ("SELECT *\n{ ?s foo:bar ?o }", "line 2, column"),
        ("SELECT *\n{ ?s foo:bar ?o }", "'foo'"),
        ("nonsense", "line 1, column 9"),
        ("INSERT DATA { <a:b> <a:b> <a:b> }", "line 1"),
    ],
)
def test_query_points_at_what_is_no_sparql(query: str, words: str, turtle: Path, nosograph: Command) -> None:
    """A syntax error is one line with line and column."""
    ran = nosograph("query", turtle, query)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert ran.err.count("\n") == 1


def test_query_does_not_know_every_name(turtle: Path, nosograph: Command) -> None:
    """An unknown name gives those that are known."""
    ran = nosograph("query", turtle, "--named", "nonsense")
    assert ran.code == 2
    assert "manifestations" in ran.err


def test_query_lists_the_named_ones(nosograph: Command) -> None:
    """`--list` needs no graph and shows each name with its summary."""
    ran = nosograph("query", "--list")
    assert ran.code == 0
    assert "treatments" in ran.out


def test_a_folder_without_a_store_is_left_as_it_is(tmp_path: Path, nosograph: Command) -> None:
    """A folder that holds no store is refused, and nothing is put into it."""
    assert nosograph("query", tmp_path, "ASK {}").code == 2
    assert not list(tmp_path.iterdir())


def test_view_writes_to_standard_output_or_a_file(turtle: Path, tmp_path: Path, nosograph: Command) -> None:
    """`view` gives the same network either way."""
    ran = nosograph("view", turtle)
    assert nosograph("view", turtle, "-f", "graphml", "-o", tmp_path / "a.graphml").out == ""
    assert (tmp_path / "a.graphml").read_text(encoding="utf-8") == ran.out
    assert nx.read_graphml(tmp_path / "a.graphml", force_multigraph=True).number_of_edges() > 20


def test_lexicon_info_names_its_sources(nosograph: Command) -> None:
    """`lexicon info` gives the compiled file, the number of names and the sources with their terms."""
    found = json.loads(nosograph("lexicon", "info", "-f", "json").out)
    assert Path(found["path"]).is_file()
    assert found["names"] > 10_000
    assert {"hp.obo"} <= {source["name"] for source in found["sources"]}
    assert "hp.obo: 2025-01-16" in nosograph("lexicon", "info").out


def test_the_first_use_says_that_it_compiles(
    tmp_path: Path, nosograph: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With an empty cache the names are compiled, which is said on standard error, once."""
    monkeypatch.setenv("NOSOGRAPH_CACHE", str(tmp_path))
    assert "once" in nosograph("lexicon", "info").err
    assert nosograph("lexicon", "info").err == ""


def test_a_cache_that_cannot_be_written_is_told(
    tmp_path: Path, nosograph: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the cache is no folder, the names are compiled all the same, and a note says what to do about it."""
    (tmp_path / "cache").write_text("in the way")
    monkeypatch.setenv("NOSOGRAPH_CACHE", str(tmp_path / "cache"))
    ran = nosograph("lexicon", "info")
    assert ran.code == 0
    assert "NOSOGRAPH_CACHE" in ran.err
    assert "in memory" in ran.out


def test_progress_is_redrawn_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """On a terminal the progress is one line, drawn again and cleared at the end."""
    line = _ProgressLine(redrawn=True)
    line("reading hp.obo", 0.25)
    line("making keys", 0.75)
    line.clear()
    drawn = capsys.readouterr().err
    assert "25% reading hp.obo" in drawn
    assert "\n" not in drawn
    assert drawn.endswith("\r")  # click keeps the clearing for real terminals


def test_a_twin_beside_an_article_is_not_needed(ipex: Path, tmp_path: Path, nosograph: Command) -> None:
    """An article without metadata and bibliography is exported too."""
    shutil.copy(ipex, tmp_path / "alone.txt")
    assert nosograph("export", "-q", tmp_path / "alone.txt", "-o", tmp_path / "out", "-f", "ttl").code == 0


def test_a_class_of_diseases_is_said_to_be_one(tmp_path: Path, nosograph: Command) -> None:
    """Of a page on a class, the command says so on standard error, and its claims have the class for their subject."""
    page = tmp_path / "page.txt"
    page.write_text("Lysosomal storage disease\n\nThese disorders cause seizures.\n")
    ran = nosograph("claims", page, "-f", "tsv")
    assert ran.code == 0
    assert "is a class of diseases, not one disease" in ran.err
    assert [row["subject"] for row in csv.DictReader(io.StringIO(ran.out), dialect="excel-tab")] == ["MONDO:0002561"]


def test_a_page_on_no_disease_is_refused_with_what_it_is_about(tmp_path: Path, nosograph: Command) -> None:
    """Of a page on a gene, the command says in one line that it is about the gene, and exits with 2."""
    page = tmp_path / "page.txt"
    page.write_text("FOXP3\n\nFOXP3 is a protein.\n")
    ran = nosograph("claims", page)
    assert ran.code == 2
    assert "about the gene FOXP3, not about a disease" in ran.err
