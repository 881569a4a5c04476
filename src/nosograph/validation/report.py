"""Report: what was checked, and what was found."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Say how grave a finding is (SHACL, section 2.1.4); only a Violation keeps a graph from conforming."""

    VIOLATION = "Violation"
    WARNING = "Warning"
    INFO = "Info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Hold one finding.

    `shape` is the shape or constraint that found it, as in `ngs:claim-evidence`; `focus` the IRI of what it is about;
    `path` and `value` what about it, where the shape speaks of a property, else empty.
    """

    severity: Severity
    shape: str
    focus: str
    path: str
    value: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Hold the findings, the gravest first, and how much was checked.

    `checks` counts the constraints that were held against a thing each, and the quotes compared with the text;
    `quotes` is the number of these quotes. `text` is pySHACL's own report.
    """

    results: tuple[Result, ...]
    checks: int
    quotes: int
    text: str

    @property
    def conforms(self) -> bool:
        """True where no shape is violated; warnings are allowed."""
        return not self.violations

    @property
    def violations(self) -> tuple[Result, ...]:
        """The findings that must not be."""
        return tuple(r for r in self.results if r.severity is Severity.VIOLATION)

    @property
    def warnings(self) -> tuple[Result, ...]:
        """The findings that a reader should know of."""
        return tuple(r for r in self.results if r.severity is Severity.WARNING)
