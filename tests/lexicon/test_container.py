"""The compiled file: whole, or refused."""

from pathlib import Path

import numpy as np
import pytest

from nosograph.errors import LexiconError
from nosograph.lexicon import Lexicon, describe, load_lexicon
from nosograph.lexicon.container import damaged, open_file, pack
from nosograph.model import Kind


@pytest.fixture
def saved(tiny: Lexicon, tmp_path: Path) -> Path:
    """Write the tiny lexicon to a file."""
    path = tmp_path / "tiny.nosograph"
    path.write_bytes(b"".join(pack(tiny.header, tiny.arrays)))
    return path


def test_what_is_packed_is_read_back(saved: Path, tiny: Lexicon) -> None:
    """A lexicon read from its file says the same as the one in memory."""
    lexicon = load_lexicon(saved)
    assert [lexicon.name_at(i) for i in range(len(lexicon))] == [tiny.name_at(i) for i in range(len(tiny))]
    assert lexicon.header == tiny.header
    assert lexicon.path == saved


def test_arrays_are_aligned_and_read_only(saved: Path) -> None:
    """Every array begins at a multiple of 64 bytes and cannot be written to."""
    header, arrays = open_file(saved)
    assert all(spec.offset % 64 == 0 for spec in header.arrays)
    for array in arrays.values():
        with pytest.raises(ValueError, match="read-only"):
            array[:0] = 0


@pytest.mark.parametrize("kept", [0, 5, 40, 300, -1, -64])
def test_a_truncated_file_is_refused(saved: Path, kept: int) -> None:
    """A file cut anywhere is reported, never half-read."""
    saved.write_bytes(saved.read_bytes()[:kept])
    with pytest.raises(LexiconError):
        load_lexicon(saved)


@pytest.mark.parametrize("place", [0, 18, 30, 70, 900])
def test_a_changed_byte_of_the_header_is_noticed(saved: Path, place: int) -> None:
    """Magic number, length, checksum and header guard each other."""
    data = bytearray(saved.read_bytes())
    data[place] ^= 0x20
    saved.write_bytes(data)
    with pytest.raises(LexiconError):
        load_lexicon(saved)


def test_a_changed_byte_of_an_array_is_found_by_its_checksum(saved: Path) -> None:
    """The checksums of arrays tell which one is damaged."""
    data = bytearray(saved.read_bytes())
    data[data.index(b"Purple nail", data.index(b"HP:0009001"))] ^= 1
    saved.write_bytes(data)
    header, arrays = open_file(saved)
    assert set(damaged(header, arrays)) <= {"label_bytes", "name_bytes"}
    assert len(damaged(header, arrays)) == 1


def test_a_table_that_points_outside_is_refused(tiny: Lexicon, tmp_path: Path) -> None:
    """Numbers of names and concepts are checked before anything is looked up by them."""
    arrays = dict(tiny.arrays)
    arrays["plain_names"] = np.full_like(arrays["plain_names"], 10_000)
    path = tmp_path / "spoilt.nosograph"
    path.write_bytes(b"".join(pack(tiny.header, arrays)))
    with pytest.raises(LexiconError, match="points outside"):
        load_lexicon(path)


def test_any_other_file_is_refused_in_one_line(tmp_path: Path) -> None:
    """An OBO file given as a compiled lexicon is told apart at once; so is a folder and a missing file."""
    path = tmp_path / "hp.obo"
    path.write_text("format-version: 1.2\n" * 50, encoding="utf-8")
    for wrong in (path, tmp_path, tmp_path / "missing"):
        with pytest.raises(LexiconError) as caught:
            load_lexicon(wrong)
        assert str(wrong) in str(caught.value)
        assert "nosograph lexicon build" in str(caught.value)


def test_a_lexicon_can_be_described(saved: Path) -> None:
    """The description counts concepts by kind and names by source, and finds the file whole."""
    said = describe(load_lexicon(saved))
    assert (said.names_of, said.damaged, said.path) == ({"tiny": said.names}, (), saved)
    assert said.concepts_of[Kind.PHENOTYPE] == 3
    assert sum(said.concepts_of.values()) == said.concepts
