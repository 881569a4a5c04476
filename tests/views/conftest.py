"""Graphs that the tests of this room draw."""

import pytest

import builders
import hostile
from nosograph.graph import Graph


@pytest.fixture(scope="session", params=["good", "hostile"])
def graph(request: pytest.FixtureRequest) -> Graph:
    """Give a graph of ordinary text, then one of text that breaks careless writers. Tests leave it as it is."""
    return {"good": builders.graph, "hostile": hostile.graph}[request.param]()
