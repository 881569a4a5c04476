"""Graphs of several articles in one file."""

from pathlib import Path

import pytest

from nosograph.errors import InputError, OutputError
from nosograph.graph import Graph
from nosograph.pipeline.merging import merged_format, merging

FIRST = b'@prefix a: <http://a.org/> .\n\na:graph {\n  a:s a:p "1" .\n}\n'
SECOND = b"@prefix a: <http://a.org/> .\n@prefix b: <http://b.org/> .\n\nb:graph {\n  b:s a:p b:o .\n}\n"


def test_the_blocks_of_trig_stand_one_after_the_other(tmp_path: Path) -> None:
    """Each article's blocks follow, in order, and a prefix is declared once, before it is needed."""
    with merging(tmp_path / "all.trig") as add:
        add(FIRST)
        add(SECOND)
    text = (tmp_path / "all.trig").read_text()
    assert text.count("@prefix a:") == text.count("@prefix b:") == 1
    assert Graph.load(tmp_path / "all.trig").names == ("http://a.org/graph", "http://b.org/graph")


def test_an_article_without_prefixes_is_kept(tmp_path: Path) -> None:
    """Blocks that need no prefix are taken as they are."""
    with merging(tmp_path / "all.trig") as add:
        add(b"<http://c.org/g> {\n  <http://c.org/s> <http://c.org/p> <http://c.org/o> .\n}\n")
        add(FIRST)
    assert len(Graph.load(tmp_path / "all.trig")) == 2


@pytest.mark.parametrize("name", ["all.ttl", "all", "nq", "all.nq.gz"])
def test_other_endings_are_refused(name: str) -> None:
    """A format that would mix the articles up is refused with those that do not."""
    with pytest.raises(InputError, match=r"name it \*\.nq or \*\.trig"):
        merged_format(Path(name))


def test_what_fails_leaves_the_old_file(tmp_path: Path) -> None:
    """Where the work breaks off, the file of an earlier run stays, and nothing lies beside it."""
    path = tmp_path / "all.nq"
    path.write_text("good")
    working = merging(path)
    working.__enter__()(b"half")
    assert working.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None) is False
    assert path.read_text() == "good"
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_added_leaves_the_old_file(tmp_path: Path) -> None:
    """Where no article could be exported, the file of an earlier run stays."""
    path = tmp_path / "all.nq"
    path.write_text("good")
    with merging(path):
        pass
    assert path.read_text() == "good"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_takes_no_file_is_told_at_once(tmp_path: Path) -> None:
    """A folder in the file's place, or a file in the folder's, is an error before any work is done."""
    (tmp_path / "all.nq").mkdir()
    (tmp_path / "file").touch()
    for path in (tmp_path / "all.nq", tmp_path / "file" / "all.nq"):
        with pytest.raises(OutputError, match=r"cannot write all\.nq"), merging(path):
            pytest.fail("the work was begun")
