"""The command line's front door: run a command, and turn whatever goes wrong into one line and an exit code.

0 fine, 1 shapes violated, 2 wrong use or bad input; 130 stopped by the user, 141 the reader of our output went away.
"""

import logging
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

import click

from nosograph.cli import app, say

__all__ = ["main"]

_STOPPED: Final = 130  # 128 + SIGINT, what a shell gives
_READER_LEFT: Final = 141  # 128 + SIGPIPE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code.

    >>> main(["--version"])  # doctest: +ELLIPSIS
    nosograph ...
    0
    """
    _prepare()
    try:
        code = app.main(args=arguments, prog_name="nosograph", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
        return _READER_LEFT
    except SystemExit as stop:  # click leaves so where the reader is gone, with 1, and after shell completion
        return _READER_LEFT if stop.code == 1 else 0
    except (KeyboardInterrupt, click.Abort):
        return _STOPPED
    except Exception as error:  # noqa: BLE001 - the last net: no traceback reaches a user
        _drop_output()
        return say(error)
    return int(code or 0)


def _prepare() -> None:
    for stream in (sys.stdout, sys.stderr):  # the same bytes under any locale
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    logging.getLogger().addHandler(logging.NullHandler())  # what libraries log is said by us or not at all


def _drop_output() -> None:
    """Write what can still be written; else point standard output nowhere, so that Python's own flush stays silent."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        with suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, sys.stdout.fileno())
            os.close(nowhere)


if __name__ == "__main__":
    sys.exit(main())
