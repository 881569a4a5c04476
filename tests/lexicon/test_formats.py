"""Every format that people bring, told by its content, and what breaks in it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from nosograph.errors import LexiconError
from nosograph.lexicon import Flag, Lexicon
from nosograph.lexicon.building import Kinds, build_lexicon
from nosograph.lexicon.sources import recognise
from nosograph.model import Curie, Kind, Match

Build = Callable[..., Lexicon]

RDF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE rdf:RDF [ <!ENTITY obo "http://purl.obolibrary.org/obo/" > ]>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#"
  xmlns:owl="http://www.w3.org/2002/07/owl#" xmlns:o="http://www.geneontology.org/formats/oboInOwl#"
  xmlns:obo="http://purl.obolibrary.org/obo/" xmlns:skos="http://www.w3.org/2004/02/skos/core#">
<owl:Ontology rdf:about="&obo;cl.owl"><owl:versionIRI rdf:resource="&obo;cl/releases/2026-01-02/cl.owl"/></owl:Ontology>
<owl:ObjectProperty rdf:about="&obo;RO_0000001"><rdfs:label>part of</rdfs:label></owl:ObjectProperty>
<owl:Class rdf:about="&obo;CL_0000001">
  <rdfs:subClassOf rdf:resource="&obo;CL_0000002"/>
  <rdfs:subClassOf><owl:Restriction><owl:onProperty rdf:resource="&obo;RO_0000001"/></owl:Restriction></rdfs:subClassOf>
  <rdfs:label xml:lang="en">purple cell</rdfs:label>
  <rdfs:label xml:lang="fr">cellule pourpre</rdfs:label>
  <o:hasExactSynonym>violet cell</o:hasExactSynonym>
  <o:hasNarrowSynonym>lilac cell</o:hasNarrowSynonym>
  <o:hasDbXref>FMA:1</o:hasDbXref>
  <skos:exactMatch rdf:resource="http://purl.obolibrary.org/obo/NCIT_C1"/>
</owl:Class>
<owl:Axiom>
  <owl:annotatedSource rdf:resource="&obo;CL_0000001"/>
  <owl:annotatedProperty rdf:resource="http://www.geneontology.org/formats/oboInOwl#hasExactSynonym"/>
  <owl:annotatedTarget>violet cell</owl:annotatedTarget>
  <o:hasSynonymType rdf:resource="&obo;OMO_0003003"/>
</owl:Axiom>
<rdf:Description rdf:about="&obo;CL_0000002">
  <rdf:type rdf:resource="http://www.w3.org/2002/07/owl#Class"/><rdfs:label>coloured cell</rdfs:label>
</rdf:Description>
<owl:Class rdf:about="&obo;CL_0000003">
  <rdfs:label>obsolete mauve cell</rdfs:label><owl:deprecated>true</owl:deprecated>
  <obo:IAO_0100001 rdf:resource="&obo;CL_0000001"/>
</owl:Class>
</rdf:RDF>
"""
FUNCTIONAL = """Prefix(:=<http://purl.obolibrary.org/obo/cl.owl#>)
Prefix(obo:=<http://purl.obolibrary.org/obo/>)
Prefix(o:=<http://www.geneontology.org/formats/oboInOwl#>)
Prefix(skos:=<http://www.w3.org/2004/02/skos/core#>)

Ontology(<http://purl.obolibrary.org/obo/cl.owl>
<http://purl.obolibrary.org/obo/cl/releases/2026-01-02/cl.owl>
Annotation(obo:IAO_0000700 obo:CL_0000000)
# Class: obo:CL_0000001 (a 5" purple cell)
Declaration(Class(obo:CL_0000001))
Declaration(ObjectProperty(obo:RO_0000001))
AnnotationAssertion(rdfs:label obo:RO_0000001 "part of")
AnnotationAssertion(rdfs:label obo:CL_0000001 "purple cell"@en)
AnnotationAssertion(rdfs:label obo:CL_0000001 "cellule pourpre"@fr)
AnnotationAssertion(obo:IAO_0000115 obo:CL_0000001 "A cell that is \\"purple\\",
over two lines (or more).")
AnnotationAssertion(Annotation(o:hasSynonymType obo:OMO_0003003) o:hasExactSynonym obo:CL_0000001 "violet cell")
AnnotationAssertion(o:hasNarrowSynonym obo:CL_0000001 "lilac cell"^^<http://www.w3.org/2001/XMLSchema#string>)
AnnotationAssertion(o:hasDbXref obo:CL_0000001 "FMA:1")
AnnotationAssertion(skos:exactMatch obo:CL_0000001 obo:NCIT_C1)
SubClassOf(Annotation(o:is_inferred "true") obo:CL_0000001 obo:CL_0000002)
SubClassOf(obo:CL_0000001 ObjectSomeValuesFrom(obo:RO_0000001 obo:CL_0000009))
AnnotationAssertion(rdfs:label obo:CL_0000002 "coloured cell")
Declaration(Class(obo:CL_0000002))
Declaration(Class(obo:CL_0000003))
AnnotationAssertion(rdfs:label obo:CL_0000003 "obsolete mauve cell")
AnnotationAssertion(owl:deprecated obo:CL_0000003 "true"^^xsd:boolean)
AnnotationAssertion(obo:IAO_0100001 obo:CL_0000003 obo:CL_0000001)
)
"""
TURTLE = """@prefix obo: <http://purl.obolibrary.org/obo/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix o: <http://www.geneontology.org/formats/oboInOwl#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
obo:cl.owl a owl:Ontology ; owl:versionIRI <http://purl.obolibrary.org/obo/cl/releases/2026-01-02/cl.owl> .
obo:RO_0000001 a owl:ObjectProperty ; rdfs:label "part of" .
obo:CL_0000001 rdfs:label "purple cell"@en , "cellule pourpre"@fr ; o:hasExactSynonym "violet cell" ;
  o:hasNarrowSynonym "lilac cell" ; o:hasDbXref "FMA:1" ; skos:exactMatch obo:NCIT_C1 ; rdfs:subClassOf obo:CL_0000002 .
[] a owl:Axiom ; owl:annotatedSource obo:CL_0000001 ; owl:annotatedProperty o:hasExactSynonym ;
  owl:annotatedTarget "violet cell" ; o:hasSynonymType obo:OMO_0003003 .
obo:CL_0000002 a owl:Class ; rdfs:label "coloured cell" . obo:CL_0000001 a owl:Class .
obo:CL_0000003 a owl:Class ; rdfs:label "obsolete mauve cell" ; owl:deprecated true ; obo:IAO_0100001 obo:CL_0000001 .
"""
GRAPHS = """{"graphs": [{
 "edges": [{"sub": "http://purl.obolibrary.org/obo/CL_0000001", "pred": "is_a",
            "obj": "http://purl.obolibrary.org/obo/CL_0000002"}],
 "id": "http://purl.obolibrary.org/obo/cl.json",
 "nodes": [
  {"id": "http://purl.obolibrary.org/obo/RO_0000001", "lbl": "part of", "type": "PROPERTY"},
  {"id": "http://purl.obolibrary.org/obo/CL_0000001", "lbl": "purple cell", "type": "CLASS", "meta": {
    "synonyms": [{"pred": "hasExactSynonym", "val": "violet cell",
                  "synonymType": "http://purl.obolibrary.org/obo/OMO_0003003"},
                 {"pred": "hasNarrowSynonym", "val": "lilac cell"}],
    "xrefs": [{"val": "FMA:1"}],
    "basicPropertyValues": [{"pred": "http://www.w3.org/2004/02/skos/core#exactMatch",
                             "val": "http://purl.obolibrary.org/obo/NCIT_C1"}]}},
  {"id": "http://purl.obolibrary.org/obo/CL_0000002", "lbl": "coloured cell", "type": "CLASS"},
  {"id": "http://purl.obolibrary.org/obo/CL_0000003", "lbl": "obsolete mauve cell", "type": "CLASS", "meta": {
    "deprecated": true, "basicPropertyValues": [{"pred": "http://purl.obolibrary.org/obo/IAO_0100001",
                                                 "val": "http://purl.obolibrary.org/obo/CL_0000001"}]}}],
 "meta": {"version": "http://purl.obolibrary.org/obo/cl/releases/2026-01-02/cl.json"},
 "logicalDefinitionAxioms": [{"x": [1.5e3, null, -2]}]}]}
"""
OBO = """format-version: 1.2
data-version: cl/releases/2026-01-02
ontology: cl

[Term]
id: CL:0000001
name: purple cell
synonym: "violet cell" EXACT OMO:0003003 []
synonym: "lilac cell" NARROW []
xref: FMA:1
is_a: CL:0000002 ! coloured cell
property_value: skos:exactMatch NCIT:C1

[Term]
id: CL:0000002
name: coloured cell

[Term]
id: CL:0000003
name: obsolete mauve cell
is_obsolete: true
replaced_by: CL:0000001
"""
ONTOLOGIES = {"obo": OBO, "rdfxml": RDF, "functional": FUNCTIONAL, "turtle": TURTLE, "obographs": GRAPHS}


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Build a lexicon of texts, each written to a file without a telling name."""

    def of(*texts: str, **options: object) -> Lexicon:
        paths = [tmp_path / f"file-{number}" for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        options.setdefault("alone", True)
        return build_lexicon(paths, tmp_path / "my.lexicon", **options)

    return of


@pytest.mark.parametrize("form", ONTOLOGIES)
def test_one_ontology_in_five_syntaxes_is_one_lexicon(form: str, build: Build, tmp_path: Path) -> None:
    """Labels, synonyms with scope and type, parents, cross-references, matches, successors and version are all read."""
    lexicon = build(ONTOLOGIES[form])
    assert recognise(tmp_path / "file-0") == form
    assert [source.version for source in lexicon.sources] == ["2026-01-02"]
    names = {name.text: (name.match, name.flags) for name in lexicon.names("CL:0000001")}
    assert names == {
        "purple cell": (Match.EXACT, Flag.LABEL),
        "violet cell": (Match.EXACT, Flag.LAYPERSON),
        "lilac cell": (Match.BROAD, Flag.NONE),
        "mauve cell": (Match.CLOSE, Flag.OBSOLETE),
    }
    assert lexicon.concept("CL:0000003") == lexicon.concept("CL:0000001")
    assert lexicon.concept("CL:0000001").kind is Kind.CELL
    assert lexicon.parents("CL:0000001") == (Curie("CL", "0000002"),)
    assert [str(xref.curie) for xref in lexicon.xrefs("CL:0000001")] == ["NCIT:C1", "FMA:1"]
    assert lexicon.concept("RO:0000001") is None


def test_skos_concepts_are_terms(build: Build) -> None:
    """A SKOS vocabulary gives its concepts by their preferred and alternative labels."""
    lexicon = build(
        "@prefix s: <http://www.w3.org/2004/02/skos/core#> .\n"
        "<http://example.org/nails.ttl#Purple> a s:Concept ; s:prefLabel 'purple nail'@en ; s:altLabel 'violet nail' ."
    )
    assert {name.text for name in lexicon.names("nails:Purple")} == {"purple nail", "violet nail"}


@pytest.mark.parametrize(
    "table",
    [
        "id\tlabel\tsynonyms\nX:1\tpurple nail\tviolet nail|lilac nail\n",
        "# mine\nClass ID,Preferred Label,Synonyms\nX:1,purple nail,violet nail|lilac nail\n",
        'Identifier;Name;Aliases\nX:1;"purple nail";"violet nail|lilac nail"\n',
        "curie\tlabel\texact\nX:1\tpurple nail\tviolet nail\n\nX:1\t\tlilac nail\n",
        '\ufeffID,Label,Note,Synonym\r\nXX_0001,x,y,z\r\nX:1,purple nail,"a nail, purple",violet nail|lilac nail\r\n',
    ],
)
def test_tables_are_read_by_their_headings(table: str, build: Build) -> None:
    """Tabs, commas and semicolons, quotes, comments and other headings for the same columns all do."""
    names = {name.text for name in build(table).names("X:1")}
    assert names == {"purple nail", "violet nail", "lilac nail"}


def test_mappings_make_mondo_nodes(build: Build) -> None:
    """With an SSSOM set the disease of another catalogue is a node of Mondo, with Mondo's label."""
    table = "id\tlabel\tkind\nOMIM:300001\tPurple nail syndrome\tdisease\n"
    mapped = (
        "# mapping_set_id: http://x.org/m\nsubject_id\tsubject_label\tpredicate_id\tobject_id\n"
        "MONDO:0000001\tpurple nail disorder\tskos:exactMatch\tOMIM:300001\n"
    )
    concept = build(table, mapped).concept("OMIM:300001")
    assert (str(concept.curie), concept.label, concept.kind) == (
        "MONDO:0000001",
        "purple nail disorder",
        Kind.DISEASE,
    )


