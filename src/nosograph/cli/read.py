"""`nosograph read`: what was read."""

from collections.abc import Iterator
from pathlib import Path

import click

from nosograph.cli import _json
from nosograph.cli._group import COMMANDS
from nosograph.cli._options import article_argument, bibliography_option, format_option
from nosograph.cli._table import shown
from nosograph.model import Article, Reference, Sentence
from nosograph.reading import read


@click.command("read", short_help=COMMANDS["read"])
@article_argument
@bibliography_option
@format_option("text", "json")
def command(article: str, bibliography: Path | None, form: str) -> None:
    """Show what is read from ARTICLE: its text, sentences with their citations, and references.

    ARTICLE is a file, or - for standard input. The JSON holds the article's fields by their names in Python.
    """
    found = read(article, bibliography=bibliography)
    click.echo(_json.document(found) if form == "json" else "\n".join(shown(line) for line in _lines(found)))


def _lines(article: Article) -> Iterator[str]:
    yield article.title
    for name, value in (
        ("identifiers", ", ".join(map(str, article.identifiers))),
        ("source", article.source),
        ("licence", article.licence.name or article.licence.iri),
        ("sha256", article.sha256),
    ):
        if value:
            yield f"  {name}: {value}"
    section = None
    for sentence in article.content():
        if sentence.section != section:
            section = sentence.section
            yield ""
            yield section or "(lead)"
        yield "  " + _sentence(sentence)
    if article.references:
        yield ""
        yield "References"
        yield from ("  " + _reference(reference) for reference in article.references)
    if article.notes:
        yield ""
        yield "Notes"
        yield from (f"  {note}" for note in article.notes)


def _sentence(sentence: Sentence) -> str:
    cited = "".join(f"[{number}]" for number in sentence.citations)
    return f"{sentence.start}-{sentence.end} {sentence.text}" + (f" {cited}" if cited else "")


def _reference(reference: Reference) -> str:
    found = f" = {reference.identifier}" if reference.identifier else ""
    return f"{reference.number}. {reference.text}{found}"
