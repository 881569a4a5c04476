r"""Write a network in Graphviz's language.

The grammar is that of https://graphviz.org/doc/info/lang.html: in a quoted text a quotation mark is the one character
to escape, and a backslash begins what the drawing programs replace (`\N`, `\n`), so that each is doubled.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from nosograph.model import Certainty, Polarity
from nosograph.views._looks import look

if TYPE_CHECKING:
    from networkx import MultiDiGraph


def dot(network: "MultiDiGraph[str]") -> str:
    """Give the network as a directed graph in DOT: a statement a node, a statement an edge, in the network's order."""
    return "\n".join(_lines(network)) + "\n"


def _lines(network: "MultiDiGraph[str]") -> Iterator[str]:
    yield f"digraph {_quoted(network.graph.get('title', ''))} {{"
    yield f"  graph [{_list({**network.graph, 'rankdir': 'LR'})}];"
    yield '  node [fontname="Helvetica"];'
    yield '  edge [fontname="Helvetica", fontsize="10"];'
    for thing, attributes in network.nodes(data=True):
        drawn = look(str(attributes.get("kind", "")))
        yield f"  {_quoted(thing)} [{_list({**attributes, 'shape': drawn.dot, 'color': drawn.colour})}];"
    for thing, other, claim, attributes in network.edges(keys=True, data=True):
        said = {**attributes, "claim": claim, "label": attributes["relation_label"], **_drawn(attributes)}
        yield f"  {_quoted(thing)} -> {_quoted(other)} [{_list(said)}];"
    yield "}"


def _drawn(edge: Mapping[str, object]) -> dict[str, str]:
    line = "dashed" if edge.get("certainty") == Certainty.HEDGED else "solid"
    denied = edge.get("polarity") == Polarity.NEGATED
    return {"style": line, **({"color": "#b00020", "arrowhead": "tee"} if denied else {})}


def _list(attributes: Mapping[str, object]) -> str:
    return ", ".join(f"{name}={_quoted(value)}" for name, value in sorted(attributes.items()))


def _quoted(value: object) -> str:
    text = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'
