"""Progress: how a long compilation tells what it is doing."""

from collections.abc import Callable

Progress = Callable[[str, float], None]
"""Is told what is being done and how far all of it is, from 0 to 1."""