def test_the_first_files_label_wins_and_names_add_up(build: Build) -> None:
    """Of two labels of one identifier the earlier file's is the label, the other a name."""
    lexicon = build("id\tlabel\nX:1\tmine\n", "id\tlabel\nX:1\ttheirs\n")
    assert lexicon.concept("X:1").label == "mine"
    assert {name.text for name in lexicon.names("X:1")} == {"mine", "theirs"}


def test_a_borrowed_term_gives_way_to_its_own_ontology(build: Build) -> None:
    """What one ontology copies from another counts only where the other is not there, and only with a known kind."""
    other = (
        "ontology: maxo\n\n[Term]\nid: MAXO:0000001\nname: purple therapy\n\n[Term]\nid: CL:0000001\nname: old name\n\n"
        "[Term]\nid: UBERON:0000001\nname: purple organ\n\n[Term]\nid: BFO:0000015\nname: process\n"
    )
    lexicon = build(other, OBO)
    assert lexicon.concept("CL:0000001").label == "purple cell"
    assert "old name" not in {name.text for name in lexicon.names("CL:0000001")}
    assert lexicon.concept("UBERON:0000001").kind is Kind.ANATOMY
    assert lexicon.concept("BFO:0000015") is None
    assert lexicon.header.counts["borrowed terms of no kind dropped"] == 1


