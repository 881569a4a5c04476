"""Keep the cache small: compiled lexicons that no version has used for long go."""

import contextlib
import os
import time
from pathlib import Path
from typing import Final

PATTERN: Final = "lexicon-*.nosograph"
_KEPT: Final = 3
_UNUSED: Final = 60 * 86400
_TOUCHED: Final = 86400
"""A file in use is stamped once a day, not at every start."""
_LEFT_OVER: Final = 86400


def mark_used(path: Path, *, now: float | None = None) -> None:
    """Stamp a compiled lexicon as in use; where that is not allowed, leave it."""
    here = time.time() if now is None else now
    with contextlib.suppress(OSError):
        if path.stat().st_mtime < here - _TOUCHED:
            os.utime(path, (here, here))


def prune(cache: Path, *, now: float | None = None) -> tuple[Path, ...]:
    """Remove lexicons unused for 60 days, save the three used last, and what broken-off writes left; give what went.

    Safe beside other processes: a file that is mapped stays readable where it can be removed at all, and one that is
    missed is compiled anew.
    """
    here = time.time() if now is None else now
    used = sorted(((_stamp(path), path) for path in cache.glob(PATTERN)), reverse=True)
    old = [path for stamp, path in used[_KEPT:] if stamp < here - _UNUSED]
    old += [path for path in cache.glob(f".{PATTERN}.*.tmp") if _stamp(path) < here - _LEFT_OVER]
    gone = []
    for path in old:
        with contextlib.suppress(OSError):
            path.unlink()
            gone.append(path)
    return tuple(gone)


def _stamp(path: Path) -> float:
    """Give when a file was used last; one that has just gone counts as new, and is left."""
    try:
        return path.stat().st_mtime
    except OSError:
        return float("inf")
