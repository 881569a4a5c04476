"""The pages under docs/ hold every command with its help, and the relations, as they are."""

import runpy
from pathlib import Path

import pytest

from nosograph.cli._group import COMMANDS


def test_every_command_has_its_part(root: Path) -> None:
    """Each command has a heading and its help in the page."""
    page = (root / "docs" / "cli.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"\n## {name}\n" not in page or f"<!-- help: {name} -->" not in page] == []


@pytest.mark.parametrize("name", ["cli.md", "graph.md"])
def test_what_the_program_knows_is_up_to_date(root: Path, name: str) -> None:
    """Help and relations in the pages are those of the program; docs/write_tables.py brings them up to date."""
    page = (root / "docs" / name).read_text(encoding="utf-8")
    assert runpy.run_path(str(root / "docs" / "write_tables.py"))["filled"](page) == page