def test_another_release_stands_in_for_the_packaged_one(build: Build) -> None:
    """A person's own hp.obo takes the packaged one's place; everything else stays."""
    newer = (
        "ontology: hp\ndata-version: hp/releases/2031-01-01\n\n[Term]\nid: HP:0000118\nname: Phenotypic abnormality\n"
    )
    newer += "\n[Term]\nid: HP:9999999\nname: Purple nail\nis_a: HP:0000118\n"
    lexicon = build(newer, alone=False)
    assert lexicon.concept("HP:9999999").kind is Kind.PHENOTYPE
    assert "hp.obo" not in [source.name for source in lexicon.sources]
    assert "phenotype.hpoa" in [source.name for source in lexicon.sources]
    assert lexicon.sources[0].version == "2031-01-01"


def test_kinds_can_be_said_of_unknown_prefixes(build: Build) -> None:
    """A prefix the tables lack gives kind OTHER, unless a kind is said for it or for all such."""
    table = "id\tlabel\nA:1\tone\nB:1\ttwo\nCL:1\tthree\n"
    kinds = Kinds(any_prefix=Kind.PROCESS, of_prefix={"B": Kind.PHENOTYPE})
    found = [build(table, kinds=said).concept(curie).kind for said in (None, kinds) for curie in ("A:1", "B:1", "CL:1")]
    assert found == [Kind.OTHER, Kind.OTHER, Kind.CELL, Kind.PROCESS, Kind.PHENOTYPE, Kind.CELL]


