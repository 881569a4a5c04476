"""`nosograph export` of many articles."""

import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from nosograph.cli._batch import followed
from nosograph.errors import InputError, ShapesViolated
from nosograph.graph import Graph
from nosograph.pipeline import Exported

Command = Callable[..., Any]

TEXT = """{name} syndrome

{name} syndrome is a rare disease. It manifests with nail dystrophy.[1] It was treated with sirolimus.

  1. Doe J (2001). "Strange nails". Journal of Nails. 1 (2): 3-4.
"""
BICYCLE = "The bicycle\n\nA bicycle has two wheels.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Give a folder with three articles, and what may stand beside them."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("Odd", "Queer", "Weird"):
        (folder / f"{name}.txt").write_text(TEXT.format(name=name))
    (folder / "odd.toml").write_text('source = "https://example.org/odd"')
    (folder / "README.md").write_text("# Articles\n")
    return folder


def test_a_folder_is_exported(articles: Path, tmp_path: Path, nosograph: Command) -> None:
    """Each article of the folder is written, and a table tells how many there were."""
    ran = nosograph("export", articles, "-o", tmp_path / "out", "-f", "nt")
    assert ran.code == 0
    assert ran.out == ""
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["odd.nt", "queer.nt", "weird.nt"]
    head, _, row, *_ = ran.err.splitlines()
    assert head.split() == ["articles", "read", "exported", "failed", "claims", "warnings"]
    assert row.split()[:4] == ["3", "3", "3", "0"]
    assert int(row.split()[4]) >= 6
    assert ran.err.endswith("3 files written\n")


def test_failures_stand_in_the_summary(articles: Path, tmp_path: Path, nosograph: Command) -> None:
    """What cannot be read or claims nothing is counted and told in one line; the rest is written, and the code is 2."""
    (articles / "binary.txt").write_bytes(b"\0")
    (articles / "bicycle.txt").write_text(BICYCLE)
    ran = nosograph("export", articles, tmp_path / "missing.txt", "-o", tmp_path / "out", "-f", "nt")
    assert ran.code == 2
    assert ran.err.splitlines()[2].split()[:4] == ["6", "4", "3", "3"]
    told = [line for line in ran.err.splitlines() if line.startswith("nosograph: ")]
    assert [line.split(": ")[1] for line in told] == [
        str(path) for path in (articles / "bicycle.txt", articles / "binary.txt", tmp_path / "missing.txt")
    ]
    assert len(list((tmp_path / "out").iterdir())) == 3


def test_quiet_tells_failures_alone(articles: Path, tmp_path: Path, nosograph: Command) -> None:
    """With --quiet there is no table, but what failed is told."""
    (articles / "binary.txt").write_bytes(b"\0")
    ran = nosograph("export", "-q", articles, "-o", tmp_path / "out", "-f", "nt")
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert ran.err.startswith(f"nosograph: {articles / 'binary.txt'}: is ")


def test_a_folder_of_one_article_is_told_like_the_article(articles: Path, tmp_path: Path, nosograph: Command) -> None:
    """One article is one article, however it was named: its claims are shown."""
    for name in ("Odd", "Queer"):
        (articles / f"{name}.txt").unlink()
    ran = nosograph("export", articles, "-o", tmp_path / "out", "-f", "nt")
    assert ran.code == 0
    assert ran.err.startswith("Weird syndrome\n")


def test_a_folder_without_articles_is_refused(tmp_path: Path, nosograph: Command) -> None:
    """One line says that the folder holds no article; beside others it is one failure."""
    (tmp_path / "empty").mkdir()
    ran = nosograph("export", tmp_path / "empty", "-o", tmp_path / "out")
    assert ran.code == 2
    assert ran.err.startswith(f"nosograph: {tmp_path / 'empty'}: the folder holds no article;")
    assert ran.err.count("\n") == 1


def test_namesakes_are_told(articles: Path, tmp_path: Path, nosograph: Command) -> None:
    """An article that gets a number, for another one has its name, is told with both places."""
    twin = tmp_path / "twin" / "odd.txt"
    twin.parent.mkdir()
    shutil.copy(articles / "Queer.txt", twin)
    ran = nosograph("export", articles, twin, "-o", tmp_path / "out", "-f", "nt")
    assert ran.code == 0
    assert f"note: {twin} is named odd-2: {articles / 'Odd.txt'} has the name already\n" in ran.err
    assert (tmp_path / "out" / "odd-2.nt").exists()


