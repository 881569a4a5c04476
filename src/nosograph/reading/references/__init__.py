"""A reference's words to its fields."""

from nosograph.reading.references.entry import parse
from nosograph.reading.references.fields import Fields

__all__ = ["Fields", "parse"]
