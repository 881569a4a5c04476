"""What cannot be done is said in one line, with exit code 2, and nothing is lost."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]

NOT_ARTICLES = {
    "empty": b"",
    "blank": b" \n\t\n\n",
    "binary": bytes(range(256)) * 64,
    "picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(100),
    "utf-16": "IPEX syndrome\n\nIPEX is a rare disease.\n".encode("utf-16"),
    "utf-16 without a mark": "IPEX syndrome\n\nIPEX is a rare disease.\n".encode("utf-16-le"),
    "20 MB in one line": b"syndrome " * 2_300_000,
    "no disease": b"The bicycle\n\nA bicycle is a vehicle with two wheels. It was built in 1817.[1]\n",
}


def one_line(text: str) -> bool:
    """Say whether a message is one line that begins with the program's name."""
    return text.startswith("nosograph: ") and text.count("\n") == 1 and text.endswith("\n") and "Traceback" not in text


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Give an output folder that holds a good file from an earlier run."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "ipex-syndrome.ttl").write_text("# good\n")
    return folder


def untouched(folder: Path) -> bool:
    """Say whether the folder holds the good file and nothing else."""
    return [path.read_text() for path in folder.iterdir()] == ["# good\n"]


@pytest.mark.parametrize("name", NOT_ARTICLES)
def test_what_is_no_article_is_refused(name: str, tmp_path: Path, kept: Path, nosograph: Command) -> None:
    """A file that is no article of a disease gives one line that names it, and leaves out/ alone."""
    path = tmp_path / "ipex-syndrome.txt"
    path.write_bytes(NOT_ARTICLES[name])
    ran = nosograph("export", path, "-o", kept)
    assert ran.code == 2
    assert one_line(ran.err), ran.err
    assert ran.out == ""
    assert untouched(kept)


@pytest.mark.parametrize("command", ["export", "read", "annotate", "claims"])
def test_missing_files_and_folders_are_refused(command: str, tmp_path: Path, nosograph: Command) -> None:
    """A path that leads nowhere or to a folder gives one line that names it."""
    for path in (tmp_path / "missing.txt", tmp_path):
        ran = nosograph(command, path)
        assert ran.code == 2
        assert one_line(ran.err), ran.err
        assert str(path) in ran.err


def test_one_failure_does_not_stop_the_rest(ipex: Path, tmp_path: Path, nosograph: Command) -> None:
    """With two articles of which one is missing, the other is written, and the exit code tells."""
    ran = nosograph("export", "-q", tmp_path / "missing.txt", ipex, "-o", tmp_path / "out", "-f", "nt")
    assert ran.code == 2
    assert one_line(ran.err), ran.err
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["ipex-syndrome.nt"]


def test_two_articles_of_one_name_do_not_overwrite_each_other(ipex: Path, tmp_path: Path, nosograph: Command) -> None:
    """The second of two articles whose files would bear one name gets a number, and that is told."""
    twin = tmp_path / "twin" / ipex.name
    twin.parent.mkdir()
    shutil.copy(ipex, twin)
    ran = nosograph("export", ipex, twin, "-o", tmp_path / "out", "-f", "nt")
    assert ran.code == 0
    assert str(twin) in ran.err
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["ipex-syndrome-2.nt", "ipex-syndrome.nt"]


def test_a_file_in_the_folders_place_is_refused(ipex: Path, tmp_path: Path, nosograph: Command) -> None:
    """An output folder that is a file gives one line, and the file stays."""
    (tmp_path / "out").write_text("mine")
    ran = nosograph("export", "-q", ipex, "-o", tmp_path / "out")
    assert ran.code == 2
    assert one_line(ran.err), ran.err
    assert (tmp_path / "out").read_text() == "mine"


def command(*arguments: object, unprivileged: bool = False) -> list[str]:
    """Give a command line; where root runs the tests, `unprivileged` takes away root's power to write anywhere."""
    words = [sys.executable, "-m", "nosograph", *map(str, arguments)]
    dropping = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all", "--"]
    return [*dropping, *words] if unprivileged and os.geteuid() == 0 else words


def test_a_read_only_folder_is_refused(ipex: Path, kept: Path) -> None:
    """An output folder that may not be written to gives one line, and what it holds stays."""
    kept.chmod(0o555)
    ran = subprocess.run(
        command("export", "-q", ipex, "-o", kept, unprivileged=True), capture_output=True, text=True, check=False
    )
    kept.chmod(0o755)
    assert ran.returncode == 2
    assert one_line(ran.stderr), ran.stderr
    assert untouched(kept)


def test_a_disk_that_takes_no_more_is_told(ipex: Path, kept: Path) -> None:
    """Where the system refuses bytes in the middle of writing, one line says so and the old files stay."""

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))

    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    ran = subprocess.run(
        command("export", "-q", ipex, "-o", kept),
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        preexec_fn=small,
    )
    assert ran.returncode == 2
    assert one_line(ran.stderr), ran.stderr
    assert untouched(kept)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [("read",), ("claims", "-f", "tsv"), ("annotate",)])
def test_a_full_standard_output_is_told(ipex: Path, arguments: tuple[str, ...]) -> None:
    """Data that cannot be written gives one line and exit code 2."""
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(command(*arguments, ipex), stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ran.returncode == 2
    assert one_line(ran.stderr), ran.stderr


def test_a_reader_that_leaves_is_no_error(ipex: Path) -> None:
    """Piped into a program that stops reading, a command ends in silence."""
    words = command("read", ipex, "-f", "json")
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read()
    assert said == b""
    assert running.returncode in {0, 141}


@pytest.mark.parametrize(
    "name",
    ["missing.ttl", "folder", "broken.ttl", "words.txt", "cut.jsonld", "remote.jsonld"],
)
@pytest.mark.parametrize("arguments", [("validate",), ("query", "ASK {}"), ("view",)], ids=lambda a: a[0])
def test_what_is_no_graph_is_refused(name: str, arguments: tuple[str, ...], tmp_path: Path, nosograph: Command) -> None:
    """A path that holds no graph gives one line that names it."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "broken.ttl").write_text("<a:b> <a:b> .")
    (tmp_path / "words.txt").write_text("words")
    (tmp_path / "cut.jsonld").write_text('{"@id": ')
    (tmp_path / "remote.jsonld").write_text('{"@context": "https://example.org/context", "@id": "a:b"}')
    path = tmp_path / name
    ran = nosograph(arguments[0], path, *arguments[1:])
    assert ran.code == 2
    assert one_line(ran.err), ran.err
    assert str(path) in ran.err


@pytest.mark.parametrize("command", ["validate", "view"])
def test_an_address_is_no_file(command: str, nosograph: Command) -> None:
    """What works on a file alone says so of an address, and reaches for nothing."""
    ran = nosograph(command, "http://localhost/x.ttl")
    assert ran.code == 2
    assert one_line(ran.err), ran.err
    assert "http://localhost/x.ttl" in ran.err
