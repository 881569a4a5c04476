"""What can go wrong, as one tree.

NosographError
├── InputError            (ValueError)  an article, bibliography or metadata file that cannot be read as one
├── IdentifierError       (ValueError)  a CURIE or IRI that fits no known prefix
├── VocabularyError       (ValueError)  a table under ontology/ that does not hold together
├── LexiconError          (ValueError)  an ontology file or compiled lexicon that cannot be used
├── GraphError            (ValueError)  an RDF file that cannot be loaded, or a query that cannot be run
├── ShapesViolated        (ValueError)  a graph that breaks a shape; holds the report
├── OutputError           (OSError)     a file that cannot be written
├── StoreError            (OSError)     a triple store that cannot be reached, or refuses
└── MissingPartError      (ImportError) an optional part that is not installed
"""

from collections.abc import Callable

__all__ = [
    "GraphError",
    "IdentifierError",
    "InputError",
    "LexiconError",
    "MissingPartError",
    "NosographError",
    "OutputError",
    "ShapesViolated",
    "StoreError",
    "VocabularyError",
]


class NosographError(Exception):
    """Say in one line what was seen, where, and how to mend it.

    >>> print(NosographError("the file is empty", where="a.txt", mend="give an article with text"))
    a.txt: the file is empty; give an article with text
    """

    def __init__(self, seen: str, *, where: str = "", mend: str = "") -> None:
        """Hold the three parts; each is one line of plain text, `where` and `mend` may be empty."""
        super().__init__(seen, where, mend)
        self.seen = seen
        self.where = where
        self.mend = mend

    def __reduce__(self) -> tuple[Callable[..., "NosographError"], tuple[object, ...]]:
        """Let errors be copied, and travel between processes: what they hold is not what they are called with."""
        return _again, (type(self), self.args, vars(self))

    def __str__(self) -> str:
        """Join the parts into one line; line breaks and control characters of hostile input are escaped."""
        line = (f"{self.where}: " if self.where else "") + self.seen + (f"; {self.mend}" if self.mend else "")
        return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in line)


def _again(kind: type[NosographError], arguments: tuple[object, ...], held: dict[str, object]) -> NosographError:
    error = kind.__new__(kind)
    error.args = arguments
    vars(error).update(held)
    return error


class InputError(NosographError, ValueError):
    """An article, bibliography or metadata file cannot be read as one."""


class IdentifierError(NosographError, ValueError):
    """A CURIE or IRI fits no known prefix or pattern."""


class VocabularyError(NosographError, ValueError):
    """A table under ontology/ does not hold together."""


class LexiconError(NosographError, ValueError):
    """An ontology file or compiled lexicon cannot be used."""


class GraphError(NosographError, ValueError):
    """An RDF file cannot be loaded, or a query cannot be run."""


class ShapesViolated(NosographError, ValueError):  # noqa: N818 - reads as the sentence it is
    """A graph breaks a shape. `report` holds the validation report."""

    def __init__(self, seen: str, *, report: object, where: str = "", mend: str = "") -> None:
        """Hold the validation report beside the line."""
        super().__init__(seen, where=where, mend=mend)
        self.report = report


class OutputError(NosographError, OSError):
    """A file cannot be written."""


class StoreError(NosographError, OSError):
    """A triple store cannot be reached, or refuses."""


class MissingPartError(NosographError, ImportError):
    """An optional part is not installed; `mend` is the command that installs it."""
