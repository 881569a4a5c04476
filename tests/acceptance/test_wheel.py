"""The wheel works with the checkout gone."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from nosograph.graph import Graph
from nosograph.views import write_page


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel as pip would."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(build, cwd=root, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_what_the_program_needs(root: Path, wheel: Path) -> None:
    """Every module and every file of ontology/, shapes/ and articles/ travels, with licence and notice."""
    names = set(zipfile.ZipFile(wheel).namelist())
    modules = {str(path.relative_to(root / "src")) for path in (root / "src").rglob("*.py")}
    data = {
        f"nosograph/_data/{path.relative_to(root)}"
        for folder in ("ontology", "shapes", "articles")
        for path in (root / folder).rglob("*")
        if path.is_file()
    }
    bundle = {f"nosograph/_data/web/dist/{name}" for name in ("page.js", "page.css")}
    assert modules | data | bundle | {"nosograph/py.typed"} <= names
    assert {Path(name).name for name in names} >= {"LICENSE", "NOTICE"}
    assert not [name for name in names if name.startswith(("tests/", "out/"))]


def test_the_wheel_exports_the_same_files(root: Path, wheel: Path, tmp_path: Path) -> None:
    """Unpacked elsewhere and run from there, the program writes the committed files."""
    place = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(place)
    where = "import nosograph, sys; print(nosograph.__file__)"
    environment = {**os.environ, "PYTHONPATH": str(place), "NOSOGRAPH_CACHE": str(tmp_path / "cache")}
    found = subprocess.run(
        [sys.executable, "-c", where], cwd=tmp_path, env=environment, check=True, capture_output=True, text=True
    )
    assert found.stdout.startswith(str(place))
    export = [sys.executable, "-m", "nosograph", "export", "-q", "-o", "made"]
    subprocess.run(export, cwd=tmp_path, env=environment, check=True, capture_output=True)
    made = {path.name: path.read_bytes() for path in (tmp_path / "made").iterdir()}
    page = made.pop("ipex-syndrome.html")
    assert made == {path.name: path.read_bytes() for path in (root / "out").iterdir() if path.suffix != ".html"}
    assert page == write_page(Graph.load(root / "out" / "ipex-syndrome.trig"))
