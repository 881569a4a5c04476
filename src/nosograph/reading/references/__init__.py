"""A reference's words to its fields."""

from nosograph.reading.references.entry import parse
from nosograph.reading.references.fields import Fields
from nosograph.reading.references.merging import merged
from nosograph.reading.references.written import written

__all__ = ["Fields", "merged", "parse", "written"]
