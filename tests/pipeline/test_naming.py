"""Names of files and IRIs, one for each article."""

import io
import sys
from pathlib import Path

import pytest

from nosograph.pipeline.naming import named


def slugs(*sources: object) -> list[str]:
    """Give the names of the articles at these paths."""
    return [task.slug for task in named([str(source) for source in sources])]


def test_articles_are_named_as_reading_names_them(tmp_path: Path) -> None:
    """The slug is that of the metadata, else that of the file."""
    (tmp_path / "b.toml").write_text('slug = "other"')
    assert slugs(tmp_path / "Ménière's disease.txt", tmp_path / "b.txt") == ["meniere-s-disease", "other"]


def test_namesakes_are_numbered_in_order() -> None:
    """The first of several articles of one name keeps it; the others are numbered, and know the first."""
    tasks = named(["a/x.txt", "b/x.txt", "x.html", "y.txt"])
    assert [task.slug for task in tasks] == ["x", "x-2", "x-3", "y"]
    assert [task.namesake for task in tasks] == ["", "a/x.txt", "a/x.txt", ""]


def test_a_number_takes_nobodys_name() -> None:
    """An article that is called x-2 of its own keeps its name, wherever it stands."""
    assert slugs("x.txt", "x.html", "x-2.txt", "x.md") == ["x", "x-3", "x-2", "x-4"]


def test_what_only_the_title_tells_is_read(tmp_path: Path) -> None:
    """An article whose file's name gives no slug has that of its title, and may have a namesake by it."""
    (tmp_path / "病.txt").write_text("Strange syndrome\n\nStrange syndrome is a rare disease.\n")
    assert slugs(tmp_path / "病.txt", tmp_path / "strange-syndrome.txt") == ["strange-syndrome", "strange-syndrome-2"]


def test_standard_input_is_taken_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes from standard input is kept for whichever process works on it."""
    text = b"Strange syndrome\n\nStrange syndrome is a rare disease.\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
    (task,) = named(["-"])
    assert (task.data, task.slug) == (text, "strange-syndrome")


def test_what_cannot_be_read_has_no_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is raised for a source that is broken: its own turn comes. Two of them are no namesakes."""
    (tmp_path / "a.toml").write_text("slug = ")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert [(t.slug, t.namesake) for t in named([str(tmp_path / "a.txt"), "-", "病.txt", "\0", ""])] == [("", "")] * 5
