"""JATS XML to blocks: articles of journals and their archives (ANSI/NISO Z39.96)."""

from nosograph.reading.formats.jats.page import read

__all__ = ["read"]
