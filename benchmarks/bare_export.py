"""The yardstick of export_cost.py: a bare script with the libraries that everybody uses, and nothing of nosograph's.

It parses the exported Turtle with rdflib, validates it with pySHACL against the same shapes, and writes the same
formats with rdflib, networkx and csv: `python bare_export.py IPEX.ttl SHAPES_FOLDER OUT_FOLDER`.
"""

import csv
import json
import sys
from pathlib import Path

import networkx as nx
import pyshacl
import rdflib
from rdflib import RDF, RDFS

NG = rdflib.Namespace("https://w3id.org/nosograph/vocab/")
BIOLINK = rdflib.Namespace("https://w3id.org/biolink/vocab/")
RDF_FORMATS = {"ttl": "turtle", "jsonld": "json-ld", "nt": "nt", "rdf": "xml"}
QUAD_FORMATS = {"trig": "trig", "nq": "nquads"}
COLUMNS = ("relation", "match", "polarity", "certainty", "outcome", "frequency", "score", "why")


def main(turtle: Path, shapes: Path, out: Path) -> None:
    """Read, validate, write."""
    graph = rdflib.Graph().parse(turtle)
    constraints = rdflib.Graph()
    for path in sorted(shapes.glob("*.ttl")):
        constraints.parse(path)
    conforms, _, words = pyshacl.validate(graph, shacl_graph=constraints, allow_warnings=True)
    if not conforms:
        sys.exit(words)
    out.mkdir(parents=True, exist_ok=True)
    for ending, form in RDF_FORMATS.items():
        graph.serialize(out / f"{turtle.stem}.{ending}", format=form)
    dataset = rdflib.Dataset()
    for triple in graph:
        dataset.add(triple)
    for ending, form in QUAD_FORMATS.items():
        dataset.serialize(out / f"{turtle.stem}.{ending}", format=form)
    network, rows = nx.MultiDiGraph(), []
    for claim in sorted(graph.subjects(RDF.type, NG.Claim)):
        subject, thing = graph.value(claim, RDF.subject), graph.value(claim, RDF.object)
        said = {name: str(graph.value(claim, NG[name]) or "") for name in COLUMNS}
        said["sentence"] = str(graph.value(claim, BIOLINK.supporting_text))
        for node in (subject, thing):
            network.add_node(str(node), label=str(graph.value(node, RDFS.label)))
        network.add_edge(str(subject), str(thing), key=str(claim), **said)
        rows.append({"claim": claim, "subject": subject, "object": thing, **said})
    nx.write_graphml(network, out / f"{turtle.stem}.graphml")
    nx.write_gexf(network, out / f"{turtle.stem}.gexf")
    (out / f"{turtle.stem}.json").write_text(json.dumps(nx.node_link_data(network, edges="edges"), indent=2))
    with (out / f"{turtle.stem}.claims.tsv").open("w", newline="") as file:
        table = csv.DictWriter(file, rows[0].keys(), dialect="excel-tab")
        table.writeheader()
        table.writerows(rows)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
