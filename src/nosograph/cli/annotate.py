"""`nosograph annotate`: which concepts the text names."""

from pathlib import Path

import click

from nosograph.cli import _json
from nosograph.cli._group import COMMANDS
from nosograph.cli._names import names
from nosograph.cli._options import article_argument, bibliography_option, format_option, lexicon_option
from nosograph.cli._table import show, table
from nosograph.model import Mention
from nosograph.reading import read
from nosograph.recognition import Overlaps, Threshold, annotate
from nosograph.recognition import explain as reasons

_COLUMNS = ("start", "end", "text", "concept", "label", "kind", "match", "score")


@click.command("annotate", short_help=COMMANDS["annotate"])
@article_argument
@bibliography_option
@lexicon_option
@format_option("table", "jsonl")
@click.option(
    "--overlaps",
    type=click.Choice(["longest", "all"]),
    default="longest",
    show_default=True,
    help="Show the longest names only, or also the names inside them.",
)
@click.option(
    "--threshold",
    type=click.Choice([str(t) for t in Threshold]),
    default=str(Threshold.DEFAULT),
    show_default=True,
    help="How sure a mention must be.",
)
@click.option("--explain", metavar="START:END", help="Say why this stretch was recognised as it was, or was not.")
def command(
    *,
    article: str,
    bibliography: Path | None,
    lexicon: Path | None,
    form: str,
    overlaps: Overlaps,
    threshold: str,
    explain: str | None,
) -> None:
    """Show the concepts that ARTICLE names, in the order of its text.

    ARTICLE is a file, or - for standard input. Start and end count code points of the text that `nosograph read` shows.
    """
    source = read(article, bibliography=bibliography)
    if explain is not None:
        click.echo("\n".join(reasons(source, *_stretch(explain, len(source.text)), names(lexicon))))
        return
    mentions = annotate(source, names(lexicon), overlaps=overlaps, threshold=threshold)
    if form == "jsonl":
        click.echo(_json.lines(mentions), nl=False)
    else:
        show(table(_COLUMNS, map(_row, mentions), wide=("text", "label", "kind")))


def _stretch(given: str, length: int) -> tuple[int, int]:
    start, _, end = given.partition(":")
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end) <= length):
        raise click.BadParameter(
            f"{given!r} is no stretch of the text; give two numbers such as 120:140, up to {length}",
            param_hint="--explain",
        )
    return int(start), int(end)


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
