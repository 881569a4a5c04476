"""Graph to network: a NetworkX graph, and the files that other network programs read."""

from nosograph.views._files import WRITERS, Writer
from nosograph.views._network import to_networkx

__all__ = ["WRITERS", "Writer", "to_networkx"]
