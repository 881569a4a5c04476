"""`nosograph lexicon`, and `--lexicon` on every command that recognises."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nosograph.lexicon.building import Kinds, build_lexicon
from nosograph.model import Kind

Command = Callable[..., Any]
TABLE = "id\tlabel\tsynonyms\nMYVOC:1\tlilac toenail\tviolet toenails\nMYVOC:2\tgreen toenail\t\n"
ARTICLE = (
    "Marfan syndrome\n\nMarfan syndrome is a genetic disorder. It manifests with lilac toenail and nail dystrophy.\n"
)


@pytest.fixture(scope="module")
def lexicon_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a lexicon of a small table and the packaged names."""
    folder = tmp_path_factory.mktemp("lexicon")
    (folder / "my.tsv").write_text(TABLE, encoding="utf-8")

    kinds = Kinds(of_prefix={"MYVOC": Kind.PHENOTYPE})
    build_lexicon([folder / "my.tsv"], folder / "my.lexicon", kinds=kinds)
    return folder / "my.lexicon"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Write an article that names a thing of that table."""
    path = tmp_path / "marfan.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_a_table_becomes_a_lexicon(tmp_path: Path, nosograph: Command) -> None:
    """`build --alone` makes a lexicon of a table, tells on standard error what is in it, and `info` reads it."""
    (tmp_path / "my.tsv").write_text(TABLE, encoding="utf-8")
    target = tmp_path / "my.lexicon"
    ran = nosograph("lexicon", "build", tmp_path / "my.tsv", "--alone", "--kind", "phenotype", "-o", target)
    assert (ran.code, ran.out) == (0, "")
    assert "names: 3" in ran.err
    said = json.loads(nosograph("lexicon", "info", target, "-f", "json").out)
    assert (said["names"], said["concepts_of"], said["damaged"]) == (3, {"phenotype": 2}, [])
    assert [source["name"] for source in said["sources"]] == ["my.tsv"]


def test_info_tells_of_the_packaged_lexicon(nosograph: Command) -> None:
    """`info` names each source with its version and sum, and counts names by source and concepts by kind."""
    out = nosograph("lexicon", "info").out
    assert "  hp.obo: 2025-01-16, " in out
    assert "  phenotype: " in out
    assert "obsolete terms replaced: " in out


@pytest.mark.parametrize("command", [("annotate",), ("claims", "-f", "tsv")])
def test_recognition_knows_the_names_of_a_lexicon(
    command: tuple[str, ...], article: Path, lexicon_file: Path, nosograph: Command
) -> None:
    """With --lexicon the user's names are found beside the packaged ones, without it they are not."""
    ran = nosograph(*command, article, "--lexicon", lexicon_file)
    assert (ran.code, ran.err) == (0, "")
    assert "MYVOC:1" in ran.out
    assert "HP:0008404" in ran.out
    assert "MYVOC:1" not in nosograph(*command, article).out


def test_a_graph_holds_things_of_an_unknown_vocabulary(
    article: Path, lexicon_file: Path, tmp_path: Path, nosograph: Command
) -> None:
    """A term whose prefix has no address is exported all the same, and the graph conforms."""
    ran = nosograph("export", article, "--lexicon", lexicon_file, "-o", tmp_path / "out", "-f", "claims.tsv")
    assert (ran.code, ran.out) == (0, "")
    assert "MYVOC:1\tlilac toenail" in (tmp_path / "out" / "marfan.claims.tsv").read_text(encoding="utf-8")


def test_a_lexicon_that_cannot_be_used_is_one_line(
    article: Path, lexicon_file: Path, tmp_path: Path, nosograph: Command
) -> None:
    """A missing, foreign or truncated lexicon is refused in one line with exit code 2."""
    cut = tmp_path / "cut.lexicon"
    cut.write_bytes(lexicon_file.read_bytes()[:5000])
    for wrong, said in ((tmp_path / "none", "cannot be read"), (article, "no compiled lexicon"), (cut, "damaged")):
        ran = nosograph("annotate", article, "--lexicon", wrong)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
        assert said in ran.err


def test_a_broken_file_names_its_line_and_leaves_what_was_there(tmp_path: Path, nosograph: Command) -> None:
    """A file that cannot be read is one line with exit code 2; the lexicon of an earlier build stays."""
    (tmp_path / "bad.obo").write_text("format-version: 1.2\n\n[Term]\nid: X:1\nthis says nothing\n", encoding="utf-8")
    target = tmp_path / "my.lexicon"
    target.write_bytes(b"earlier")
    ran = nosograph("lexicon", "build", tmp_path / "bad.obo", "-o", target)
    assert ran.code == 2
    assert "bad.obo: line 5 is no 'tag: value'" in ran.err.splitlines()[-1]
    assert target.read_bytes() == b"earlier"


def test_a_target_that_cannot_be_written_is_one_line(tmp_path: Path, nosograph: Command) -> None:
    """Where a file stands in the place of the folder, the build says so."""
    (tmp_path / "my.tsv").write_text(TABLE, encoding="utf-8")
    ran = nosograph("lexicon", "build", "--alone", tmp_path / "my.tsv", "-o", tmp_path / "my.tsv" / "my.lexicon")
    assert ran.code == 2
    assert "cannot be written" in ran.err


def test_an_unknown_kind_is_refused(tmp_path: Path, nosograph: Command) -> None:
    """--kind takes our kinds alone, and lists them."""
    ran = nosograph("lexicon", "build", "--kind", "MYVOC=machine", tmp_path / "my.tsv")
    assert ran.code == 2
    assert "'machine' is none of disease, " in ran.err
