"""The order: source to Article to Mentions to Claims to Graph to Report to files. Only this module knows it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import IO, Final, TypeAlias
from urllib.parse import unquote

from nosograph import assembly
from nosograph.errors import InputError, ShapesViolated
from nosograph.extraction import extract
from nosograph.graph import BASE, Graph
from nosograph.lexicon import Lexicon, load_lexicon
from nosograph.model import About, Article, Claim, Concept, Mention, Sort
from nosograph.rdf import RDF, SCHEMA
from nosograph.reading import read
from nosograph.recognition import about, annotate
from nosograph.serialization import WRITERS, write_files
from nosograph.validation import Report, validate
from nosograph.views import WRITERS as VIEWS

Source: TypeAlias = str | PathLike[str] | IO[bytes] | IO[str]
Writer: TypeAlias = Callable[[Graph], bytes]
FORMATS: Final[Mapping[str, Writer]] = {**WRITERS, **VIEWS}
"""Each format's key, which is its files' extension, and its writer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Hold what every stage up to the graph made of one article."""

    article: Article
    about: About
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    graph: Graph


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Draft):
    """Hold what every stage made of one article, and what the shapes say of it."""

    report: Report


def assemble(article: Article, claims: Iterable[Claim], *, lexicon: Lexicon | None = None, base: str = BASE) -> Graph:
    """Make the graph of an article's claims; other names come from `lexicon`, and from the default one without it."""
    return assembly.assemble(article, tuple(claims), lexicon=lexicon or load_lexicon(), base=base)


def draft(
    source: Source, *, lexicon: Lexicon | None = None, bibliography: str | PathLike[str] | None = None, base: str = BASE
) -> Draft:
    """Go from the source to the graph, unchecked.

    Raises:
        InputError: the source cannot be read as an article, or nothing is claimed in it.
        LexiconError: the lexicon cannot be compiled or loaded.
    """
    names = lexicon or load_lexicon()
    where = str(source if isinstance(source, str | PathLike) else getattr(source, "name", ""))
    return draft_of(read(source, bibliography=bibliography), lexicon=names, base=base, where=where)


def draft_of(article: Article, *, lexicon: Lexicon, base: str = BASE, where: str = "") -> Draft:
    """Go from an article that has been read to the graph, unchecked; `where` is its place, for messages.

    Raises:
        InputError: nothing is claimed in it.
    """
    mentions = annotate(article, lexicon)
    claims = extract(article, mentions)
    topic = about(article, lexicon)
    if not claims:
        raise _nothing_claimed(where, topic)
    graph = assembly.assemble(article, claims, lexicon=lexicon, base=base)
    return Draft(article=article, about=topic, mentions=mentions, claims=claims, graph=graph)


def run(
    source: Source, *, lexicon: Lexicon | None = None, bibliography: str | PathLike[str] | None = None, base: str = BASE
) -> Result:
    """Go the whole way from the source to the validated graph; a graph that violates shapes is given with its report.

    Raises:
        InputError: the source cannot be read as an article, or nothing is claimed in it.
        LexiconError: the lexicon cannot be compiled or loaded.
    """
    return checked(draft(source, lexicon=lexicon, bibliography=bibliography, base=base))


def checked(made: Draft) -> Result:
    """Hold a draft's graph against the shapes."""
    return Result(
        article=made.article,
        about=made.about,
        mentions=made.mentions,
        claims=made.claims,
        graph=made.graph,
        report=validate(made.graph),
    )


def _nothing_claimed(where: str, topic: About) -> InputError:
    seen = {
        Sort.OTHER: f"the article is about {_kind_of(topic.other)}, not about a disease",
        Sort.UNKNOWN: "no disease is named, so there is nothing to claim",
    }.get(topic.sort, f"no claim was found about {topic.concept.label}" if topic.concept else "")
    return InputError(
        seen, where=where, mend="give an article about a disease; nosograph annotate shows what is recognised"
    )


def _kind_of(concept: Concept | None) -> str:
    return f"the {concept.kind.value} {concept.label}" if concept else "something else"


def save(result: Result, folder: str | PathLike[str], *, formats: Collection[str] | None = None) -> tuple[Path, ...]:
    """Write a result as `write` does, but only where its graph breaks no shape; else what was there stays.

    Raises:
        ShapesViolated: the graph breaks a shape; the report stands in the error.
        InputError: a format that is not in `FORMATS`.
        OutputError: a file cannot be written; none of them was replaced.
    """
    admit(result)
    return write(result.graph, folder, formats=formats, slug=result.article.slug)


def admit(result: Result) -> None:
    """Let a result pass whose graph breaks no shape.

    Raises:
        ShapesViolated: the graph breaks a shape; the report stands in the error.
    """
    violations = result.report.violations
    if violations:
        raise ShapesViolated(
            f"{len(violations)} of the checks found a shape violated, the first: {violations[0].message}",
            report=result.report,
            where=result.article.slug,
            mend="nothing was written",
        )


def write(
    graph: Graph,
    folder: str | PathLike[str],
    *,
    formats: Collection[str] | None = None,
    slug: str | None = None,
) -> tuple[Path, ...]:
    """Write a graph to `<folder>/<slug>.<format>`, all files or none; without `formats`, in every one of `FORMATS`.

    The slug is that of the graph's article; a graph of several articles needs one.

    Raises:
        InputError: a format that is not in `FORMATS`, or a slug that is missing or no file name.
        OutputError: a file cannot be written; none of them was replaced.
    """
    wanted = known_formats(formats)
    stem = slug or _slug(graph)
    return write_files(Path(folder), {f"{stem}.{key}": FORMATS[key](graph) for key in wanted})


def known_formats(formats: Collection[str] | None) -> tuple[str, ...]:
    """Give the formats asked for, each once; without any asked for, all of them.

    Raises:
        InputError: a format that is not in `FORMATS`.
    """
    wanted = tuple(dict.fromkeys(FORMATS if formats is None else formats))
    unknown = next((key for key in wanted if key not in FORMATS), None)
    if unknown is not None:
        raise InputError(f"{unknown!r} is no format", mend=f"choose from {', '.join(FORMATS)}")
    return wanted


def _slug(graph: Graph) -> str:
    articles = {str(q.subject) for q in graph.store.quads_for_pattern(None, RDF.type, SCHEMA.Article)}
    if len(articles) != 1:
        raise InputError(f"the graph holds {len(articles)} articles", mend="give the files' name as slug")
    return unquote(articles.pop().strip("<>").rpartition("/")[2])
