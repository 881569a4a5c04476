"""What was named on the command line, as articles in order."""

import errno
import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from nosograph.errors import InputError
from nosograph.pipeline import gather, refuse_a_folder


def planted(folder: Path, names: Iterable[str]) -> Path:
    """Make empty files."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return folder


def below(folder: Path, paths: Iterable[str]) -> list[str]:
    """Give the paths as they are called in the folder."""
    return [Path(path).relative_to(folder).as_posix() for path in paths]


def test_a_folder_stands_for_its_articles(tmp_path: Path) -> None:
    """Every file with an article's ending is taken, in order of the names, in folders below too."""
    planted(tmp_path, ["b.txt", "a.HTML", "c/d.xml", "c/e.md", "f.wiki", "g.nxml"])
    assert below(tmp_path, gather([tmp_path])) == ["a.HTML", "b.txt", "c/d.xml", "c/e.md", "f.wiki", "g.nxml"]


def test_what_is_no_article_stays(tmp_path: Path) -> None:
    """Hidden files and folders, metadata, bibliographies, READMEs and graphs are no articles."""
    planted(tmp_path, [".a.txt", ".git/b.txt", "c.toml", "c.csl.json", "c.bib", "c.json", "README.md", "c.ttl", "txt"])
    planted(tmp_path, ["c.txt"])
    assert below(tmp_path, gather([tmp_path])) == ["c.txt"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """In a folder, what has an article's name but is no file is left out."""
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").mkdir()
    planted(tmp_path, ["b.txt/c.txt"])
    assert below(tmp_path, gather([tmp_path])) == ["b.txt/c.txt"]


def test_circles_of_links_end(tmp_path: Path) -> None:
    """A link back to the folder is not followed."""
    planted(tmp_path, ["a/b.txt"])
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    assert below(tmp_path, gather([tmp_path])) == ["a/b.txt"]


def test_the_folder_of_the_outputs_is_left_out(tmp_path: Path) -> None:
    """What an earlier export wrote below the folder is not read again."""
    planted(tmp_path, ["a.txt", "out/a.html"])
    assert below(tmp_path, gather([tmp_path], apart=tmp_path / "out")) == ["a.txt"]


def test_files_stay_as_they_were_given(tmp_path: Path) -> None:
    """A file that is named is taken whatever it is called, in the order given, and standard input too."""
    planted(tmp_path, ["README.md", "a.doc"])
    named = [str(tmp_path / "a.doc"), "-", str(tmp_path / "README.md"), "missing.txt"]
    assert gather(named) == tuple(named)


def test_what_is_named_twice_counts_once(tmp_path: Path) -> None:
    """A file named again, by itself, by its folder or by a link, is the same article."""
    planted(tmp_path, ["a.txt", "b.txt"])
    (tmp_path / "c.txt").symlink_to(tmp_path / "a.txt")
    found = gather([tmp_path / "b.txt", tmp_path, tmp_path / "x" / ".." / "b.txt", "-", "-"])
    assert found == (str(tmp_path / "b.txt"), str(tmp_path / "a.txt"), "-")


def test_a_folder_without_articles_is_told(tmp_path: Path) -> None:
    """An empty folder stays in the list, and is refused by name."""
    assert gather([tmp_path]) == (str(tmp_path),)
    with pytest.raises(InputError, match="the folder holds no article") as caught:
        refuse_a_folder(str(tmp_path))
    assert caught.value.where == str(tmp_path)


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A closed folder stays in the list, after the articles of the open ones."""
    planted(tmp_path, ["a/b.txt", "c.txt"])
    closed, listed, scanned = tmp_path / "a", os.listdir, os.scandir

    def refused(path: object = ".") -> None:
        if str(path) == str(closed):  # what the system says to all but root, who may list every folder
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(os, "scandir", lambda path=".": (refused(path), scanned(path))[1])
    monkeypatch.setattr(os, "listdir", lambda path=".": (refused(path), listed(path))[1])
    assert below(tmp_path, gather([tmp_path])) == ["c.txt", "a"]
    with pytest.raises(InputError, match="cannot be listed"):
        refuse_a_folder(str(closed))


def test_no_path_at_all_is_left_to_reading() -> None:
    """A name with NUL, an empty one and one that is too long stay as they are."""
    named = ("a\0b.txt", "", "x" * 5000)
    assert gather(named) == named
    for name in named:
        refuse_a_folder(name)
