"""`nosograph view`: the graph as a page, a picture or a network."""

from pathlib import Path

import click

from nosograph.cli._group import COMMANDS
from nosograph.cli._open import open_graph
from nosograph.cli._options import format_option
from nosograph.serialization import write_files
from nosograph.views import WRITERS


@click.command("view", short_help=COMMANDS["view"])
@click.argument("graph", metavar="GRAPH")
@format_option(*WRITERS)
@click.option(
    "-o", "--out", metavar="FILE", type=click.Path(path_type=Path), help="Write there, not to standard output."
)
def command(graph: str, form: str, out: Path | None) -> None:
    """Write GRAPH as a page, a picture, or a network for other programs: an edge a claim, parallel edges kept.

    GRAPH is a file (.ttl .trig .nq .nt .jsonld .rdf) or the folder of an Oxigraph store. html is one file that shows
    the graph beside the text of its articles, offline; svg is a figure for a paper. GraphML and GEXF are for Cytoscape,
    Gephi and yEd, json is networkx's node-link form, cyjs is for Cytoscape and Cytoscape.js, cx2 for NDEx and
    Cytoscape, dot for Graphviz. Read back, graphml, json, cyjs and cx2 are equal to the network that
    nosograph.to_networkx gives; GEXF has the same nodes and edges; DOT has them with every number as text.
    """
    data = WRITERS[form](open_graph(graph))
    if out is None:
        click.echo(data, nl=False)
    else:
        write_files(out.parent, {out.name: data})
