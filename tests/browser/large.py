"""A graph of as many things as is asked for: diseases, each with findings of its own and some that all share."""

import builders
from nosograph.graph import Graph
from nosograph.model import Kind, SectionRole

SHARED = 5


def large_graph(*, diseases: int, findings: int) -> Graph:
    """Assemble one article a disease, each with so many findings."""
    graph = Graph()
    for number in range(diseases):
        disease = builders.concept(f"MONDO:{number:07}", f"disease {number}", Kind.DISEASE)
        names = [f"finding {n if n < SHARED else f'{number}-{n}'}" for n in range(findings)]
        sayings = tuple((f"Disease {number} manifests with {name}.", SectionRole.SIGNS, ("1",)) for name in names)
        made = builders.article(sayings, title=f"Disease {number}", slug=f"disease-{number}")
        claims = [
            builders.claim(
                made, n, "has_phenotype", builders.concept(f"text:{name}", name, Kind.PHENOTYPE), name, subject=disease
            )
            for n, name in enumerate(names)
        ]
        graph.store.extend(builders.assemble(made, claims).quads())
    return graph
