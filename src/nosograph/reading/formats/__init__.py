"""Decoded source to Page: one file a format."""

from nosograph.reading.formats.sniff import recognise

__all__ = ["recognise"]
