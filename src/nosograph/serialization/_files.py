"""Write files whole or not at all."""

import errno
import os
import shutil
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

from nosograph.errors import OutputError

_MENDS: Final[Mapping[int, str]] = {
    errno.ENOSPC: "free some space there, or choose another folder",
    errno.EDQUOT: "free some of your quota there, or choose another folder",
    errno.EFBIG: "raise the limit on file sizes, or choose another folder",
    errno.EROFS: "the disk is read-only: choose another folder",
    errno.EACCES: "choose a folder you may write to, or close the program that holds the file",
    errno.EPERM: "choose a folder you may write to, or lift the file's protection",
    errno.EEXIST: "a file stands where the folder should: move it away, or choose another folder",
    errno.ENOTDIR: "a file stands where a folder should: move it away, or choose another folder",
    errno.EISDIR: "a folder stands where the file should: move it away, or choose another folder",
    errno.ENAMETOOLONG: "give the article a shorter slug",
}


def write_files(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write all the files into the folder, or none of them; give their paths in the mapping's order.

    Each is first written and synced under a passing name beside its own, and takes its place only when all are on the
    disk. Should one then refuse to be replaced (a spreadsheet holds it open), those already replaced are put back.

    Raises:
        OutputError: the folder cannot be made or written to, a name is no plain file name, the disk is full.
    """
    for name in files:
        if not _is_plain(name):
            raise OutputError(f"{name!r} is no plain file name", where=str(folder), mend="give a name without folders")
    doing = "make the folder"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with ExitStack() as passing:
            fresh = {}
            for name, data in files.items():
                doing = f"write {name}"
                fresh[name] = passing.enter_context(_passing_name(folder, name))
                _write_through(fresh[name], data)
            with _putting_back() as old:
                for name, new in fresh.items():
                    doing = f"write {name}"
                    target = folder / name
                    if target.is_dir():
                        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
                    old[target] = passing.enter_context(_kept(target))
                    new.replace(target)
            _sync_folder(folder)
    except OSError as error:
        raise _refused(error, doing, folder) from error
    return tuple(folder / name for name in files)


@contextmanager
def growing_file(path: Path) -> Iterator[Callable[[bytes], object]]:
    """Lend what adds bytes to a file that is too large for the memory.

    The file takes its place at the end, whole; where the block fails, or nothing was added, what was there stays.

    Raises:
        OutputError: the folder cannot be made or written to, the disk is full.
    """
    doing = f"write {path.name}"
    with ExitStack() as passing:
        with _telling(doing, path.parent):
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            path.parent.mkdir(parents=True, exist_ok=True)
            new = passing.enter_context(_passing_name(path.parent, path.name))
            file = passing.enter_context(new.open("xb"))

        def add(data: bytes) -> None:
            with _telling(doing, path.parent):
                file.write(data)

        yield add
        with _telling(doing, path.parent):
            file.flush()
            os.fsync(file.fileno())
            if file.tell():
                file.close()  # where an open file cannot be renamed (Windows)
                new.replace(path)
                _sync_folder(path.parent)


@contextmanager
def _telling(doing: str, folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _refused(error, doing, folder) from error


def _refused(error: OSError, doing: str, folder: Path) -> OutputError:
    why = error.strerror or str(error)
    mend = _MENDS.get(error.errno or 0, "choose another folder")
    return OutputError(f"cannot {doing}: {why}", where=str(folder), mend=mend)


def _is_plain(name: str) -> bool:
    return name not in {"", ".", ".."} and not set(name) & {"/", "\\", "\0"}


@contextmanager
def _passing_name(folder: Path, name: str) -> Iterator[Path]:
    """Lend a name nobody else uses, and take away whatever is still there under it at the end."""
    # Cut, so that a name of the longest length allowed still has a passing name.
    path = folder / f".{name[:40]}.{uuid.uuid4().hex}.part"
    try:
        yield path
    finally:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _write_through(path: Path, data: bytes) -> None:
    """Write and wait for the disk: a full one may say so no earlier."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _kept(target: Path) -> Iterator[Path | None]:
    """Keep the old file under a passing name; give None where there is none."""
    if not target.exists():
        yield None
        return
    with _passing_name(target.parent, target.name) as spare:
        try:
            spare.hardlink_to(target)
        except OSError:  # not every file system has hard links, and a protected file takes none
            shutil.copy2(target, spare)
        yield spare


@contextmanager
def _putting_back() -> Iterator[dict[Path, Path | None]]:
    """Undo what was replaced when anything fails, an interrupt too: old files return, new ones go."""
    old: dict[Path, Path | None] = {}
    try:
        yield old
    except BaseException:
        for target, spare in old.items():
            with suppress(OSError):
                if spare is None:
                    target.unlink(missing_ok=True)
                else:
                    spare.replace(target)
        raise


def _sync_folder(folder: Path) -> None:
    """Make the new names last through a power cut, where the system lets a folder be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
