"""OBO files to terms."""

from collections.abc import Callable
from pathlib import Path

import pytest

from nosograph.errors import LexiconError
from nosograph.lexicon import Flag, Lexicon, Predicate, Xref
from nosograph.lexicon.records import Heading, Term
from nosograph.lexicon.sources.obo import obo_heading, read_obo
from nosograph.model import Curie, Kind, Match


def test_synonym_scopes_become_the_concepts_relation_to_the_words(tiny: Lexicon) -> None:
    """A synonym narrower than its term makes the concept broader than the words, and the other way round."""
    matches = {name.text: name.match for name in tiny.names("HP:0009001")}
    assert matches["Violet nails"] is Match.EXACT
    assert matches["Purple thumbnail"] is Match.BROAD
    assert matches["Coloured nail"] is Match.NARROW
    assert matches['Nail ("royal")'] is Match.CLOSE


def test_synonym_types_become_flags(tiny: Lexicon) -> None:
    """Plural, spelling and layperson marks stay on the names, the label is marked as such."""
    flags = {name.text: name.flags for name in tiny.names("HP:0009001")}
    assert flags["Purple nail"] == Flag.LABEL
    assert flags["Violet nails"] == Flag.PLURAL_FORM
    assert flags["Coloured nail"] == Flag.UK_SPELLING
    assert flags['Nail ("royal")'] == Flag.LAYPERSON


def test_branches_give_kinds(tiny: Lexicon) -> None:
    """A term's kind is that of the branch it stands in."""
    assert tiny.concept("HP:0009002").kind is Kind.PHENOTYPE
    assert tiny.concept("HP:0009005").kind is Kind.INHERITANCE
    assert tiny.concept("HP:0000001").kind is Kind.OTHER


def test_parents_and_ancestors(tiny: Lexicon) -> None:
    """Parents are the direct ones, ancestors all above, the term itself left out."""
    assert tiny.parents("HP:0009002") == (Curie("HP", "0009001"),)
    assert tiny.ancestors("HP:0009002") == {Curie("HP", n) for n in ("0009001", "0000118", "0000001")}


def test_alternative_ids_lead_to_their_term(tiny: Lexicon) -> None:
    """A merged identifier finds the term that took it up, and is no equal of it."""
    assert tiny.preferred(Curie("HP", "0009101")) == Curie("HP", "0009001")
    assert tiny.equivalents("HP:0009101") == (Curie("HP", "0009001"),)


def test_obsolete_terms_are_replaced_or_dropped(tiny: Lexicon) -> None:
    """An obsolete term leads to its successor and lends it its words; without a successor it is gone, and counted."""
    assert tiny.concept("HP:0009003").label == "Purple nail"
    (lilac,) = [n for n in tiny.names("HP:0009001") if n.text == "Lilac nail"]
    assert (lilac.match, lilac.flags) == (Match.CLOSE, Flag.OBSOLETE)
    assert tiny.concept("HP:0009004") is None
    assert tiny.header.counts["obsolete terms replaced"] == 1
    assert tiny.header.counts["obsolete terms dropped"] == 1


def test_xrefs_never_make_identity(tiny: Lexicon) -> None:
    """An ontology's own cross-references are kept as such, under the table's spelling of the prefix."""
    assert tiny.xrefs("HP:0009001") == (
        Xref(curie=Curie("SNOMEDCT", "12345678"), predicate=Predicate.DBXREF),
        Xref(curie=Curie("UMLS", "C0000001"), predicate=Predicate.DBXREF),
    )
    assert tiny.concept("UMLS:C0000001") is None


def test_circles_of_parents_end(compiled: Callable[..., Lexicon]) -> None:
    """Two terms that are each other's parents do no harm."""
    text = "[Term]\nid: HP:1\nname: one\nis_a: HP:2\n\n[Term]\nid: HP:2\nname: two\nis_a: HP:1\nis_a: HP:0000118\n"
    lexicon = compiled(circle=("obo", text), roots=("obo", "[Term]\nid: HP:0000118\nname: root\n"))
    assert lexicon.concept("HP:2").kind is Kind.PHENOTYPE
    assert lexicon.ancestors("HP:1") == {Curie("HP", "2"), Curie("HP", "0000118")}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[Term]\nid: A:1\nname: one\nthis line says nothing\n", "line 4"),
        ('[Term]\nid: A:1\nsynonym: "open EXACT []\n', "line 3"),
        ("\n[Term]\nname: nobody\n\n[Term]\nid: A:2\n", "line 2"),
        ("[Term]\nid: A:1\nname: caf\xe9\n", "line 3"),
    ],
)
def test_a_broken_line_is_reported_with_its_number(tmp_path: Path, text: str, said: str) -> None:
    """What is no OBO is refused in one line that names file and line."""
    path = tmp_path / "broken.obo"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(LexiconError, match=said) as caught:
        list(read_obo(path))
    assert str(path) in str(caught.value)


def test_windows_line_ends_and_byte_order_mark_are_read(tmp_path: Path) -> None:
    """A file saved on Windows reads like any other."""
    path = tmp_path / "windows.obo"
    path.write_bytes(b"\xef\xbb\xbfdata-version: a/b/7\r\n\r\n[Term]\r\nid: A:1\r\nname: one\r\n")
    assert [record.label for record in read_obo(path) if isinstance(record, Term)] == ["one"]
    assert obo_heading(path) == Heading(version="7")
