"""The questions that are asked of every engine, and their rows as words."""

from collections import Counter

from nosograph.stores import named_queries

Rows = Counter[tuple[str, ...]]
QUERIES = tuple(name for name, query in named_queries().items() if "federated" not in query.tags)
"""The named queries that need no network."""


def plain(row: tuple[object, ...]) -> tuple[str, ...]:
    """Give a row of RDF terms of any library as words."""
    return tuple("" if term is None else str(getattr(term, "value", term)) for term in row)
