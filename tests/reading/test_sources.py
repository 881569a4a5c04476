"""Sources: paths, streams, encodings, and what stands beside an article."""

import codecs
import io
import sys
from pathlib import Path

import pytest

from nosograph.errors import InputError
from nosograph.reading import read

_TEXT = 'Doe–Roe syndrome\n\nIt is rare.[1]\n\n1. ^ Doe J (2001). "A rare thing". J. Med. 3: 5.\n'


def _refused(source: object) -> InputError:
    """Read what cannot be read; the error is one line with a mend."""
    with pytest.raises(InputError) as caught:
        read(source)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)
    assert caught.value.where
    assert caught.value.mend
    return caught.value


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give an article with nothing beside it."""
    path = tmp_path / "doe-roe.txt"
    path.write_text(_TEXT, encoding="utf-8")
    return path


def test_path_stream_and_standard_input_give_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article is the same from a path, a text stream, a binary stream and standard input, but for its names."""
    stdin = io.TextIOWrapper(io.BytesIO(_TEXT.encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    articles = [read(path), read(str(path)), read(io.StringIO(_TEXT)), read(io.BytesIO(_TEXT.encode())), read("-")]
    assert len({a.text for a in articles}) == 1
    assert [a.slug for a in articles] == ["doe-roe", "doe-roe", *["doe-roe-syndrome"] * 3]
    assert [a.source for a in articles][::4] == ["doe-roe.txt", "standard input"]


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    """UTF-8 is read with its mark as without."""
    path = tmp_path / "a.txt"
    path.write_bytes(codecs.BOM_UTF8 + _TEXT.encode())
    assert read(path).title == "Doe–Roe syndrome"


def test_windows_text_is_read_and_noted(tmp_path: Path) -> None:
    """Text that is not UTF-8 is read as windows-1252, and the article says so."""
    path = tmp_path / "a.txt"
    path.write_bytes("Sjögren–Larsson syndrome\n\nIt’s rare.".encode("cp1252"))
    article = read(path)
    assert article.title == "Sjögren–Larsson syndrome"
    assert article.notes == ("decoded as windows-1252, for it is not UTF-8",)


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (bytes(range(256)) * 9, "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (bytes(range(128, 160)) * 99, "binary"),
        (_TEXT.encode("utf-16"), "iconv -f UTF-16"),
        (_TEXT.encode("utf-32"), "iconv -f UTF-32"),
        (_TEXT.encode("utf-16-le"), "iconv -f UTF-16"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x00\x00a", "UTF-16"),
        (b"\xef\xbb\xbf\xff\xfe", "UTF-8"),
        (b"x " * 10_000_000, "characters, more than"),
        (b"x" * (64 * 1024 * 1024 + 1), "larger than 64 MB"),
        (b'<?xml version="1.0"?><TEI>x</TEI>', "XML"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, raw: bytes, seen: str) -> None:
    """Empty, binary, misencoded and overlong input gives one line that says what was seen."""
    path = tmp_path / "a.txt"
    path.write_bytes(raw)
    assert seen in str(_refused(path))


def test_a_missing_file_and_a_directory_are_refused(tmp_path: Path) -> None:
    """A path without a file, a directory, and a path no system can have each get their line."""
    assert "no such file" in str(_refused(tmp_path / "none.txt"))
    assert "directory" in str(_refused(tmp_path))
    assert "cannot be read" in str(_refused("a\0b"))


def test_a_closed_stream_is_refused() -> None:
    """A file object that cannot be read gets its line."""
    stream = io.StringIO(_TEXT)
    stream.close()
    assert "cannot be read" in str(_refused(stream))


def test_metadata_beside_an_article_is_used(path: Path) -> None:
    """Title, source, slug and licence come from the TOML file of the same stem."""
    path.with_suffix(".toml").write_text(
        'title = "Roe disease"\nsource = "https://example.org/x"\nslug = "roe"\nretrieved = 2014-05-14\n'
        '[licence]\nname = "CC0"\niri = "https://example.org/cc0"\nattribution = "All"\n'
    )
    article = read(path)
    assert (article.title, article.source, article.slug) == ("Roe disease", "https://example.org/x", "roe")
    assert (article.licence.name, article.licence.attribution) == ("CC0", "All")
    assert article.text.startswith("Roe disease\n\nIt is rare.")
    assert "retrieved 2014-05-14" in article.notes


@pytest.mark.parametrize(
    ("toml", "seen"),
    [
        ('titel = "x"', "unknown key titel"),
        ('[licence]\nurl = "x"', "unknown key licence.url"),
        ("title = 3", "title is of the wrong type"),
        ('slug = "A B"', "the slug 'A B'"),
        ("title = ", "not TOML"),
    ],
)
def test_metadata_that_cannot_be_meant_is_refused(path: Path, toml: str, seen: str) -> None:
    """A slip in the metadata is said, with the file's name."""
    path.with_suffix(".toml").write_text(toml)
    error = _refused(path)
    assert seen in error.seen
    assert error.where.endswith("doe-roe.toml")
