"""Source to Article.

source ──formats──▶ blocks ──layout──▶ text, sections ──binding──▶ sentences with citations
                                          └──references──▶ fields ──bibliography──▶ identifiers
"""

from nosograph.reading.door import read, read_text, slug_of

__all__ = ["read", "read_text", "slug_of"]