def test_a_name_that_is_a_word_once_small_words_are_dropped_is_not_found_by_it(build: Build) -> None:
    """A name such as "Hers' disease" must not be met wherever a text says "disease"."""
    lexicon = build("id\tlabel\tsynonyms\nX:1\tpurple disease\tHers' disease\n")
    assert {lexicon.name_at(int(place)).text for place in lexicon.plain_names} == {"purple disease"}


BROKEN = {
    "rdf tag": (RDF.replace("</rdfs:label><owl:deprecated>", "</rdfs:labl><owl:deprecated>"), "line 28 is no RDF/XML"),
    "rdf cut": (RDF[:900], "breaks off"),
    "turtle": (TURTLE.replace("rdfs:subClassOf obo:CL_0000002", "rdfs:subClassOf"), "line 7"),
    "bracket": (FUNCTIONAL.replace("AnnotationAssertion(o:hasDbXref", "AnnotationAssertion)o:hasDbXref"), "line 19"),
    "not closed": (FUNCTIONAL.rstrip(")\n"), "not closed"),
    "quote": (FUNCTIONAL.replace('"FMA:1"', '"FMA:1'), "line 19"),
    "prefix": (FUNCTIONAL.replace("obo:NCIT_C1", "nobody:C1"), "line 20 uses a prefix"),
    "json": (GRAPHS.replace('"lbl": "coloured cell",', '"lbl" "coloured cell",'), "line 14"),
    "json cut": (GRAPHS[:700], "line"),
    "json other": ('{"a": 1}', "holds no graphs"),
    "json node": (GRAPHS.replace('"nodes": [', '"nodes": [7,'), "line 5"),
    "table cells": ("id\tlabel\nX:1\tone\nX:2\ttwo\tthree\n", "line 3 has 3 cells under 2 columns"),
    "table id": ("id\tlabel\n\nX1\tone\n", "line 3 has no CURIE: 'X1'"),
    "table quote": ('id,label\nX:1,"one\nX:2,two\n', "line 2 is no row"),
    "table kind": ("id\tlabel\tkind\nX:1\tone\tmachine\n", "line 2 has the unknown kind"),
    "no table": ("just some words\nand more\n", "none of our formats"),
    "no id": ("label\tsynonyms\none\ttwo\n", "names no column id"),
    "sssom": ("subject_id\tpredicate_id\tobject_id\nA:1\tskos:exactMatch\tB1\n", "line 2 has no CURIE under object_id"),
    "owl xml": ('<?xml version="1.0"?>\n<Ontology xmlns="http://www.w3.org/2002/07/owl#"/>', "is OWL/XML"),
    "manchester": ("Prefix: : <http://x.org/>\nOntology: <http://x.org/>\n", "Manchester"),
    "page": ("<!DOCTYPE html>\n<html><body>404</body></html>", "is a web page"),
    "empty": (" \n", "is empty"),
    "deep": ('{"a": ' + "[" * 200_000, "nested too deeply"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_one_clear_error(case: str, build: Build) -> None:
    """What cannot be read is refused in one line that names the file, and the line where there is one."""
    text, said = BROKEN[case]
    with pytest.raises(LexiconError) as caught:
        build(text)
    assert said in str(caught.value)
    assert "file-0" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"\x1f\x8b\x08", "gzip"),
        (b"PK\x03\x04", "zip"),
        (b"\xff\xfei\0d\0", "UTF-16"),
        (b"a\0b", "no text"),
        (b"id\tlabel\nX:1\tcaf\xe9\n", "line 2 is no UTF-8"),
    ],
)
def test_what_is_no_text_is_named(tmp_path: Path, raw: bytes, said: str) -> None:
    """Archives, sheets and other encodings are told apart, with the way out."""
    (tmp_path / "x").write_bytes(raw)
    with pytest.raises(LexiconError, match=said):
        build_lexicon([tmp_path / "x"], tmp_path / "my.lexicon", alone=True)


