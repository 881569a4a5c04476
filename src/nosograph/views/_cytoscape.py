"""Write a network for Cytoscape: as Cytoscape JSON, and as CX2.

CX2 is specified at https://cytoscape.org/cx/cx2/specification/cytoscape-exchange-format-specification-(version-2)/.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Final

from nosograph.model import Certainty, Polarity
from nosograph.views._looks import LOOKS, Look

if TYPE_CHECKING:
    from networkx import MultiDiGraph

_Data = dict[str, object]
_TYPES: Final[Mapping[type, str]] = {str: "string", int: "integer", float: "double"}
_RED: Final = "#b00020"


def cyjs(network: "MultiDiGraph[str]") -> _Data:
    """Give Cytoscape JSON; an element's `id` is a node's CURIE or an edge's claim, `name` what Cytoscape shows."""
    nodes = [
        {"data": {**data, "id": thing, "value": thing, "name": data["label"]}}
        for thing, data in network.nodes(data=True)
    ]
    edges = [
        {
            "data": {
                **data,
                "id": claim,
                "key": claim,
                "source": thing,
                "target": other,
                "interaction": data["relation"],
                "name": data["relation_label"],
            }
        }
        for thing, other, claim, data in network.edges(keys=True, data=True)
    ]
    return {
        "format_version": "1.0",
        "generated_by": "nosograph",
        "target_cytoscapejs_version": "~3",
        "directed": True,
        "multigraph": True,
        "data": {**network.graph, "name": network.graph.get("title", "")},
        "elements": {"nodes": nodes, "edges": edges},
    }


def cx2(network: "MultiDiGraph[str]") -> list[_Data]:
    """Give the aspects of CX2; nodes and edges are numbered in the network's order."""
    numbers = {thing: number for number, thing in enumerate(network)}
    about: _Data = {**network.graph, "name": network.graph.get("title", "")}
    nodes: list[_Data] = [
        {"id": numbers[thing], "v": {**data, "name": data["label"], "represents": thing}}
        for thing, data in network.nodes(data=True)
    ]
    edges: list[_Data] = [
        {
            "id": number,
            "s": numbers[thing],
            "t": numbers[other],
            "v": {**data, "claim": claim, "interaction": data["relation"], "name": data["relation_label"]},
        }
        for number, (thing, other, claim, data) in enumerate(network.edges(keys=True, data=True))
    ]
    declarations: _Data = {
        "networkAttributes": _declared([about]),
        "nodes": _declared(node["v"] for node in nodes),
        "edges": _declared(edge["v"] for edge in edges),
    }
    aspects: dict[str, list[_Data]] = {
        "attributeDeclarations": [declarations],
        "networkAttributes": [about],
        "nodes": nodes,
        "edges": edges,
        "visualProperties": [_style()],
    }
    counts: _Data = {"metaData": [{"name": name, "elementCount": len(held)} for name, held in aspects.items()]}
    return [
        {"CXVersion": "2.0", "hasFragments": False},
        counts,
        *(dict[str, object]({name: held}) for name, held in aspects.items()),
        {"status": [{"success": True, "error": ""}]},
    ]


def _declared(elements: Iterable[object]) -> _Data:
    """Declare every attribute's type."""
    found = {name: _TYPES[type(value)] for data in elements if isinstance(data, dict) for name, value in data.items()}
    return {name: {"d": kind} for name, kind in sorted(found.items())}


def _style() -> _Data:
    """Draw kinds by shape and colour, hedged claims dashed, denied ones red with a bar at their end."""
    return {
        "default": {
            "network": {"NETWORK_BACKGROUND_COLOR": "#FFFFFF"},
            "node": {"NODE_LABEL_COLOR": "#1c1c1c", "NODE_LABEL_FONT_SIZE": 12},
            "edge": {"EDGE_LABEL_FONT_SIZE": 9, "EDGE_LINE_COLOR": "#6b6b6b", "EDGE_TARGET_ARROW_SHAPE": "triangle"},
        },
        "nodeMapping": {
            "NODE_LABEL": _passed("name"),
            "NODE_SHAPE": _by("kind", _looks(lambda drawn: drawn.cx2)),
            "NODE_BACKGROUND_COLOR": _by("kind", _looks(lambda drawn: drawn.colour)),
        },
        "edgeMapping": {
            "EDGE_LABEL": _passed("name"),
            "EDGE_LINE_STYLE": _by("certainty", {Certainty.STATED.value: "solid", Certainty.HEDGED.value: "dashed"}),
            "EDGE_LINE_COLOR": _by("polarity", {Polarity.NEGATED.value: _RED}),
            "EDGE_TARGET_ARROW_SHAPE": _by("polarity", {Polarity.NEGATED.value: "tee"}),
        },
    }


def _looks(part: Callable[[Look], str]) -> dict[str, str]:
    return {str(kind): part(drawn) for kind, drawn in LOOKS.items()}


def _passed(attribute: str) -> _Data:
    return {"type": "PASSTHROUGH", "definition": {"attribute": attribute, "type": "string"}}


def _by(attribute: str, values: Mapping[str, str]) -> _Data:
    chosen = [{"v": value, "vp": shown} for value, shown in sorted(values.items())]
    return {"type": "DISCRETE", "definition": {"attribute": attribute, "type": "string", "map": chosen}}
