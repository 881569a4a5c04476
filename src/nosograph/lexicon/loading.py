"""Find the compiled lexicon in the user's cache, make it where it is missing, stale or damaged, and map it."""

import contextlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

import numpy as np
import Stemmer

from nosograph.errors import LexiconError
from nosograph.lexicon import container
from nosograph.lexicon.lexicon import Lexicon
from nosograph.lexicon.manifest import SourceFile, default_files, program_files, rule_files, sha256_of
from nosograph.lexicon.normalisation import version as words_version
from nosograph.lexicon.progress import Progress
from nosograph.lexicon.pruning import mark_used, prune
from nosograph.lexicon.soundness import check

CACHE: Final = "NOSOGRAPH_CACHE"
"""The environment variable that names another folder for the cache."""

_NOT_KEPT: Final = (
    "{folder} cannot be written ({reason}): the lexicon is kept in memory and made anew at each start; "
    f"set {CACHE} to a folder that can"
)
_LARGE: Final = 1 << 20
"""Files of this size and more are hashed once, and again only when their size or time of change is another."""


def load_lexicon(path: Path | str | None = None, *, progress: Progress | None = None) -> Lexicon:
    """Give the lexicon of `path`, or the default one, compiled into the user's cache at first use.

    A missing, stale or damaged file of the cache is made anew; where the cache cannot be written the lexicon is kept in
    memory and its `notes` say so. Two processes may do this at once.

    Raises:
        LexiconError: `path` is no whole compiled lexicon of this program's version, or a source cannot be read.
    """
    if path is not None:
        return open_lexicon(Path(path))
    return cached(default_files(), cache_folder(), progress=progress)


def cached(files: Sequence[SourceFile], cache: Path, *, progress: Progress | None = None) -> Lexicon:
    """Give the lexicon of these sources from the cache, made there first where it is missing, stale or damaged.

    Raises:
        LexiconError: a source cannot be read.
    """
    digests = _digests([*(file.path for file in files), *program_files()], cache)
    target = cache / f"lexicon-{_key(digests)}.nosograph"
    try:
        lexicon = open_lexicon(target)
    except LexiconError:
        return _make(target, files, digests, progress)
    mark_used(target)
    return lexicon


def open_lexicon(path: Path) -> Lexicon:
    """Map a compiled lexicon.

    Raises:
        LexiconError: it cannot be read, is damaged, or was made by another version.
    """
    header, arrays = container.open_file(path)
    check(header, arrays, where=str(path))
    return Lexicon(header, arrays, path=path)


def cache_folder() -> Path:
    """Give the folder of the cache: `NOSOGRAPH_CACHE`, else the platform's own for this user."""
    named = os.environ.get(CACHE)
    if named:
        return Path(named)
    from platformdirs import user_cache_dir  # noqa: PLC0415 - its import costs as much as mapping the lexicon

    return Path(user_cache_dir("nosograph"))


def write_lexicon(path: Path, pieces: Iterable[bytes | memoryview]) -> None:
    """Write a compiled lexicon whole or not at all: a temporary file in the same folder, then a rename.

    Raises:
        OSError: the folder cannot be written.
    """
    import tempfile  # noqa: PLC0415 - costs more than mapping the lexicon, and only a first use writes

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _make(target: Path, files: Sequence[SourceFile], digests: Mapping[Path, str], progress: Progress | None) -> Lexicon:
    from nosograph.lexicon.compiling import compile_lexicon, read_rules  # noqa: PLC0415 - only the first use compiles

    pieces = list(compile_lexicon(files, read_rules(*rule_files()), progress=progress, digests=digests))
    try:
        write_lexicon(target, pieces)
        prune(target.parent)
        return open_lexicon(target)
    except OSError as error:
        with contextlib.suppress(LexiconError):
            # Where an open file cannot be replaced (Windows), another process has just made the same one.
            return open_lexicon(target)
        note = _NOT_KEPT.format(folder=target.parent, reason=error.strerror)
    if progress is not None:
        progress(note, 1.0)
    header, arrays = container.unpack(memoryview(b"".join(pieces)), where="the lexicon in memory")
    return Lexicon(header, arrays, notes=(note,))


def _key(digests: Mapping[Path, str]) -> str:
    """Name what decides the compiled bytes: names and contents of files, the layout, versions of words and stemmer."""
    parts = [f"{container.FORMAT} {words_version()} {Stemmer.version()} {np.little_endian}"]
    parts += [f"{path.name} {digest}" for path, digest in digests.items()]
    return sha256("\n".join(parts).encode()).hexdigest()[:16]


def _digests(paths: Sequence[Path], cache: Path) -> dict[Path, str]:
    """Hash small files; of large ones take the sum noted beside the cache while size and time of change hold."""
    notes = cache / "sums.json"
    known = _noted(notes)
    digests: dict[Path, str] = {}
    fresh: dict[str, list[object]] = {}
    for path in paths:
        try:
            status = path.stat()
        except OSError as error:
            raise LexiconError(
                f"cannot be read: {error.strerror}", where=str(path), mend="install nosograph anew"
            ) from error
        stamp = [status.st_size, status.st_mtime_ns]
        if status.st_size < _LARGE:
            digests[path] = sha256_of(path)
        elif known.get(str(path), [])[:2] == stamp:
            digests[path] = str(known[str(path)][2])
        else:
            digests[path] = sha256_of(path)
            fresh[str(path)] = [*stamp, digests[path]]
    if fresh:
        with contextlib.suppress(OSError):
            write_lexicon(notes, [json.dumps(known | fresh, sort_keys=True).encode()])
    return digests


def _noted(path: Path) -> dict[str, list[object]]:
    try:
        noted = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    rows = noted.items() if isinstance(noted, dict) else ()
    return {key: row for key, row in rows if isinstance(row, list) and [type(cell) for cell in row] == [int, int, str]}
