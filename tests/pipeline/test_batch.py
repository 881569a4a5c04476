"""Many articles at once."""

import multiprocessing
import os
import pickle
import signal
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from nosograph.errors import (
    InputError,
    LexiconError,
    MissingPartError,
    NosographError,
    OutputError,
    ShapesViolated,
    StoreError,
)
from nosograph.graph import Graph
from nosograph.lexicon import Lexicon
from nosograph.pipeline import Exported, export_all
from nosograph.rdf import RDF, SCHEMA

TEXT = """{name} syndrome

{name} syndrome is a rare disease. It manifests with {finding}.[1] It was treated with sirolimus.

  1. Doe J (2001). "Strange nails". Journal of Nails. 1 (2): 3-4.
"""
FINDINGS = ("nail dystrophy", "seizures", "hearing loss", "eczema", "ataxia", "fever")

Export = Callable[..., list[Exported]]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Give a folder of six articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for finding in FINDINGS:
        name = "Strange " + finding.split()[0]
        (folder / f"{name}.txt").write_text(TEXT.format(name=name, finding=finding))
    return folder


@pytest.fixture
def export(articles: Path, tmp_path: Path, lexicon: Lexicon) -> Export:
    """Export the six articles as N-Quads."""

    def run(out: str = "out", **options: object) -> list[Exported]:
        return list(export_all([articles], tmp_path / out, formats=["nq"], lexicon=lexicon, **options))  # type: ignore[arg-type]

    return run


