"""The notebook of examples/ runs from its first cell to its last, and finds what it says it finds."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest

RUN = """
import sys
import nbformat
from nbclient import NotebookClient

path, done = sys.argv[1:]
notebook = nbformat.read(path, as_version=4)
NotebookClient(notebook, timeout=600, resources={"metadata": {"path": sys.argv[1].rpartition("/")[0]}}).execute()
nbformat.write(notebook, done)
"""


@pytest.fixture(scope="module")
def written(root: Path) -> Any:
    """Give the notebook as it is committed."""
    return nbformat.read(root / "examples" / "four-articles.ipynb", as_version=4)


@pytest.fixture(scope="module")
def executed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Give the notebook after a kernel has run all its cells; the kernel runs apart, for it needs sockets."""
    done = tmp_path_factory.mktemp("notebook") / "done.ipynb"
    path = (root / "examples" / "four-articles.ipynb").as_posix()
    ran = subprocess.run([sys.executable, "-c", RUN, path, done], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr[-3000:]
    return nbformat.read(done, as_version=4)


def shown(notebook: Any, cell: str, form: str) -> str:
    """Give what a cell shows in a form."""
    (found,) = [c for c in notebook.cells if c.id == cell]
    return "".join(o.data.get(form, "") for o in found.outputs if "data" in o)


@pytest.mark.usefixtures("lexicon")
def test_the_notebook_runs(executed: Any) -> None:
    """Every cell of code runs without an error or a warning, and the plot is a picture."""
    outputs = [output for cell in executed.cells if cell.cell_type == "code" for output in cell.outputs]
    assert {output.output_type for output in outputs} == {"execute_result", "display_data"}
    assert len(shown(executed, "plot", "image/png")) > 10_000


@pytest.mark.usefixtures("lexicon")
def test_it_finds_what_the_articles_share(executed: Any) -> None:
    """The findings that IPEX shares with three other articles stand in a table, and each of the three shares some."""
    table = shown(executed, "shared", "text/html")
    for words in ("Alopecia universalis", "Nail dystrophy", "Recurrent infections", "bone marrow transplantation"):
        assert words in table
    rows = [row.split("</tr>")[0] for row in table.split("<tr>")[1:]]
    columns = [[cell.split("</td>")[0] for cell in row.split("<td>")[1:]] for row in rows]
    assert all(any(marks) for marks in list(zip(*filter(None, columns), strict=True))[1:])


@pytest.mark.usefixtures("lexicon")
def test_values_show_themselves(executed: Any) -> None:
    """A claim shows its sentence with its words marked, a graph its claims, both as HTML."""
    assert "<mark>nail dystrophy</mark>" in shown(executed, "claim", "text/html")
    assert "IPEX syndrome: " in shown(executed, "graph", "text/html")


def test_its_outputs_are_cleared(written: Any) -> None:
    """The committed notebook holds no outputs, which would go stale."""
    code = [cell for cell in written.cells if cell.cell_type == "code"]
    assert len(code) > 5
    assert all(not cell.outputs and cell.execution_count is None for cell in code)