ENTITIES = {
    "outside": '<!ENTITY x SYSTEM "file:///etc/hostname">',
    "public": '<!ENTITY x PUBLIC "-//X" "http://localhost/x">',
    "nested": '<!ENTITY a "aaaaaaaa"><!ENTITY x "&a;&a;&a;&a;">',
    "parameter": "<!ENTITY % x \"<!ENTITY y 'z'>\">",
    "long": f'<!ENTITY x "{"a" * 5000}">',
}


@pytest.mark.parametrize("case", ENTITIES)
def test_xml_that_reaches_outside_or_grows_is_refused(case: str, build: Build) -> None:
    """External, nested, parameter and long entities are refused before anything is expanded."""
    with pytest.raises(LexiconError, match=r"declares the entity|grow"):
        build(RDF.replace('<!ENTITY obo "http://purl.obolibrary.org/obo/" >', ENTITIES[case]))


def test_entities_used_without_end_are_refused(build: Build) -> None:
    """A plain entity that is used a million times would fill the memory."""
    declared = RDF.replace("<!ENTITY obo", f'<!ENTITY x "{"a" * 300}"><!ENTITY obo')
    with pytest.raises(LexiconError, match="would make it grow"):
        build(declared.replace(">violet cell<", ">" + "&x;" * 300_000 + "<"))


def test_a_value_across_the_edges_of_reading_is_whole(build: Build) -> None:
    """JSON is read in pieces; a document larger than a piece gives the same names."""
    nodes = ",\n".join(
        f'{{"id": "http://purl.obolibrary.org/obo/CL_{n:07d}", "lbl": "purple é cell {"x" * (n % 97)} {n}",'
        ' "type": "CLASS"}'
        for n in range(6000)
    )
    lexicon = build(f'{{"graphs": [{{"nodes": [{nodes}], "id": "x"}}]}}')
    assert len(lexicon) == 6000
    assert lexicon.concept("CL:0005999").label == f"purple é cell {'x' * (5999 % 97)} 5999"
