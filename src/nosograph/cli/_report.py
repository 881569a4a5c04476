"""A report of the shapes, as lines for people."""

from collections.abc import Iterator

from nosograph.cli._table import shown
from nosograph.validation import Report


def report_lines(report: Report) -> Iterator[str]:
    """Yield a line for each finding, the violations first, and at last the verdict with the number of checks made."""
    for result in (*report.violations, *report.warnings):
        yield shown(f"{result.severity}: {result.message} ({result.focus}; shape {result.shape})")
    verdict = "conforms" if report.conforms else "does not conform"
    yield f"{verdict}: {report.checks} checks, {len(report.violations)} violations, {len(report.warnings)} warnings"
