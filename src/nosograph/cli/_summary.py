"""What `export` says when it is done: the entities, the claims under their sentences, the warnings, the files.

rich is imported where it draws: `export --quiet` does without.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

from nosograph.cli._about import told
from nosograph.cli._table import marks, shortened, shown
from nosograph.model import Claim, Kind
from nosograph.pipeline import Result
from nosograph.rdf import relations
from nosograph.validation import Report

if TYPE_CHECKING:
    from rich.text import Text

_STEP: Final = 1000
_CITATIONS: Final = 8
"""Columns kept free beside a sentence."""


def summary(result: Result, files: Sequence[Path], *, width: int) -> "Text":
    """Lay out what was exported in lines of `width` columns."""
    from rich.text import Text  # noqa: PLC0415 - see the head

    drawn = Text()
    drawn.append(shown(result.article.title) + "\n", style="bold")
    drawn.append(_entities(result.claims) + "\n")
    for sentence, claims in groupby(result.claims, key=lambda claim: claim.sentence):
        cited = "".join(f"[{number}]" for number in sentence.citations)
        drawn.append(f"\n{shortened(shown(sentence.text), width - _CITATIONS)} {cited}".rstrip() + "\n", style="dim")
        for claim in claims:
            _draw(drawn, claim)
    drawn.append("\n")
    drawn.append("\n".join(map(shown, (*_checks(result.report), *_notes(result), *_files(files)))))
    return drawn


def _draw(drawn: "Text", claim: Claim) -> None:
    """Add a claim's line: what it says, and in colour what sets it apart."""
    known = relations().get(claim.relation)
    drawn.append(shown(f"  {claim.subject.label} {known.label if known else claim.relation} {claim.object.label}"))
    said = marks(
        polarity=claim.polarity,
        certainty=claim.certainty,
        outcome=claim.outcome,
        match=claim.match,
        frequency=shown(claim.frequency),
    )
    drawn.append(f"  {said}\n" if said else "\n", style="yellow")


def _entities(claims: Iterable[Claim]) -> str:
    """Count the entities by kind, the most frequent kind first, in the order of kinds on ties."""
    things = {end.curie: end.kind for claim in claims for end in (claim.subject, claim.object)}
    counts = Counter(things.values())
    order = sorted(counts, key=lambda kind: (-counts[kind], list(Kind).index(kind)))
    words = ", ".join(f"{kind.replace('_', ' ')} {counts[kind]}" for kind in order)
    return f"{len(things)} entities ({words})" if things else "no entities"


def _checks(report: Report) -> Iterator[str]:
    """Say how many checks were made, and each warning once, with how often it was given."""
    yield f"{report.checks} checks, {len(report.violations)} violations, {len(report.warnings)} warnings"
    for message, count in Counter(result.message for result in report.warnings).items():
        yield f"  {count} x {message}"


def _notes(result: Result) -> Iterator[str]:
    yield from told(result.about)
    yield from (f"note: {note}" for note in result.article.notes)


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
