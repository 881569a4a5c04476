"""Loading into the folder of a store: grouped or not, any format, broken or not."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, serialize

from nosograph.errors import GraphError, StoreError
from nosograph.stores import embedded, load, slices, spilling
from nosograph.stores.slices import Body, parted, survey

Command = Callable[..., Any]
LINES = '<a:s> <a:p> "1" <a:g> .\n<a:s> <a:p> "2" <a:h> .\n'


def stored(folder: Path) -> set[str]:
    """Give the quads of a store's folder as lines."""
    return {str(quad) for quad in Store.read_only(str(folder))}


def test_a_folder_is_made_and_loading_again_doubles_nothing(tmp_path: Path) -> None:
    """A graph with blank nodes loaded three times is there once, and nothing is left beside the folder."""
    (tmp_path / "a.ttl").write_text("<a:s> <a:p> [ <a:q> 1, 2 ] .")
    counts = [load([tmp_path / "a.ttl"], tmp_path / "store")[0].after for _ in range(3)]
    assert counts == [3, 3, 3]
    assert {path.name for path in tmp_path.iterdir()} == {"a.ttl", "store"}


def test_what_does_not_fit_into_memory_is_done_in_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A graph added and replaced in steps is whole: a blank node is one over all steps, and other graphs stay."""
    monkeypatch.setattr(embedded, "_SORTED", 2)
    lines = "".join(f'_:b <a:p> "{number}" <a:g> .\n' for number in range(7))
    for more in ("<a:s> <a:p> <a:o> <a:h> .\n", ""):
        (tmp_path / "a.nq").write_text(more + lines)
        load([tmp_path / "a.nq"], tmp_path / "store")
    quads = [quad for quad in Store.read_only(str(tmp_path / "store")) if quad.graph_name == NamedNode("a:g")]
    assert sorted(quad.object.value for quad in quads) == list("0123456")
    assert len({quad.subject for quad in quads}) == 1
    assert len(stored(tmp_path / "store")) == 8


def test_many_graphs_in_many_steps_are_each_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Graphs of any size, some with a blank node, from two files and loaded twice, hold what the files hold."""
    monkeypatch.setattr(embedded, "_SORTED", 5)
    texts = {"a": "", "b": '<a:s> <a:p> "in no graph" .\n'}
    for number in range(60):
        node = "_:b" if number % 7 == 0 else "<a:s>"
        lines = [f'{node} <a:p> "{line}" <a:g{number}> .\n' for line in range(number % 13 + 1)]
        texts["ab"[number % 2]] += "".join(lines)
    for name, text in texts.items():
        (tmp_path / f"{name}.nq").write_text(text)
    heard: list[tuple[int, int]] = []
    for _ in range(2):
        found = load(
            [tmp_path / "a.nq", tmp_path / "b.nq"],
            tmp_path / "store",
            progress=lambda _, done, total: heard.append((done, total)),
        )
        assert all(one.equal for one in found)
    wanted = Store()
    for name in texts:
        wanted.bulk_load(path=tmp_path / f"{name}.nq", format=RdfFormat.N_QUADS)
    held = Store.read_only(str(tmp_path / "store"))
    assert {(q.predicate, q.object, q.graph_name) for q in held} == {
        (q.predicate, q.object, q.graph_name) for q in wanted
    }
    assert len(held) == len(wanted)
    assert heard[-1][0] == heard[-1][1]


def test_a_broken_line_is_named_wherever_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new store is parsed as it is loaded, in pieces; the message gives the line in the file."""
    monkeypatch.setattr(embedded, "_SORTED", 2)
    lines = [f'<a:s> <a:p> "{number}" <a:g{number // 3}> .\n' for number in range(30)]
    lines[22] = '<a:s> <a:p> "\\x" <a:g7> .\n'
    (tmp_path / "a.nq").write_text("".join(lines))
    with pytest.raises(GraphError, match=r"a\.nq:23.*not well-formed"):
        load([tmp_path / "a.nq"], tmp_path / "store")
    assert [path.name for path in tmp_path.iterdir()] == ["a.nq"]


def test_other_graphs_stay(tmp_path: Path) -> None:
    """A graph that the files do not name is left alone; one that they name holds what they hold."""
    one, two = tmp_path / "1.nq", tmp_path / "2.nq"
    one.write_text(LINES)
    two.write_text('<a:s> <a:p> "3" <a:h> .\n')
    load([one], tmp_path / "store")
    load([two], tmp_path / "store")
    values = {quad.object.value for quad in Store.read_only(str(tmp_path / "store"))}  # type: ignore[union-attr]
    assert values == {"1", "3"}


def test_appended_triples_come_to_those_before(tmp_path: Path) -> None:
    """With append nothing is taken away."""
    for number in "123":
        (tmp_path / "a.nt").write_text(f'<a:s> <a:p> "{number}" .\n')
        load([tmp_path / "a.nt"], tmp_path / "store", graph="a:g", append=True)
    assert len(Store.read_only(str(tmp_path / "store"))) == 3


def test_a_graph_in_two_files_holds_both(tmp_path: Path) -> None:
    """Files that name the same graph make it together, and their blank nodes stay apart."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.ttl").write_text(f'_:x <a:p> "{name}" . _:x <a:p> "both" .')
    (loaded,) = load([tmp_path / "a.ttl", tmp_path / "b.ttl"], tmp_path / "store")
    assert (loaded.files, loaded.after) == (4, 4)


