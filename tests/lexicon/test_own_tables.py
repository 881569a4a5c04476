"""Our own tables under ontology/lexicon: the form of every row, and that they agree with HPO's files."""

import re
from collections import Counter
from pathlib import Path

import pytest

from nosograph.lexicon import Flag, Lexicon
from nosograph.lexicon.manifest import default_files, tables
from nosograph.lexicon.rows import read_rows, split
from nosograph.model import Kind

TERMS = [file.path for file in default_files() if file.format == "terms"]
NAMES = ("exact", "close", "broad", "narrow", "symbols")
PATTERNS = {row["prefix"]: row["pattern"] for _, row in read_rows(tables().parent / "prefixes.tsv")}


def _well_formed(curie: str) -> bool:
    prefix, _, local = curie.partition(":")
    return prefix in PATTERNS and re.fullmatch(PATTERNS[prefix], local) is not None


@pytest.mark.parametrize("path", TERMS, ids=lambda path: path.name)
def test_identifiers_fit_their_prefix_and_stand_once(path: Path) -> None:
    """Every identifier fits the pattern of its prefix, and no table has a term twice."""
    rows = [row for _, row in read_rows(path)]
    curies = [c for row in rows for c in (row["curie"], *split(row.get("parents", "")), *split(row.get("same", "")))]
    assert [c for c in curies if not _well_formed(c)] == []
    assert [c for c, n in Counter(row["curie"] for row in rows).items() if n > 1] == []


@pytest.mark.parametrize("path", TERMS, ids=lambda path: path.name)
def test_every_row_says_what_it_was_checked_against(path: Path) -> None:
    """A row without label or source could not be verified."""
    assert [row["curie"] for _, row in read_rows(path) if not (row["label"] and row["source"])] == []


@pytest.mark.parametrize("path", TERMS, ids=lambda path: path.name)
def test_names_are_plain_text_said_once(path: Path) -> None:
    """No name is empty, doubled in its row or broken by spaces."""
    for _, row in read_rows(path):
        names = [name for column in NAMES for name in split(row.get(column, ""))]
        assert len(names) == len(set(names)), row["curie"]
        assert [name for name in names if name != " ".join(name.split())] == []


def test_more_names_of_hpo_terms_carry_hpos_label(default: Lexicon) -> None:
    """A row of synonyms.tsv names the term its identifier has in HPO."""
    rows = [row for _, row in read_rows(tables() / "synonyms.tsv")]
    assert [row["curie"] for row in rows if default.concept(row["curie"]).label != row["label"]] == []
    assert [
        row["curie"] for row in rows if str(default.preferred(default.concept(row["curie"]).curie)) != row["curie"]
    ] == []


def test_every_suppressed_name_is_one_of_its_concept(default: Lexicon) -> None:
    """A row of suppress.tsv hits a name that is there, and has its reason."""
    for _, row in read_rows(tables() / "suppress.tsv"):
        assert row["reason"]
        if row["curie"]:
            flags = {n.text.casefold(): n.flags for n in default.names(row["curie"])}
            assert Flag.SUPPRESSED in flags[row["name"].casefold()]


def test_mappings_start_from_our_rows_and_none_is_refused(default: Lexicon) -> None:
    """Each mapping's subject is a term of our tables, with its label, and the set joins without conflict."""
    labels = {row["curie"]: row["label"] for path in TERMS for _, row in read_rows(path)}
    rows = [row for _, row in read_rows(tables() / "mappings.sssom.tsv")]
    assert [row["subject_id"] for row in rows if labels.get(row["subject_id"]) != row["subject_label"]] == []
    assert [row["object_id"] for row in rows if not _well_formed(row["object_id"])] == []
    assert default.header.counts["mappings refused"] == 0


def test_genes_agree_with_hpos_symbols(default: Lexicon) -> None:
    """HPO's gene file gives the same number of NCBI the same symbol as our table."""
    for _, row in read_rows(tables() / "genes.tsv"):
        given = {n.text for n in default.names(row["same"]) if n.source == "genes_to_phenotype.txt"}
        assert given <= set(split(row["symbols"])), row["curie"]
        assert default.concept(row["same"]).kind is Kind.GENE


def test_branches_are_named_as_hpo_names_them(default: Lexicon) -> None:
    """The root of each branch of HPO carries the label our table gives it."""
    rows = [row for _, row in read_rows(tables() / "branches.tsv") if row["curie"].startswith("HP:")]
    assert [row["curie"] for row in rows if default.concept(row["curie"]).label != row["label"]] == []


def test_no_node_says_one_name_in_two_ways_at_once(default: Lexicon) -> None:
    """No two of our own tables give one wording, exactly, to two things of one kind."""
    owned: dict[tuple[str, str], set[str]] = {}
    for path in TERMS:
        for _, row in read_rows(path):
            for name in (row["label"], *split(row["exact"])):
                concept = default.concept(row["curie"])
                owned.setdefault((name.casefold(), concept.kind.value), set()).add(str(concept.curie))
    assert {name: curies for name, curies in owned.items() if len(curies) > 1} == {}
