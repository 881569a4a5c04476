"""The command line: one file a command, each imported when it is called."""

from nosograph.cli._errors import say
from nosograph.cli._group import app

__all__ = ["app", "say"]