def test_numbers_written_in_two_ways_are_one(tmp_path: Path) -> None:
    """Terms that the store holds as one are counted as one: it is no difference."""
    decimal = "^^<http://www.w3.org/2001/XMLSchema#decimal>"
    (tmp_path / "a.nq").write_text("".join(f'<a:s> <a:p> "{n}"{decimal} <a:g> .\n' for n in ("0.5", "0.50", "0.5")))
    (loaded,) = load([tmp_path / "a.nq"], tmp_path / "store")
    assert (loaded.files, loaded.after, loaded.equal) == (1, 1, True)


def test_a_dry_run_makes_nothing(tmp_path: Path) -> None:
    """A dry run says what would be loaded and makes no folder."""
    (tmp_path / "a.nq").write_text(LINES)
    assert [one.files for one in load([tmp_path / "a.nq"], tmp_path / "store", dry_run=True)] == [1, 1]
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize("fresh", [True, False])
def test_a_broken_file_changes_nothing(tmp_path: Path, *, fresh: bool) -> None:
    """A file that is broken at its end leaves the store as it was, or none where there was none."""
    good, bad = tmp_path / "good.nq", tmp_path / "bad.nq"
    good.write_text(LINES)
    bad.write_text('<a:s> <a:p> "9" <a:g> .\n<a:s> <a b> "9" <a:g> .\n')
    if not fresh:
        load([good], tmp_path / "store")
    with pytest.raises(GraphError, match="not well-formed"):
        load([bad], tmp_path / "store")
    if fresh:
        assert {path.name for path in tmp_path.iterdir()} == {"good.nq", "bad.nq"}
    else:
        assert len(stored(tmp_path / "store")) == 2


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    """A folder that holds something else than a store is refused, and nothing is written into it."""
    (tmp_path / "a.nq").write_text(LINES)
    with pytest.raises(StoreError, match="something else"):
        load([tmp_path / "a.nq"], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["a.nq"]


def test_a_store_in_use_is_one_line(tmp_path: Path, nosograph: Command) -> None:
    """A store that another program writes to is refused in one line."""
    (tmp_path / "a.nq").write_text(LINES)
    held = Store(str(tmp_path / "store"))
    held.flush()
    ran = nosograph("load", tmp_path / "a.nq", tmp_path / "store")
    del held
    assert (ran.code, ran.err.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    "text",
    [
        '<a:s> <a:p> "1" <a:g> .\n<a:s> <a:p> <a:g> .\n<a:s> <a:p> "2" <a:g> .\n',  # ends as the graph, and is in none
        '<a:s> <a:p> "1" <a:g> .\n<a:s> <a:p> "2" <a:g> .\n <a:s>\t<a:p> <a:g> .\n',  # the same, further on, with a tab
        '<a:s> <a:p> "1" <a:g> .\n# a remark on <a:g> .\n<a:s> <a:p> "2" <a:g> .\n',
        '<a:s> <a:p> "1" <a:g> .\n<a:s> <a:p> "1" <a:h> .\n<a:s> <a:p> "2" <a:g> .\n',  # not grouped
        '# <a:g> .\n<a:s> <a:p> "1" <a:g> .\n\n<a:s>\t<a:p>  "2"  <a:g>  . # end\n',
        '<a:s> <a:p> "a <a:g> .\\n<a:h> .\\" <x> ." <a:g> .\n<a:s> <a:p> "2" <a:g> .',
        '<a:s> <a:p> "1"@en <a:g> .\r\n<a:s> <a:p> "2"^^<a:t> <a:g> .\r\n',
    ],
)
def test_any_layout_of_lines_is_loaded(tmp_path: Path, text: str) -> None:
    """However a file is laid out, the store holds its quads, and they are counted as equal."""
    path = tmp_path / "a.nq"
    path.write_bytes(text.encode())
    assert all(one.equal for one in load([path], tmp_path / "store"))
    wanted = Store()
    wanted.bulk_load(path=path, format=RdfFormat.N_QUADS)
    assert stored(tmp_path / "store") == {str(quad) for quad in wanted}


NODES = st.sampled_from(["a:s", "a:g", "a:h"]).map(NamedNode)
OBJECTS = NODES | st.text(alphabet='ab <>".\n\\#_:\t\x01é').map(Literal) | st.just(BlankNode("b"))
QUADS = st.builds(Quad, NODES | st.just(BlankNode("b")), NODES, OBJECTS, NODES | st.just(DefaultGraph()))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(quads=st.lists(QUADS, min_size=1, max_size=12, unique=True), grouped=st.booleans())
def test_slices_hold_what_the_file_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quads: list[Quad], *, grouped: bool
) -> None:
    """Streamed or sorted on disk, slices hold each quad of the file once, and each body as many bytes as it says."""
    monkeypatch.setattr(slices, "BLOCK", 50)
    monkeypatch.setattr(spilling, "RUN", 60)
    monkeypatch.setattr(spilling, "_MERGED", 2)
    path = tmp_path / "a.nq"
    path.write_bytes(serialize(sorted(quads, key=lambda q: str(q.graph_name)), format=RdfFormat.N_QUADS) or b"")
    found = survey(path) if grouped else spilling.spill([path], tmp_path, graph=None, told=lambda _: None)
    assert found is not None
    assert sum(part.count for part in found) == len(quads)
    for part in found:
        text = b"".join(Body(part))
        assert len(text) == len(Body(part)) == sum(len(b"".join(Body(piece))) for piece in parted(part, 1))
        lines = {line.partition(b" ")[2] for line in text.splitlines()}
        graph = DefaultGraph() if part.graph is None else NamedNode(part.graph)
        assert len(lines) >= len({(q.predicate, q.object) for q in quads if q.graph_name == graph and not part.blank})
