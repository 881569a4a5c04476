"""`nosograph annotate`: which concepts the text names."""

from pathlib import Path

import click

from nosograph.cli import _json
from nosograph.cli._group import COMMANDS
from nosograph.cli._names import names
from nosograph.cli._options import article_argument, bibliography_option, format_option
from nosograph.cli._table import show, table
from nosograph.model import Mention
from nosograph.reading import read
from nosograph.recognition import annotate

_COLUMNS = ("start", "end", "text", "concept", "label", "kind", "match", "score")


@click.command("annotate", short_help=COMMANDS["annotate"])
@article_argument
@bibliography_option
@format_option("table", "jsonl")
def command(article: str, bibliography: Path | None, form: str) -> None:
    """Show the concepts that ARTICLE names, in the order of its text.

    ARTICLE is a file, or - for standard input. Start and end count code points of the text that `nosograph read` shows.
    """
    mentions = annotate(read(article, bibliography=bibliography), names())
    if form == "jsonl":
        click.echo(_json.lines(mentions), nl=False)
    else:
        show(table(_COLUMNS, map(_row, mentions), wide=("text", "label", "kind")))


def _row(mention: Mention) -> tuple[str, ...]:
    concept = mention.concept
    return (
        str(mention.start),
        str(mention.end),
        mention.text,
        str(concept.curie),
        concept.label,
        concept.kind,
        mention.match,
        f"{mention.score:.2f}",
    )
