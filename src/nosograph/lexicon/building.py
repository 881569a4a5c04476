"""A person's files to a compiled lexicon, together with the packaged ones or alone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from nosograph.errors import LexiconError, OutputError
from nosograph.lexicon.compiling import compile_lexicon, read_rules
from nosograph.lexicon.lexicon import Lexicon
from nosograph.lexicon.loading import open_lexicon, write_lexicon
from nosograph.lexicon.manifest import SourceFile, default_files, rule_files
from nosograph.lexicon.progress import Progress
from nosograph.lexicon.sources import recognise
from nosograph.model import Kind

_MOST: Final = 200
"""Files one lexicon may be made of; the number of a name's source is kept in one byte."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """Say of what kind terms are where neither they nor the tables tell: of any prefix, or of one."""

    any_prefix: Kind | None = None
    of_prefix: Mapping[str, Kind] = field(default_factory=dict)


def build_lexicon(
    paths: Iterable[Path],
    target: Path,
    *,
    alone: bool = False,
    kinds: Kinds | None = None,
    progress: Progress | None = None,
) -> Lexicon:
    """Compile files of any of our formats into `target`, whole or not at all, and open it.

    The files come in their order before the packaged sources: of two labels of one identifier, or two equal names, the
    earlier file's wins. A file that is another release of a packaged ontology takes its place. With `alone`, nothing
    packaged is compiled in.

    Raises:
        LexiconError: a file cannot be read; its line is named.
        OutputError: the target cannot be written.
    """
    wanted = kinds or Kinds()
    files = [SourceFile(path=path, format=recognise(path), kind=wanted.any_prefix) for path in paths]
    if len(files) > _MOST:
        raise LexiconError(f"{len(files)} files are too many for one lexicon", mend=f"join them to {_MOST} or fewer")
    everything: Sequence[SourceFile] = files if alone else [*files, *default_files()]
    rules = read_rules(*rule_files())
    said = tuple((rules.preference.canonical(f"{prefix}:"), kind) for prefix, kind in wanted.of_prefix.items())
    pieces = compile_lexicon(everything, replace(rules, branches=(*said, *rules.branches)), progress=progress)
    try:
        write_lexicon(target, pieces)
    except OSError as error:
        raise OutputError(
            f"cannot be written: {error.strerror}", where=str(target), mend="give another file with -o"
        ) from error
    return open_lexicon(target)
