"""Term tables, mapping sets and HPO's annotation files to records."""

from collections.abc import Callable
from pathlib import Path

import pytest

from nosograph.errors import LexiconError
from nosograph.lexicon import Flag, Lexicon
from nosograph.lexicon.records import Heading
from nosograph.lexicon.sources.annotations import read_genes, read_hpoa
from nosograph.lexicon.sources.sssom import read_sssom
from nosograph.lexicon.sources.table import read_terms
from nosograph.lexicon.sources.variants import lower_case, variants
from nosograph.model import Curie, Kind, Match

TERMS = "curie\tlabel\tkind\texact\tbroad\tsymbols\tparents\n"


def test_a_terms_columns_say_how_it_relates_to_its_names(compiled: Callable[..., Lexicon]) -> None:
    """Names under `broad` are words that the concept is broader than; symbols must be met case-exact."""
    lexicon = compiled(t=("terms", TERMS + "X:1\tthing\tgene\ta thing|the thing\tsmall thing\tTHNG\t\n"))
    names = {n.text: (n.match, n.flags) for n in lexicon.names("X:1")}
    assert names["small thing"] == (Match.BROAD, Flag.NONE)
    assert names["THNG"] == (Match.EXACT, Flag.SYMBOL | Flag.ACRONYM)
    assert lexicon.concept("X:1").kind is Kind.GENE


def test_a_later_table_adds_names_and_leaves_the_label(compiled: Callable[..., Lexicon]) -> None:
    """The first source that labels a term keeps its label; other sources add names."""
    lexicon = compiled(a=("terms", TERMS + "X:1\tfirst\tcell\n"), b=("terms", TERMS + "X:1\tsecond\tgene\tthird\n"))
    assert lexicon.concept("X:1").label == "first"
    assert {n.text: n.source for n in lexicon.names("X:1")} == {"first": "a", "second": "b", "third": "b"}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("X1\tthing\tgene\n", "line 2 has no CURIE"),
        ("X:1\tthing\tmachine\n", "line 2 has the unknown kind 'machine'"),
        ("X:1\t1\t2\t3\t4\t5\t6\t7\n", "line 2 has"),
    ],
)
def test_a_broken_row_is_reported_with_its_number(tmp_path: Path, row: str, said: str) -> None:
    """A row that cannot be read is named."""
    path = tmp_path / "t.tsv"
    path.write_text(TERMS + row, encoding="utf-8")
    with pytest.raises(LexiconError, match=said):
        list(read_terms(path))


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    """A table without its columns is refused, the missing ones named."""
    path = tmp_path / "t.sssom.tsv"
    path.write_text("# a comment\nsubject_id\tobject_id\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="line 2, the header, lacks predicate_id"):
        list(read_sssom(path))


def test_a_denied_mapping_is_passed_over(tmp_path: Path) -> None:
    """A row whose predicate is modified by Not maps nothing."""
    path = tmp_path / "t.sssom.tsv"
    head = "subject_id\tpredicate_modifier\tpredicate_id\tobject_id\n"
    path.write_text(head + "A:1\tNot\tskos:exactMatch\tB:1\nA:2\t\tskos:exactMatch\tB:2\n", encoding="utf-8")
    assert [row.subject for row in read_sssom(path)] == ["A:2"]


def test_a_suppressed_name_is_kept_but_not_searched(compiled: Callable[..., Lexicon]) -> None:
    """A suppressed name stays a name of its concept and stands in no table of keys."""
    lexicon = compiled(
        t=("terms", TERMS + "X:1\tthing\tgene\tsuch\nX:2\tsuch\tgene\n"),
        s=("suppress", "name\tcurie\treason\nSuch\tX:1\tsays nothing\n"),
    )
    flags = {n.text: n.flags for n in lexicon.names("X:1")}
    assert flags["such"] == Flag.SUPPRESSED
    searched = {lexicon.name_at(int(i)).text for i in lexicon.plain_names}
    assert searched == {"thing", "such"}
    assert Flag.SUPPRESSED not in lexicon.names("X:2")[0].flags


def test_the_commonest_name_labels_a_disease(tmp_path: Path) -> None:
    """Of several names of one disease in phenotype.hpoa the one on most rows is the label."""
    path = tmp_path / "phenotype.hpoa"
    rows = ["OMIM:1\tOld name\t\tHP:1", "OMIM:1\tNew name\t\tHP:2", "OMIM:1\tNew name\t\tHP:3"]
    path.write_text("#version: 7\ndatabase_id\tdisease_name\n" + "\n".join(rows) + "\n", encoding="utf-8")
    heading, term = read_hpoa(path)
    assert heading == Heading(version="7")
    assert (term.label, [n.text for n in term.names]) == ("New name", ["Old name"])


def test_genes_are_read_once_each(tmp_path: Path) -> None:
    """A gene on many rows is one term with its symbol; rows without symbol are passed over."""
    path = tmp_path / "genes_to_phenotype.txt"
    path.write_text("ncbi_gene_id\tgene_symbol\n7\tABC1\tHP:1\n7\tABC1\tHP:2\n8\t-\tHP:1\n", encoding="utf-8")
    assert [(t.curie, t.label) for t in read_genes(path)] == [("NCBIGene:7", "ABC1")]


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Immunodysregulation, polyendocrinopathy, and enteropathy, X-linked",
         {"X-linked immunodysregulation, polyendocrinopathy, and enteropathy"}),
        ("Asthma, susceptibility to", set()),
        ("Usher syndrome, type 1B", {"Usher syndrome 1B"}),
        ("Noonan syndrome 4", {"Noonan syndrome type 4"}),
        ("Cutis laxa, autosomal recessive", {"Autosomal recessive cutis laxa"}),
        ("Mitochondrial DNA depletion syndrome 4A (Alpers type)", set()),
    ],
)  # fmt: skip
def test_inverted_names_get_their_plain_form(name: str, others: set[str]) -> None:
    """Other forms are made only where they are the same disease in plain English."""
    assert {text for text, _ in variants(name)} == others


def test_a_shouted_name_is_written_as_a_sentence_would() -> None:
    """Names in capitals are lowered, so that they are not taken for acronyms."""
    assert lower_case("DISTICHIASIS") == "Distichiasis"
    assert lower_case("FANCONI ANEMIA, COMPLEMENTATION GROUP U") == "Fanconi anemia, complementation group U"
    assert lower_case("CHARGE syndrome") == "CHARGE syndrome"


def test_identifiers_are_found_under_any_spelling_of_the_prefix(compiled: Callable[..., Lexicon]) -> None:
    """ORPHA:1, orphanet:1 and Orphanet:1 are one identifier."""
    lexicon = compiled(t=("terms", TERMS + "ORPHA:1\tthing\tdisease\n"))
    assert {lexicon.preferred(Curie(p, "1")) for p in ("ORPHA", "orphanet", "Orphanet")} == {Curie("Orphanet", "1")}
