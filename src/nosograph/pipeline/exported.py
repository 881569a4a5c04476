"""What became of one article among many."""

from dataclasses import dataclass
from pathlib import Path

from nosograph.errors import ShapesViolated


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """Hold what became of one article: its files, or the error that kept it from being exported.

    `source` is the article as it was given, `slug` the name of its files and IRIs where it could be read. `namesake` is
    the article that had that name before, so that this one bears a number. `claims` and `warnings` are counts.
    """

    source: str
    slug: str = ""
    title: str = ""
    namesake: str = ""
    claims: int = 0
    warnings: int = 0
    files: tuple[Path, ...] = ()
    error: Exception | None = None

    @property
    def read(self) -> bool:
        """Say whether the source could be read as an article."""
        return bool(self.slug)

    @property
    def violated(self) -> bool:
        """Say whether the graph broke a shape, and so was not written."""
        return isinstance(self.error, ShapesViolated)
