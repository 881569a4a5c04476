"""Files that follow from the tables are committed, and are what the tables say."""

import json
import re

import pytest

from nosograph import rdf, resources
from nosograph.rdf.derived import DERIVED


@pytest.mark.parametrize(("folder", "name"), DERIVED)
def test_derived_files_are_current(folder: resources.Folder, name: str) -> None:
    """A committed file equals what is derived from the tables; else run python -m nosograph.rdf."""
    assert resources.text(folder, name) == DERIVED[folder, name]()


def test_the_context_holds_the_prefix_table() -> None:
    """Each prefix of the table is one of the JSON-LD context, and each prefix of the context one of the table."""
    context = json.loads(resources.text("ontology", "context.jsonld"))["@context"]
    plain = {name: d for name, d in context.items() if isinstance(d, str) and re.match(r"\w+:.*[:/?#\[\]@]$", d)}
    told = {name: d["@id"] for name, d in context.items() if isinstance(d, dict) and d.get("@prefix")}
    assert plain | told == dict(rdf.prefixes())


def test_the_context_names_what_people_look_for() -> None:
    """The parts of a claim have names a person would give them."""
    context = json.loads(resources.text("ontology", "context.jsonld"))["@context"]
    assert {
        "label",
        "subject",
        "predicate",
        "object",
        "evidence",
        "quote",
        "start",
        "sentence",
        "polarity",
        "score",
    } <= set(context)
    assert context["evidence"] == {"@reverse": "oa:hasBody", "@container": "@set"}
    assert context["polarity"]["@type"] == "@vocab"
    assert context["affirmed"] == "ng:affirmed"


def test_the_context_needs_no_network() -> None:
    """The context is whole: it imports no other, and every name in it goes back to a prefix it defines."""
    context = json.loads(resources.text("ontology", "context.jsonld"))["@context"]
    assert context.pop("@version") == 1.1
    for name, definition in context.items():
        if name in rdf.prefixes():
            continue
        parts = {"@id": definition} if isinstance(definition, str) else definition
        prefix = (parts.get("@id") or parts["@reverse"]).partition(":")[0]
        assert prefix.startswith("@") or prefix in rdf.prefixes(), name


@pytest.mark.parametrize("path", sorted(p.name for p in resources.folder("shapes").glob("*.ttl")))
def test_shapes_spell_prefixes_as_the_table_does(path: str) -> None:
    """Each prefix that a file of shapes declares, for Turtle or for queries, is the table's."""
    text = resources.text("shapes", path)
    turtle = dict(re.findall(r"@prefix ([\w-]+): <([^>]*)>", text))
    queries = dict(re.findall(r'sh:prefix "([^"]+)" ; sh:namespace "([^"]+)"', text))
    assert (turtle | queries).items() <= rdf.prefixes().items()


def test_the_vocabulary_spells_prefixes_as_the_table_does() -> None:
    """Each prefix of ontology/nosograph.ttl is the table's."""
    declared = dict(re.findall(r"@prefix ([\w-]+): <([^>]*)>", resources.text("ontology", "nosograph.ttl")))
    assert declared.items() <= rdf.prefixes().items()


def test_queries_declare_every_prefix_they_use() -> None:
    """Each prefix in a query of the shapes is declared for it."""
    declared = set(re.findall(r'sh:prefix "([^"]+)"', resources.text("shapes", "nosograph.ttl")))
    for path in resources.folder("shapes").glob("*.ttl"):
        for query in re.findall(r'sh:select """(.*?)"""', path.read_text(encoding="utf-8"), re.DOTALL):
            bare = re.sub(r'"(?:[^"\\]|\\.)*"', "", query)
            assert set(re.findall(r"(?<![\w/:])([A-Za-z]\w*):\w", bare)) <= declared, path.name
