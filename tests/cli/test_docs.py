"""docs/cli.md holds every command, and its help as it is."""

import runpy
from pathlib import Path

from nosograph.cli._group import COMMANDS


def test_every_command_has_its_part(root: Path) -> None:
    """Each command has a heading and its help in the page."""
    page = (root / "docs" / "cli.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"\n## {name}\n" not in page or f"<!-- help: {name} -->" not in page] == []


def test_the_help_is_up_to_date(root: Path) -> None:
    """The help in the page is what the commands print; docs/write_help.py brings it up to date."""
    page = (root / "docs" / "cli.md").read_text(encoding="utf-8")
    assert runpy.run_path(str(root / "docs" / "write_help.py"))["filled"](page) == page
