"""What `export` says of many articles: a bar while it works, on a terminal; at the end what became of them."""

from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from nosograph.cli._errors import code_of, say
from nosograph.cli._options import talk
from nosograph.cli._table import console, shown, table
from nosograph.pipeline import Exported

_COLUMNS: Final = ("articles", "read", "exported", "failed", "claims", "warnings")
_NAMESAKES: Final = 10
"""Articles that are told to bear a number, before the others are only counted."""

_Step = Callable[[Exported], object]


@dataclass(slots=True)
class _Tally:
    """Count outcomes; of failures and namesakes, keep what is told."""

    done: int = 0
    read: int = 0
    claims: int = 0
    warnings: int = 0
    files: int = 0
    code: int = 0
    failed: list[tuple[str, Exception]] = field(default_factory=list)
    numbered: list[str] = field(default_factory=list)

    def add(self, outcome: Exported) -> None:
        self.done += 1
        self.read += outcome.read
        if outcome.error is not None:
            self.failed.append((outcome.source, outcome.error))
            self.code = max(self.code, code_of(outcome.error))
            return
        self.claims += outcome.claims
        self.warnings += outcome.warnings
        self.files += len(outcome.files)
        if outcome.namesake:
            self.numbered.append(f"{outcome.source} is named {outcome.slug}: {outcome.namesake} has the name already")


def followed(done: Generator[Exported, None, None], *, total: int, merged: Path | None, quiet: bool) -> int:
    """Take the outcomes as they come, tell of them, and give the exit code; what is interrupted is told too."""
    tally = _Tally()
    try:
        with closing(done), _bar(total, quiet=quiet) as step:
            for outcome in done:
                tally.add(outcome)
                step(outcome)
    finally:
        if not quiet:
            _tell(tally, total, merged)
    return tally.code


def _tell(tally: _Tally, total: int, merged: Path | None) -> None:
    exported = tally.done - len(tally.failed)
    counts = (tally.done, tally.read, exported, len(tally.failed), tally.claims, tally.warnings)
    screen = console(talk=True)
    screen.print(table(_COLUMNS, [[f"{count:,}" for count in counts]]))
    for line in tally.numbered[:_NAMESAKES]:
        talk(shown(f"note: {line}"))
    if len(tally.numbered) > _NAMESAKES:
        talk(f"note: {len(tally.numbered) - _NAMESAKES:,} more bear a number, for another article has their name")
    for source, error in tally.failed:
        say(error, where=source)
    talk(_written(tally, total, merged if exported else None))


def _written(tally: _Tally, total: int, merged: Path | None) -> str:
    if tally.done < total:
        return f"stopped after {tally.done:,} of {total:,} articles; {tally.files:,} files written"
    return f"{tally.files:,} files written" + (shown(f", and {merged}") if merged else "")


@contextmanager
def _bar(total: int, *, quiet: bool) -> Iterator[_Step]:
    """Draw a bar on a terminal; where nobody will read a summary, say of each failure at once."""
    screen = console(talk=True)
    if quiet:
        yield lambda outcome: outcome.error is not None and say(outcome.error, where=outcome.source)
    elif not screen.is_terminal:
        yield lambda _: None
    else:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415 - drawn on terminals alone

        columns = (
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.description}", markup=False),
        )
        with Progress(*columns, console=screen, transient=True) as bar:
            at = bar.add_task("", total=total)
            yield lambda outcome: bar.update(at, advance=1, description=shown(outcome.slug or outcome.source)[-40:])
