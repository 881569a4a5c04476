"""HTML to blocks: saved pages of MediaWiki and its mirrors, and of other sites."""

from nosograph.reading.formats.html.page import read

__all__ = ["read"]