def test_the_exit_code_is_that_of_the_worst(capsys: pytest.CaptureFixture[str]) -> None:
    """A violated shape alone gives 1; an article that cannot be read gives 2, beside a violated shape too."""
    fine = Exported(source="fine.txt", slug="fine", claims=2, files=(Path("out/fine.nt"),))
    violated = Exported(source="v.txt", slug="v", error=ShapesViolated("a shape is violated", report=None, where="v"))
    unread = Exported(source="u.txt", error=InputError("is empty"))
    unknown = Exported(source="k.txt", error=ZeroDivisionError("by zero"))
    codes = [
        followed((one for one in done), total=len(done), merged=None, quiet=True)
        for done in ([fine, fine], [fine, violated], [fine, violated, unread], [unknown, fine])
    ]
    assert codes == [0, 1, 2, 2]
    assert "nosograph: u.txt: is empty\n" in capsys.readouterr().err


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_everything_is_merged_too(jobs: str, articles: Path, tmp_path: Path, nosograph: Command) -> None:
    """--merge writes one dataset beside the articles' files, whatever the formats of those."""
    merged = tmp_path / "all.trig"
    ran = nosograph("export", articles, "-o", tmp_path / "out", "-f", "ttl", "--merge", merged, "--jobs", jobs)
    assert ran.code == 0
    assert ran.err.endswith(f"3 files written, and {merged}\n")
    assert len(Graph.load(merged).names) == 6
    assert len(list((tmp_path / "out").iterdir())) == 3


def test_one_article_may_be_merged(articles: Path, tmp_path: Path, nosograph: Command) -> None:
    """A dataset of one article is a dataset."""
    ran = nosograph("export", articles / "Odd.txt", "-o", tmp_path, "-f", "ttl", "--merge", tmp_path / "all.nq")
    assert ran.code == 0
    assert len(Graph.load(tmp_path / "all.nq").names) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("--merge", "all.ttl"), "name it *.nq or *.trig"), (("--jobs", "0"), "0 is not in the range")],
)
def test_wrong_wishes_are_refused(arguments: tuple[str, ...], said: str, articles: Path, nosograph: Command) -> None:
    """A merged file of another format, and no processes at all, give one line."""
    ran = nosograph("export", articles, *arguments)
    assert ran.code == 2
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_standard_input_is_one_of_many(articles: Path, tmp_path: Path, nosograph: Command) -> None:
    """With several processes, - is read all the same."""
    text = TEXT.format(name="Piped").encode()
    ran = nosograph("export", "-q", "-", articles, "-j", "2", "-o", tmp_path / "out", "-f", "nt", stdin=text)
    assert ran.code == 0
    assert (tmp_path / "out" / "piped-syndrome.nt").exists()


def test_paths_are_relative_to_here(
    articles: Path, tmp_path: Path, nosograph: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Processes look for articles, and write, where the command was given."""
    monkeypatch.chdir(tmp_path)
    ran = nosograph("export", "-q", articles.name, "-j", "2", "-f", "nt", "-o", "here")
    assert ran.code == 0
    assert len(list((tmp_path / "here").iterdir())) == 3


def test_the_bar_is_drawn_on_a_terminal_alone(articles: Path, tmp_path: Path, nosograph: Command) -> None:
    """On a terminal a bar counts the articles; into a file goes the summary alone."""
    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", "nosograph", "export", articles, "-o", tmp_path / "out", "-f", "nt"]
    subprocess.run(list(map(str, words)), stderr=theirs, check=True, env={**os.environ, "TERM": "xterm"})
    os.close(theirs)
    drawn = b""
    with suppress(OSError):  # Linux ends a terminal nobody holds with an error
        while piece := os.read(ours, 65536):
            drawn += piece
    os.close(ours)
    assert b"3/3" in drawn
    assert "3/3" not in nosograph(*words[3:]).err


def _hear_interrupts() -> None:
    """Hear Ctrl-C, which what a shell began in the background has been told to ignore."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_an_interrupt_stops_everything(articles: Path, tmp_path: Path) -> None:
    """Ctrl-C in the midst of work ends all processes, tells what was done, and leaves whole files alone."""
    for number in range(200):
        (articles / f"More {number}.txt").write_text(TEXT.format(name=f"More {number}"))
    out = tmp_path / "out"
    words = [sys.executable, "-m", "nosograph", "export", articles, "-j", "2", "-o", out, "--merge", tmp_path / "a.nq"]
    with subprocess.Popen(
        list(map(str, words)),
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=_hear_interrupts,  # noqa: PLW1509 - no thread of ours holds a lock here
    ) as running:
        while not (out.is_dir() and any(out.glob("*.json"))) and running.poll() is None:
            time.sleep(0.05)
        os.killpg(running.pid, signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert running.returncode == 130, said
    assert "Traceback" not in said
    assert "stopped after" in said
    assert not list(out.glob(".*"))
    assert {path.name for path in tmp_path.iterdir()} == {"articles", "out"}
    _wait_for_the_end_of(running.pid)


def _wait_for_the_end_of(group: int) -> None:
    """Wait until no process of a group is left; the test fails where some stays."""
    for _ in range(200):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("a process is left behind")
