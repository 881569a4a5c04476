"""Files are written whole or not at all."""

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from nosograph.errors import OutputError
from nosograph.serialization import write_files

OLD = {"a.ttl": b"old a", "b.nq": b"old b"}
NEW = {"a.ttl": b"new a", "b.nq": b"new b", "c.nt": b"new c"}


def held(folder: Path) -> dict[str, bytes]:
    """Give all files of a folder, those with passing names too."""
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file()}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Give a folder with the output of an earlier run."""
    folder = tmp_path / "out"
    write_files(folder, OLD)
    return folder


@pytest.fixture
def closed(out: Path) -> Iterator[Path]:
    """Give the same folder, closed to writing; root, whom no mode stops, becomes nobody."""
    out.chmod(0o555)
    for parent in list(out.parents)[:3]:
        parent.chmod(parent.stat().st_mode | 0o055)
    mine = os.geteuid()
    if mine == 0:
        os.seteuid(65534)
    yield out
    os.seteuid(mine)
    out.chmod(0o755)


def test_files_are_written_in_order(tmp_path: Path) -> None:
    """The folder is made with its parents, and the paths come in the order of the mapping."""
    folder = tmp_path / "some" / "where"
    assert write_files(folder, NEW) == tuple(folder / name for name in NEW)
    assert held(folder) == NEW


def test_old_output_is_replaced_and_other_files_stay(out: Path) -> None:
    """What was written before is replaced, what is somebody else's stays, and no passing file is left."""
    (out / "mine.txt").write_bytes(b"mine")
    write_files(out, NEW)
    assert held(out) == {**NEW, "mine.txt": b"mine"}


def test_files_are_readable_as_the_umask_says(tmp_path: Path) -> None:
    """A new file has the mode that any program's files have, not that of a secret."""
    (tmp_path / "plain").write_bytes(b"")
    (written,) = write_files(tmp_path, {"a.ttl": b"a"})
    assert written.stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_name_of_any_length_is_written(tmp_path: Path) -> None:
    """A name as long as the file system allows can be written."""
    assert held(tmp_path) == {}
    write_files(tmp_path, {"n" * 251 + ".ttl": b"a"})
    assert [len(name) for name in held(tmp_path)] == [255]


def test_a_closed_folder_keeps_what_it_has(closed: Path) -> None:
    """Where nothing may be written, the error says so, and the old output stays."""
    with pytest.raises(OutputError, match=r"cannot write a\.ttl: Permission denied; choose a folder you may write to"):
        write_files(closed, NEW)
    assert held(closed) == OLD


def test_a_closed_parent_is_said(closed: Path) -> None:
    """Where the folder cannot be made, the error says so."""
    with pytest.raises(OutputError, match="cannot make the folder: Permission denied"):
        write_files(closed / "deeper", NEW)


def test_a_file_in_the_folders_place_is_said(tmp_path: Path) -> None:
    """A file where the folder should be, or one of its parents, is not touched."""
    (tmp_path / "out").write_bytes(b"mine")
    for folder in (tmp_path / "out", tmp_path / "out" / "deeper"):
        with pytest.raises(OutputError, match="a file stands where"):
            write_files(folder, NEW)
    assert (tmp_path / "out").read_bytes() == b"mine"


def test_a_folder_in_a_files_place_undoes_the_others(out: Path) -> None:
    """When the last file cannot take its place, those before are put back, and new ones go."""
    (out / "z.rdf").mkdir()
    with pytest.raises(
        OutputError, match=r"cannot write z\.rdf: Is a directory; a folder stands where the file should"
    ):
        write_files(out, {**NEW, "z.rdf": b"new z"})
    assert held(out) == OLD


def test_an_interrupt_undoes_all(out: Path) -> None:
    """Stopped by the user while a file is made, nothing has changed and nothing is left."""

    class Files(dict[str, bytes]):
        def items(self) -> Iterator[tuple[str, bytes]]:  # type: ignore[override]
            yield "a.ttl", b"new a"
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_files(out, Files(NEW))
    assert held(out) == OLD


@pytest.mark.parametrize("name", ["", ".", "..", "../a", "a/b", "/a", "a\\b", "a\0b"])
def test_names_are_plain(out: Path, name: str) -> None:
    """A name that would lead out of the folder is refused before anything is written."""
    with pytest.raises(OutputError, match="is no plain file name"):
        write_files(out, {**NEW, name: b"x"})
    assert held(out) == OLD


def test_a_name_that_is_too_long_is_said(out: Path) -> None:
    """A name the file system refuses is an error, and nothing has changed."""
    with pytest.raises(OutputError, match="File name too long; give the article a shorter slug"):
        write_files(out, {**NEW, "n" * 300: b"x"})
    assert held(out) == OLD


def test_a_full_disk_keeps_what_it_has(out: Path) -> None:
    """When the disk takes no more in the middle of a file, the error says so, and the old output stays."""
    script = (
        "import resource, sys; from pathlib import Path; from nosograph.serialization import write_files;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096));"
        "write_files(Path(sys.argv[1]), {'a.ttl': b'new', 'b.nq': b'x' * 100_000})"
    )
    done = subprocess.run([sys.executable, "-c", script, str(out)], capture_output=True, text=True, check=False)
    assert "OutputError" in done.stderr.splitlines()[-1]
    assert "cannot write b.nq: File too large" in done.stderr.splitlines()[-1]
    assert held(out) == OLD


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
def test_a_full_device_is_said(tmp_path: Path) -> None:
    """ENOSPC itself is told with the way to mend it."""
    with pytest.raises(OSError, match="No space left") as full, Path("/dev/full").open("wb", buffering=0) as device:
        device.write(b"x")

    class Files(dict[str, bytes]):
        def items(self) -> Iterator[tuple[str, bytes]]:  # type: ignore[override]
            yield "a.ttl", b"new a"
            raise full.value

    with pytest.raises(OutputError, match="No space left on device; free some space there"):
        write_files(tmp_path, Files(NEW))
    assert held(tmp_path) == {}


def test_without_hard_links_old_files_are_put_back_too(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a file system that knows no hard links, the old files are copied, and put back."""

    def no_links(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    (out / "z.rdf").mkdir()
    with pytest.raises(OutputError, match=r"cannot write z\.rdf"):
        write_files(out, {**NEW, "z.rdf": b"new z"})
    assert held(out) == OLD
