"""The table of claims, for spreadsheets and for programs."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

import builders
import hostile
from nosograph.errors import InputError
from nosograph.graph import Graph
from nosograph.rdf import NG
from nosograph.serialization import COLUMNS, WRITERS, claim_rows, read_table

BREAKS = "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"


def table(graph: Graph) -> bytes:
    """Write the table."""
    return WRITERS["claims.tsv"](graph)


def noted(note: str) -> Graph:
    """Make a graph whose first claim carries a note."""
    graph = builders.graph()
    graph.store.add(Quad(NamedNode(claim_rows(graph)[0].claim), NG.note, Literal(note)))
    return graph


def test_it_is_a_table_of_rows(graph: Graph) -> None:
    """Read with the csv dialect excel-tab, there is a header and a row a claim, each as long as the header."""
    header, *rows = csv.reader(io.StringIO(table(graph).decode(), newline=""), dialect="excel-tab")
    assert tuple(header) == COLUMNS
    assert len(rows) == len(claim_rows(graph))
    assert {len(row) for row in rows} == {len(COLUMNS)}


def test_a_line_is_a_row(graph: Graph) -> None:
    """No cell breaks its line, whatever the reader takes for a line break; and no line ends in a carriage return."""
    text = table(graph).decode()
    assert len(text.splitlines()) == text.count("\n") == len(claim_rows(graph)) + 1
    assert {line.count("\t") for line in text.splitlines()} == {len(COLUMNS) - 1}


def test_cells_are_plain() -> None:
    """Identifiers are CURIEs, several references are joined by a bar, and what a claim lacks is empty."""
    rows = list(csv.DictReader(io.StringIO(table(builders.graph()).decode()), dialect="excel-tab"))
    (row,) = [row for row in rows if row["relation"] == "resembles"]
    assert (row["subject"], row["object"], row["references"]) == ("MONDO:0010580", "MONDO:0009411", "1|3")
    assert (row["polarity"], row["outcome"], row["decision"], row["note"]) == ("affirmed", "", "", "")
    assert "text:a strange gait" in {row["object"] for row in rows}


def test_what_is_written_is_read() -> None:
    """Read back, the table gives the graph's rows."""
    graph = builders.graph()
    assert read_table(table(graph)) == claim_rows(graph)


def test_a_spreadsheets_copy_is_read() -> None:
    """A byte order mark, CRLF, every cell quoted and columns in another order, with one more, do not matter."""
    graph = builders.graph()
    rows = list(csv.DictReader(io.StringIO(table(graph).decode()), dialect="excel-tab"))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, ["mine", *reversed(COLUMNS)], dialect="excel-tab", quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows({**row, "mine": "1"} for row in rows)
    assert read_table(out.getvalue().encode("utf-8-sig")) == claim_rows(graph)


@pytest.mark.parametrize("sign", "=+-@\uff1d\uff0b\uff0d\uff20")
def test_no_cell_is_a_formula(sign: str) -> None:
    """A cell that a spreadsheet would run gets an apostrophe before it, also behind apostrophes of its own."""
    for text in (f"{sign}1+1", f"'{sign}1+1", f"''{sign}cmd|' /C calc'!A0"):
        data = table(noted(text))
        assert f"\t'{text}\n" in data.decode()
        assert read_table(data)[0].note == text


def test_no_cell_of_hostile_text_is_a_formula() -> None:
    """Whatever the article says, no cell starts as a formula does."""
    rows = csv.reader(io.StringIO(table(hostile.graph()).decode()), dialect="excel-tab")
    assert not [cell for row in rows for cell in row if cell[:1] in set("=+-@")]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.text("'=+-@\"|\t\r\n a", max_size=6))
@settings(max_examples=60, deadline=None)
def test_any_note_comes_back(note: str) -> None:
    """Any text is read back as it was, with each break of a line or cell a space."""
    expected = claim_rows(noted(note))[0].note
    for sign in BREAKS:
        expected = expected.replace(sign, " ")
    assert read_table(table(noted(note)))[0].note == expected


@pytest.mark.parametrize(
    ("data", "seen"),
    [
        (b"", "no column 'claim'"),
        ("claim\tärticle\n".encode("latin-1"), "not UTF-8"),
        (b"claim,article,subject\n", "no column 'claim'"),
        (b"\t".join(name.encode() for name in COLUMNS[1:]) + b"\n", "no column 'claim'"),
        ("\t".join(COLUMNS).encode() + b"\n" + b"x" * 200_000, "no table: field larger"),
    ],
)
def test_what_is_no_table_is_said(data: bytes, seen: str) -> None:
    """Another kind of file is an error of one line."""
    with pytest.raises(InputError, match=seen):
        read_table(data)


def test_a_cell_that_does_not_fit_is_named() -> None:
    """A cell changed into nonsense is an error that names line, column and cell."""
    data = table(builders.graph()).replace(b"\taffirmed\t", b"\tperhaps\t", 1)
    with pytest.raises(InputError, match="line 2: 'perhaps' is no polarity"):
        read_table(data)
