"""Write network and picture as files. What each format cannot hold stands with its writer, and in docs/views.md."""

import json
import re
from collections.abc import Callable, Mapping
from html import escape
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from nosograph.graph import Graph
from nosograph.views._cytoscape import cx2, cyjs
from nosograph.views._dot import dot
from nosograph.views._network import to_networkx
from nosograph.views._page import write_page
from nosograph.views._picture import write_svg

if TYPE_CHECKING:
    from networkx import MultiDiGraph

Writer = Callable[[Graph], bytes]

_META: Final = re.compile(r"<meta lastmodifieddate=\"[^\"]*\">(\s*)<creator>[^<]*</creator>")
"""NetworkX writes the day of writing and its own version; the same graph is to give the same bytes with any of them."""

_PLACE: Final[Mapping[str, str]] = MappingProxyType({"start": "quote_start", "end": "quote_end"})
"""GEXF reads an edge's `start` and `end` as a span of time, in which alone the edge is drawn."""


def write_graphml(graph: Graph) -> bytes:
    """Write GraphML; `networkx.read_graphml(…, force_multigraph=True)` gives the same network.

    It holds no lists: several references are one text, joined by `|`.
    """
    import networkx as nx  # noqa: PLC0415 - takes 0.2 s, and most commands draw no network

    out = BytesIO()
    nx.write_graphml(to_networkx(graph), out, named_key_ids=True)
    return out.getvalue().rstrip() + b"\n"


def write_gexf(graph: Graph) -> bytes:
    """Write GEXF 1.2 without its date; `claim` is an edge's key, `quote_start` and `quote_end` its start and end.

    It holds no keys of edges, no `start` and `end` that are not times, and of what the network as a whole carries only
    whose text it is: a reader gets the same nodes and edges, but not a network that is equal.
    """
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
    """Write node-link JSON; `networkx.node_link_graph(…, edges="edges")` gives the same network, whole."""
    import networkx as nx  # noqa: PLC0415 - as above

    return _json(nx.node_link_data(to_networkx(graph), edges="edges"))


def write_cyjs(graph: Graph) -> bytes:
    """Write Cytoscape JSON, for Cytoscape and Cytoscape.js; `networkx.cytoscape_graph` gives the same network.

    It holds no types of attributes, and a reader sees `id`, `source`, `target` and `name` among them.
    """
    return _json(cyjs(to_networkx(graph)))


def write_cx2(graph: Graph) -> bytes:
    """Write CX2 for NDEx and Cytoscape, with a style: shapes and colours by kind, dashed where hedged.

    It holds no names of nodes but numbers, so the CURIE stands in `represents`, and no keys of edges, so the claim
    stands in `claim`; of shapes it knows nine, so that some kinds differ in colour alone.
    """
    return _json(cx2(to_networkx(graph)))


def write_dot(graph: Graph) -> bytes:
    """Write DOT for Graphviz, with shapes and colours by kind, dashed where hedged, red with a bar where denied.

    It holds text alone: numbers are text, an empty text is none, and each backslash, which a quoted text cannot end
    with, stands there twice.
    """
    return dot(to_networkx(graph)).encode()


def _json(data: object) -> bytes:
    text = json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True)
    # So that no text of an article can close the element of a page that holds the JSON.
    return (text.replace("<", "\\u003c") + "\n").encode()


def _meta(network: "MultiDiGraph[str]", found: re.Match[str]) -> str:
    """Leave out date and version; say in their place whose text this is, and under what terms."""
    terms = " ".join(str(network.graph[name]) for name in ("attribution", "licence", "source") if name in network.graph)
    description = f"{found[1]}<description>{escape(terms, quote=False)}</description>" if terms else ""
    return f"<meta>{found[1]}<creator>nosograph</creator>{description}"


WRITERS: Final[Mapping[str, Writer]] = MappingProxyType(
    {
        "graphml": write_graphml,
        "gexf": write_gexf,
        "json": write_node_link,
        "cyjs": write_cyjs,
        "cx2": write_cx2,
        "dot": write_dot,
        "html": write_page,
        "svg": write_svg,
    },
)
"""The formats, by the extension of their files."""
