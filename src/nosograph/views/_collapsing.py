"""Make one edge of parallel ones."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from nosograph.model import Certainty, Polarity

if TYPE_CHECKING:
    from networkx import MultiDiGraph

JOINT: Final = "|"
"""What stands between several values in one text."""

_Edge = dict[str, str | int | float]
_FIRMEST: Final = (Certainty.STATED, Certainty.HEDGED, "")
"""What an edge says of its claims' certainty; edges to literature say none."""


def collapsed(network: "MultiDiGraph[str]") -> "MultiDiGraph[str]":
    """Join the edges of one relation and one polarity that lead from the same thing to the same thing.

    The key of an edge is its relation, with `:negated` where it is denied: what is affirmed here and denied there stays
    two edges. An edge carries `relation`, `relation_label`, `predicate` and `polarity` as its claims do; `weight` and
    `claims`, how many claims it stands for; `hedged`, how many of them are hedged; `certainty`, stated where one of
    them is; the highest `score` (edges to literature have none); and, each once and joined by `|`, their `claim_ids`,
    `articles`, `outcomes`, `references` and `reference_ids`. Quotes and sentences are left to the claims.
    """
    import networkx as nx  # noqa: PLC0415 - takes 0.2 s, and most commands draw no network

    parallel: dict[tuple[str, str, str], dict[str, _Edge]] = {}
    for thing, other, claim, edge in network.edges(keys=True, data=True):
        negated = edge.get("polarity") == Polarity.NEGATED
        key = f"{edge['relation']}:{Polarity.NEGATED}" if negated else str(edge["relation"])
        parallel.setdefault((thing, other, key), {})[claim] = edge
    one: MultiDiGraph[str] = nx.MultiDiGraph(**network.graph)
    one.add_nodes_from(network.nodes(data=True))
    for (thing, other, key), edges in parallel.items():
        one.add_edge(thing, other, key=key, **_joined(tuple(edges), tuple(edges.values())))
    return one


def _joined(claims: Sequence[str], edges: Sequence[_Edge]) -> _Edge:
    first = edges[0]
    scores = [float(edge["score"]) for edge in edges if "score" in edge]
    return {
        **{name: first.get(name, "") for name in ("relation", "relation_label", "predicate", "polarity")},
        "weight": len(edges),
        "claims": len(edges),
        "hedged": sum(edge.get("certainty") == Certainty.HEDGED for edge in edges),
        "certainty": min((str(edge.get("certainty", "")) for edge in edges), key=_FIRMEST.index),
        **({"score": max(scores)} if scores else {}),
        "claim_ids": _all(claims),
        "articles": _all([edge.get("article", "") for edge in edges]),
        "outcomes": _all([edge.get("outcome", "") for edge in edges]),
        "references": _all([edge.get("references", "") for edge in edges]),
        "reference_ids": _all([edge.get("reference_ids", "") for edge in edges]),
    }


def _all(values: Sequence[str | float]) -> str:
    """Join the values, which may be joined ones themselves, each once and in order."""
    parts = (part for value in values for part in str(value).split(JOINT))
    return JOINT.join(dict.fromkeys(filter(None, parts)))
