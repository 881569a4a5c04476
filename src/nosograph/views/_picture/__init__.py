"""Graph to picture: subjects in the middle, what is said of them on either side, as SVG."""

from xml.etree import ElementTree as ET

from nosograph.graph import Graph
from nosograph.views._picture.arranging import arranged
from nosograph.views._picture.contents import Contents, contents
from nosograph.views._picture.frame import framed
from nosograph.views._picture.placing import placed

__all__ = ["write_svg"]


def write_svg(graph: Graph) -> bytes:
    """Draw the graph as SVG 1.1, the same bytes for the same graph; every text in it is text.

    Claims of one relation, polarity and certainty between the same things are one line, the wider the more they are.
    The subjects stand in the middle, or where they are objects of others and say little themselves, at a side.

    Raises:
        GraphError: a claim lacks what a line needs.
    """
    root = drawn_of(contents(graph))
    ET.indent(root, " ")
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def drawn_of(held: Contents) -> ET.Element:
    """Arrange, place and draw what a picture shows."""
    return framed(held, placed(held, arranged(held)))
