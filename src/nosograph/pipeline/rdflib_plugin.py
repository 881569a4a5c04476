"""rdflib's parser of articles: `Graph().parse("article.html", format="nosograph")`.

rdflib finds it by the entry point `rdf.plugins.parser` of the installed package (see rdflib.plugin).
"""

import os
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.xmlreader import InputSource

from rdflib.parser import FileInputSource, Parser

from nosograph.graph import BASE
from nosograph.lexicon import Lexicon
from nosograph.pipeline.order import draft
from nosograph.rdf import prefixes
from nosograph.serialization import WRITERS

if TYPE_CHECKING:
    import rdflib


class ArticleParser(Parser):
    """Parse an article as rdflib parses RDF: the sink gets the union of the graph's triples, and the prefixes.

    What `Graph.parse` is given beyond format and source is handed on: `lexicon`, `bibliography` and `base`, as in
    `nosograph.run`. Of a file on the disk, what stands beside it is read too. The shapes are not checked.
    """

    def parse(
        self,
        source: InputSource,
        sink: "rdflib.Graph",
        *,
        lexicon: Lexicon | None = None,
        bibliography: str | os.PathLike[str] | None = None,
        base: str = BASE,
    ) -> None:
        """Read the article and add its triples to the sink.

        Raises:
            InputError: the source cannot be read as an article, or nothing is claimed in it.
        """
        made = draft(_article(source), lexicon=lexicon, bibliography=bibliography, base=base)
        sink.parse(data=WRITERS["nt"](made.graph), format="nt")
        for prefix, iri in prefixes().items():
            sink.bind(prefix, iri)


def _article(source: InputSource) -> Path | BytesIO:
    """Give the path of a file, so that its neighbours are found, else the bytes."""
    name = getattr(source.file, "name", "") if isinstance(source, FileInputSource) else ""
    if isinstance(name, str) and Path(name).is_file():
        return Path(name)
    if (stream := source.getByteStream()) is not None:
        return BytesIO(stream.read())
    text = source.getCharacterStream()
    return BytesIO(text.read().encode() if text is not None else b"")