def content(folder: Path) -> dict[str, bytes]:
    """Give the bytes of each file in a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_every_article_of_a_folder_is_exported(export: Export, tmp_path: Path) -> None:
    """Each article yields its outcome, in order of the names, and its files are there."""
    done = export()
    assert [one.slug for one in done] == sorted(f"strange-{finding.split()[0]}" for finding in FINDINGS)
    assert [one.files for one in done] == [(tmp_path / "out" / f"{one.slug}.nq",) for one in done]
    assert all(one.error is None and one.read and one.claims >= 2 and one.title.startswith("Strange") for one in done)


def test_the_number_of_jobs_changes_nothing(export: Export, articles: Path, tmp_path: Path) -> None:
    """Files, merged dataset, outcomes and their order are the same with one process and with several."""
    (articles / "Strange broken.txt").write_bytes(b"\0")
    one = export("one", jobs=1, merge=tmp_path / "one.nq")
    two = export("two", jobs=2, merge=tmp_path / "two.nq")
    assert content(tmp_path / "one") == content(tmp_path / "two")
    assert (tmp_path / "one.nq").read_bytes() == (tmp_path / "two.nq").read_bytes()
    assert [(o.source, o.slug, o.claims, o.warnings, str(o.error)) for o in one] == [
        (o.source, o.slug, o.claims, o.warnings, str(o.error)) for o in two
    ]
    assert [type(o.error) for o in one] == [type(o.error) for o in two]


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_failure_does_not_stop_the_rest(jobs: int, export: Export, articles: Path) -> None:
    """What cannot be read, and what claims nothing, has its error; the others are exported."""
    (articles / "Strange binary.txt").write_bytes(b"\0")
    (articles / "Strange bicycle.txt").write_text("The bicycle\n\nA bicycle has two wheels.\n")
    done = {one.source.removeprefix(f"{articles}/"): one for one in export(jobs=jobs)}
    binary, bicycle = done["Strange binary.txt"], done["Strange bicycle.txt"]
    assert isinstance(binary.error, InputError)
    assert str(binary.error).startswith(f"{binary.source}: is ")
    assert not binary.read
    assert bicycle.read
    assert not bicycle.files
    assert sum(one.error is None for one in done.values()) == len(FINDINGS)


def test_a_killed_process_is_one_failed_article(articles: Path, tmp_path: Path, lexicon: Lexicon) -> None:
    """When the system kills a process, the article at hand is lost and told, and all the others are exported."""
    before = set(multiprocessing.active_children())
    running = export_all([articles], tmp_path / "out", formats=["nq"], lexicon=lexicon, jobs=2)
    done = [next(running)]
    victim = next(iter(set(multiprocessing.active_children()) - before))
    assert victim.pid is not None
    os.kill(victim.pid, signal.SIGKILL)
    done += running
    lost = [one for one in done if one.error is not None]
    assert len(done) == len(FINDINGS)
    assert len(lost) == 1
    assert "its process was killed (SIGKILL)" in str(lost[0].error)
    assert str(lost[0].error).startswith(lost[0].source)


@pytest.mark.parametrize("jobs", [1, 2])
def test_two_articles_of_one_name_are_told_apart(jobs: int, export: Export, articles: Path, tmp_path: Path) -> None:
    """The later of two articles of one name bears a number, in its files and its IRIs, and says whose the name is."""
    (articles / "again").mkdir()
    (articles / "again" / "strange-fever.txt").write_text(TEXT.format(name="Other", finding="nystagmus"))
    done = [one for one in export(jobs=jobs) if one.slug.startswith("strange-fever")]
    assert [one.slug for one in done] == ["strange-fever", "strange-fever-2"]
    assert done[1].namesake == done[0].source
    graph = Graph.load(tmp_path / "out" / "strange-fever-2.nq")
    assert {str(name).rpartition("/")[0] for name in graph.names} == {f"{graph.base}article/strange-fever-2"}


@pytest.mark.parametrize("name", ["all.nq", "all.trig"])
def test_the_merged_dataset_holds_every_article(name: str, export: Export, tmp_path: Path) -> None:
    """One file holds what all the articles' files hold, each article's graphs apart."""
    done = export(merge=tmp_path / name)
    merged = Graph.load(tmp_path / name)
    alone = {quad for one in done for quad in Graph.load(one.files[0]).store}
    assert set(merged.store) == alone
    assert len(merged.names) == 2 * len(done)
    assert len(list(merged.store.quads_for_pattern(None, RDF.type, SCHEMA.Article))) == len(done)


def test_the_quads_of_a_graph_stand_together(export: Export, tmp_path: Path) -> None:
    """The merged dataset goes graph by graph, the articles in the order given."""
    done = export(merge=tmp_path / "all.nq")
    lines = (tmp_path / "all.nq").read_text().splitlines()
    graphs = [name for name, _ in groupby(line.rsplit(" ", 2)[1] for line in lines)]
    assert len(graphs) == len(set(graphs))
    slugs = [name for name, _ in groupby(graph.split("/")[-2] for graph in graphs)]
    assert slugs == [one.slug for one in done]


def test_what_articles_share_is_one_thing(export: Export, tmp_path: Path) -> None:
    """A thing that several articles name has one IRI in the merged dataset."""
    export(merge=tmp_path / "all.nq")
    merged = Graph.load(tmp_path / "all.nq")
    named = {quad.subject: set[NamedNode]() for quad in merged.store.quads_for_pattern(None, None, None)}
    for quad in merged.store:
        named[quad.subject].add(quad.graph_name)
    drug = [thing for thing, graphs in named.items() if len(graphs) >= len(FINDINGS)]
    assert drug


def test_a_failed_article_is_not_in_the_merged_dataset(export: Export, articles: Path, tmp_path: Path) -> None:
    """The merged dataset holds what was exported; where that is nothing, an earlier one stays."""
    for path in articles.iterdir():
        path.write_bytes(b"\0")
    (tmp_path / "all.nq").write_text("good")
    assert all(one.error for one in export(merge=tmp_path / "all.nq"))
    assert (tmp_path / "all.nq").read_text() == "good"
    assert {path.name for path in tmp_path.iterdir()} == {"articles", "all.nq"}


def test_a_merged_dataset_that_is_not_finished_is_none(articles: Path, tmp_path: Path, lexicon: Lexicon) -> None:
    """Who stops taking outcomes gets no merged dataset, and nothing lies about."""
    running = export_all([articles], tmp_path / "out", formats=["nq"], merge=tmp_path / "all.nq", lexicon=lexicon)
    next(running)
    running.close()
    assert {path.name for path in tmp_path.iterdir()} == {"articles", "out"}


def test_wrong_wishes_are_refused_before_any_work(articles: Path, tmp_path: Path) -> None:
    """An unknown format, and a merged dataset that cannot be, are errors at the call."""
    out = tmp_path / "out"
    with pytest.raises(InputError, match="'docx' is no format"):
        export_all([articles], out, formats=["docx"])
    with pytest.raises(InputError, match=r"name it \*\.nq"):
        export_all([articles], out, merge=tmp_path / "all.ttl")
    with pytest.raises(InputError, match=r"this is the file of the article .*Strange fever\.txt"):
        export_all([articles], out, merge=out / "strange-fever.nq")
    assert not out.exists()


def test_an_output_that_cannot_be_written_is_each_articles_error(export: Export, tmp_path: Path) -> None:
    """Where the folder takes no files, each article says so."""
    (tmp_path / "out").write_text("mine")
    assert all(isinstance(one.error, OutputError) for one in export())


def test_nothing_to_export_yields_nothing(tmp_path: Path, lexicon: Lexicon) -> None:
    """Without sources there are no outcomes."""
    assert list(export_all([], tmp_path, lexicon=lexicon, jobs=2)) == []


@pytest.mark.parametrize("kind", [InputError, OutputError, LexiconError, StoreError, MissingPartError])
def test_errors_travel_between_processes(kind: type[NosographError]) -> None:
    """An error says the same after it went from one process to another."""
    error = kind("it is empty", where="a.txt", mend="fill it")
    error.add_note("from afar")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(again) is kind
    assert (again.seen, again.where, again.mend) == ("it is empty", "a.txt", "fill it")
    assert (str(again), again.__notes__) == (str(error), ["from afar"])


def test_a_violated_shape_travels_with_its_report() -> None:
    """The report stays in the error."""
    again = pickle.loads(pickle.dumps(ShapesViolated("one", report=("a", "b"), where="x")))  # noqa: S301 - our own bytes
    assert isinstance(again, ShapesViolated)
    assert (again.report, again.where) == (("a", "b"), "x")
