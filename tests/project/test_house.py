"""The house is in order: layers, version, nothing of a machine, configuration that is read."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

TEXTS = {".py", ".md", ".toml", ".ttl", ".tsv", ".rq", ".txt", ".json", ".jsonld", ".bib", ".xml", ".sh", ""}
MACHINE = re.compile(r"/(?:work|root|home/\w+|Users/\w+)/|/tmp/[a-z]")


def tracked(root: Path) -> list[Path]:
    """Give the files under version control, or in a source distribution all files."""
    listed = subprocess.run(["git", "-C", root, "ls-files"], capture_output=True, text=True, check=False)  # noqa: S607
    if listed.returncode == 0:
        return [root / line for line in listed.stdout.splitlines()]
    return [path for path in root.rglob("*") if not {".venv", "node_modules"} & set(path.parts)]


def test_layers_hold(root: Path) -> None:
    """Every import-linter contract is kept."""
    linted = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert linted.returncode == 0, linted.stdout


def test_every_module_stands_in_the_layers(root: Path) -> None:
    """No module of the package is left out of the layers contract, where no rule would watch it."""
    contracts = tomllib.loads((root / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    named = {name.strip().removeprefix("nosograph.") for layer in layers for name in layer.split("|")}
    package = root / "src" / "nosograph"
    found = {path.stem for path in package.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert found - {"__init__"} == named


def test_nothing_names_a_machine(root: Path) -> None:
    """No tracked text file holds a path of somebody's machine."""
    texts = (path for path in tracked(root) if path.suffix in TEXTS and path.is_file() and path != Path(__file__))
    found = {
        f"{path.relative_to(root)}: {match[0]}"
        for path in texts
        if (match := MACHINE.search(path.read_text(encoding="utf-8", errors="replace")))
    }
    assert found == set()


def test_version_stands_once(root: Path) -> None:
    """The version is written in pyproject.toml and in no source file."""
    version = tomllib.loads((root / "pyproject.toml").read_text())["project"]["version"]
    assert not [p for p in (root / "src").rglob("*.py") if f'"{version}"' in p.read_text()]


def test_changelog_has_an_unreleased_part(root: Path) -> None:
    """The changelog says what the next version brings, as Keep a Changelog lays it out."""
    text = (root / "CHANGELOG.md").read_text()
    assert "## [Unreleased]" in text
    assert "### Added" in text


@pytest.mark.parametrize("name", ["LICENSE", "NOTICE"])
def test_licences_are_named_by_the_package(root: Path, name: str) -> None:
    """The files with the terms exist and the package's metadata names them."""
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    assert name in project["license-files"]
    assert len((root / name).read_text()) > 500


def test_no_fact_about_a_disease_in_code(root: Path) -> None:
    """No identifier of a vocabulary stands in the source, save as an example in a docstring or after "such as"."""
    curie = re.compile(r"(?<![\w.])(?:HP|MONDO|OMIM|Orphanet|HGNC|NCBIGene|CL|GO|CHEBI|MAXO|DOID|NCIT|MESH):C?\d{2,}")
    example = re.compile(r'"""(?:.|\n)*?"""|such as \S+')
    found = {
        f"{path.relative_to(root)}: {match[0]}"
        for path in (root / "src").rglob("*.py")
        if (match := curie.search(example.sub("", path.read_text())))
    }
    assert found == set()


def test_module_runs_as_a_program() -> None:
    """`python -m nosograph --version` prints the name and the version."""
    ran = subprocess.run([sys.executable, "-m", "nosograph", "--version"], check=True, capture_output=True, text=True)
    assert re.fullmatch(r"nosograph \d+\.\d+\.\d+\S*\n", ran.stdout)
