"""Wikitext to blocks: the source of a MediaWiki page."""

from nosograph.reading.formats.wikitext.page import read

__all__ = ["read"]
