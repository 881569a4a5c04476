"""Article and Claims to Graph."""

from nosograph.assembly.assembling import assemble

__all__ = ["assemble"]
