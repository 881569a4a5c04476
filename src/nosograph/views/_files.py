"""Write the network as files: GraphML, GEXF, node-link JSON."""

import json
import re
from collections.abc import Callable, Mapping
from html import escape
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from nosograph.graph import Graph
from nosograph.views._network import to_networkx

if TYPE_CHECKING:
    from networkx import MultiDiGraph

Writer = Callable[[Graph], bytes]

_META: Final = re.compile(r"<meta lastmodifieddate=\"[^\"]*\">(\s*)<creator>[^<]*</creator>")
"""NetworkX writes the day of writing and its own version; the same graph is to give the same bytes with any of them."""

_PLACE: Final[Mapping[str, str]] = MappingProxyType({"start": "quote_start", "end": "quote_end"})
"""GEXF reads an edge's `start` and `end` as a span of time, in which alone the edge is drawn."""


def write_graphml(graph: Graph) -> bytes:
    """Write GraphML; `networkx.read_graphml(…, force_multigraph=True)` gives the same network."""
    import networkx as nx  # noqa: PLC0415 - takes 0.2 s, and most commands draw no network

    out = BytesIO()
    nx.write_graphml(to_networkx(graph), out, named_key_ids=True)
    return out.getvalue().rstrip() + b"\n"


def write_gexf(graph: Graph) -> bytes:
    """Write GEXF 1.2 without its date; `claim` is an edge's key, `quote_start` and `quote_end` its start and end."""
    import networkx as nx  # noqa: PLC0415 - as above

    network = to_networkx(graph)
    for _, _, claim, attributes in network.edges(keys=True, data=True):
        attributes["claim"] = claim  # networkx reads no keys of edges where none are parallel
        for name, other in _PLACE.items():
            attributes[other] = attributes.pop(name)
    network.graph["name"] = network.graph.get("title", "")
    out = BytesIO()
    nx.write_gexf(network, out)
    text = _META.sub(lambda found: _meta(network, found), out.getvalue().decode(), count=1)
    return (text.rstrip() + "\n").encode()


def write_node_link(graph: Graph) -> bytes:
    """Write node-link JSON; `networkx.node_link_graph(…, edges="edges")` gives the same network."""
    import networkx as nx  # noqa: PLC0415 - as above

    data = nx.node_link_data(to_networkx(graph), edges="edges")
    text = json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True)
    # So that no text of an article can close the element of a page that holds the JSON.
    return (text.replace("<", "\\u003c") + "\n").encode()


def _meta(network: "MultiDiGraph[str]", found: re.Match[str]) -> str:
    """Leave out date and version; say in their place whose text this is, and under what terms."""
    terms = " ".join(str(network.graph[name]) for name in ("attribution", "licence", "source") if name in network.graph)
    description = f"{found[1]}<description>{escape(terms, quote=False)}</description>" if terms else ""
    return f"<meta>{found[1]}<creator>nosograph</creator>{description}"


WRITERS: Final[Mapping[str, Writer]] = MappingProxyType(
    {"graphml": write_graphml, "gexf": write_gexf, "json": write_node_link},
)
"""The formats, by the extension of their files."""
