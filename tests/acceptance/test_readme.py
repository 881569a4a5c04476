"""The README tells the truth: its Python runs, its commands exist, its links lead somewhere."""

import csv
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nosograph.cli._group import COMMANDS

Command = Callable[..., Any]


@pytest.fixture(scope="module")
def readme(root: Path) -> str:
    """Give the README's text."""
    return (root / "README.md").read_text(encoding="utf-8")


def blocks(readme: str, language: str) -> list[str]:
    """Give the README's blocks of a language."""
    return re.findall(rf"```{language}\n(.*?)```", readme, re.DOTALL)


def test_the_python_runs(readme: str, ipex: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines of Python run as they stand, write two files, and find the disease at the centre."""
    (tmp_path / "articles").symlink_to(ipex.parent)
    monkeypatch.chdir(tmp_path)
    printed: list[str] = []
    exec("\n".join(blocks(readme, "python")), {"print": lambda *words: printed.extend(map(str, words))})  # noqa: S102
    assert {path.suffix for path in (tmp_path / "graphs").iterdir()} == {".ttl", ".jsonld"}
    assert "0010580" in printed[0]


def test_it_opens_with_two_commands(readme: str, root: Path) -> None:
    """The first block is two targets of the Makefile."""
    targets = [line.split("#")[0].split() for line in blocks(readme, "sh")[0].splitlines()]
    makefile = (root / "Makefile").read_text()
    assert [words[0] for words in targets] == ["make", "make"]
    assert all(f"\n{words[1]}:" in makefile for words in targets)


def test_its_commands_run(readme: str, ipex: Path, tmp_path: Path, nosograph: Command) -> None:
    """Each `nosograph` command of the README succeeds, in the README's order, on an article of that name."""
    lines = [line for block in blocks(readme, "sh") for line in block.splitlines() if line.startswith("nosograph")]
    assert len(lines) >= 4
    assert {line.split()[1] for line in lines} <= set(COMMANDS)
    for beside in ipex.parent.glob(f"{ipex.stem}.*"):
        (tmp_path / beside.name.replace(ipex.stem, "my-article")).write_bytes(beside.read_bytes())
    for line in lines:
        words = shlex.split(line, comments=True)[1:]
        paths = [str(tmp_path / word) if word.startswith(("my-article", "graphs")) else word for word in words]
        ran = nosograph(*paths)
        assert ran.code == 0, (line, ran.err)


def test_its_links_lead_somewhere(readme: str, root: Path) -> None:
    """Every link to a file of the project finds it."""
    links = [link for link in re.findall(r"\]\(([^)]+)\)", readme) if "://" not in link]
    assert links
    assert [link for link in links if not (root / link).exists()] == []


def test_its_map_names_folders_that_are_there(readme: str, root: Path) -> None:
    """Each folder of the map exists."""
    mapped = set(re.findall(r"^\| `([\w/]+)/` \|", readme, re.MULTILINE))
    assert len(mapped) > 5
    assert {name for name in mapped if not (root / name).is_dir()} == set()


def test_it_opens_with_the_picture(readme: str, root: Path) -> None:
    """The README opens with the exported picture, in which every claim of the exported table has its line."""
    first = re.search(r"!\[[^\]]+\]\(([^)]+)\)", readme)
    assert first is not None
    assert first.start() < readme.index("\n## ")
    picture = (root / first[1]).read_text(encoding="utf-8")
    with (root / "out" / "ipex-syndrome.claims.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, dialect="excel-tab"))
    assert len(rows) > 15
    assert [row["object"] for row in rows if row["object"] not in picture] == []
