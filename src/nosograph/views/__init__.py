"""Graph to network and page: a NetworkX graph, the files that other network programs read, and one HTML file."""

from nosograph.views._files import WRITERS, Writer
from nosograph.views._network import to_networkx
from nosograph.views._page import write_page

__all__ = ["WRITERS", "Writer", "to_networkx", "write_page"]
