"""Whatever goes wrong, as one line and an exit code."""

import errno
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final

import click

from nosograph.errors import NosographError, ShapesViolated

VIOLATED: Final = 1
WRONG: Final = 2
_MENDS: Final = {
    errno.ENOENT: "give a path that exists",
    errno.EISDIR: "give a file, not a folder",
    errno.ENOTDIR: "give a folder, not a file",
    errno.EACCES: "allow it with chmod, or give another path",
    errno.EPERM: "allow it with chmod, or give another path",
    errno.EROFS: "give a folder that can be written to",
    errno.ENOSPC: "free some space, or give another place",
}


def _system(error: OSError) -> NosographError:
    where = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else ""
    seen = error.strerror or str(error) or type(error).__name__
    return NosographError(seen, where=where, mend=_MENDS.get(error.errno or 0, ""))


def _usage(error: click.ClickException) -> NosographError:
    path = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "nosograph"
    where = path.removeprefix("nosograph").strip()
    return NosographError(error.format_message().rstrip("."), where=where, mend=f"see {path} --help")


def _unexpected(error: Exception) -> NosographError:
    seen = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    mend = "this is a fault of nosograph: set NOSOGRAPH_DEBUG=1 to see where, and report it with the input"
    return NosographError(seen[:300], mend=mend)


_LINES: Final[Sequence[tuple[type[Exception], Callable[..., NosographError]]]] = (
    (NosographError, lambda error: error),
    (click.ClickException, _usage),
    (OSError, _system),
    (MemoryError, lambda _: NosographError("the memory is used up", mend="give a smaller input or more memory")),
    (RecursionError, lambda _: NosographError("the input is nested too deeply", mend="give a flatter one")),
    (UnicodeError, lambda error: NosographError(str(error)[:300], mend="give text in UTF-8")),
    (Exception, _unexpected),
)


def say(error: Exception, *, where: str = "") -> int:
    """Print one line for an error and give the exit code; with NOSOGRAPH_DEBUG set, the traceback goes before it.

    `where` is said of errors that do not know where they arose.
    """
    line = next(words(error) for kind, words in _LINES if isinstance(error, kind))
    if where and not line.where:
        line = NosographError(line.seen, where=where, mend=line.mend)
    with suppress(OSError, ValueError):  # standard error may be closed or full: nobody is left to tell
        if os.environ.get("NOSOGRAPH_DEBUG"):
            traceback.print_exception(error)
        print(f"nosograph: {line}", file=sys.stderr, flush=True)  # noqa: T201 - the one place that talks of errors
    return code_of(error)


def code_of(error: Exception) -> int:
    """Give an error's exit code: of several errors' codes the largest one counts."""
    return VIOLATED if isinstance(error, ShapesViolated) else WRONG
