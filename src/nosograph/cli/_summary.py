"""What `export` says when it is done: the entities, the claims with their sentences, the warnings, the files.

rich is imported where it draws: `export --quiet` does without.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from nosograph.cli._table import marks, shortened, shown, table
from nosograph.model import Claim, Kind
from nosograph.pipeline import Result
from nosograph.rdf import relations
from nosograph.validation import Report

if TYPE_CHECKING:
    from rich.console import Group
    from rich.table import Table

_SENTENCE: Final = 72
_STEP: Final = 1000


def summary(result: Result, files: Sequence[Path]) -> "Group":
    """Lay out what was exported, for 80 columns and more."""
    from rich.console import Group  # noqa: PLC0415 - see the head
    from rich.text import Text  # noqa: PLC0415 - see the head

    return Group(
        Text(shown(result.article.title), style="bold"),
        Text(shown(_entities(result.claims))),
        Text(),
        _claims(result.claims),
        Text(),
        *(Text(shown(line)) for line in (*_checks(result.report), *_notes(result), *_files(files))),
    )


def _entities(claims: Iterable[Claim]) -> str:
    """Count the entities by kind, the most frequent kind first, in the order of kinds on ties."""
    things = {end.curie: end.kind for claim in claims for end in (claim.subject, claim.object)}
    counts = Counter(things.values())
    order = sorted(counts, key=lambda kind: (-counts[kind], list(Kind).index(kind)))
    words = ", ".join(f"{counts[kind]} {kind.replace('_', ' ')}" for kind in order)
    return f"{len(things)} entities: {words}" if things else "no entities"


def _claims(claims: Sequence[Claim]) -> "Table":
    return table(("claim", "marks", "cites", "sentence"), map(_row, claims), wide=("claim", "sentence"))


def _row(claim: Claim) -> tuple[str, ...]:
    known = relations().get(claim.relation)
    return (
        f"{claim.subject.label} {known.label if known else claim.relation} {claim.object.label}",
        marks(polarity=claim.polarity, certainty=claim.certainty, outcome=claim.outcome, match=claim.match),
        "".join(f"[{number}]" for number in claim.references),
        shortened(claim.sentence.text, _SENTENCE),
    )


def _checks(report: Report) -> Iterator[str]:
    """Say how many checks were made, and each warning once, with how often it was given."""
    yield f"{report.checks} checks, {len(report.violations)} violations, {len(report.warnings)} warnings"
    for message, count in Counter(result.message for result in report.warnings).items():
        yield f"  {count} x {message}"


def _notes(result: Result) -> Iterator[str]:
    return (f"note: {note}" for note in result.article.notes)


def _files(files: Iterable[Path]) -> Iterator[str]:
    return (f"{_size(path.stat().st_size):>9}  {path}" for path in files)


def _size(count: int) -> str:
    """Give a size in the unit that leaves one to three digits.

    >>> _size(512), _size(123_456)
    ('512 B', '123.5 kB')
    """
    size = float(count)
    for unit in ("B", "kB", "MB"):
        if size < _STEP:
            return f"{size:.0f} {unit}" if unit == "B" else f"{size:.1f} {unit}"
        size /= _STEP
    return f"{size:.1f} GB"
