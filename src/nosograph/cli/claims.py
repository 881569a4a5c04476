"""`nosograph claims`: the claims table, made from the graph like the file that `export` writes."""

from pathlib import Path

import click

from nosograph.cli import _json
from nosograph.cli._about import told
from nosograph.cli._group import COMMANDS
from nosograph.cli._names import names
from nosograph.cli._options import article_argument, bibliography_option, format_option, lexicon_option, talk
from nosograph.cli._table import marks, shortened, show, shown, table, width
from nosograph.pipeline import draft
from nosograph.serialization import WRITERS, ClaimRow, claim_rows

_COLUMNS = ("claim", "object", "marks", "cites", "score", "sentence")


@click.command("claims", short_help=COMMANDS["claims"])
@article_argument
@bibliography_option
@lexicon_option
@format_option("table", "tsv", "jsonl")
def command(*, article: str, bibliography: Path | None, lexicon: Path | None, form: str) -> None:
    """Show the claims that ARTICLE makes, each with its sentence and the references cited there.

    ARTICLE is a file, or - for standard input. The shapes are not checked; `nosograph export` does that.
    """
    made = draft(article, lexicon=names(lexicon), bibliography=bibliography)
    graph = made.graph
    for note in told(made.about):
        talk(shown(note))
    if form == "tsv":
        click.echo(WRITERS["claims.tsv"](graph), nl=False)
    elif form == "jsonl":
        click.echo(_json.lines(claim_rows(graph)), nl=False)
    else:
        limit = width()
        show(table(_COLUMNS, (_row(row, limit) for row in claim_rows(graph)), wide=("claim", "marks", "sentence")))


def _row(row: ClaimRow, limit: int | None) -> tuple[str, ...]:
    return (
        f"{row.subject_label} {row.relation} {row.object_label}",
        "text" if limit is not None and row.object.is_text else str(row.object),  # its words stand in the claim
        marks(
            polarity=row.polarity,
            certainty=row.certainty,
            outcome=row.outcome,
            match=row.match,
            frequency=row.frequency,
        ),
        "".join(f"[{number}]" for number in row.references),
        f"{row.score:.2f}",
        row.sentence if limit is None else shortened(row.sentence, limit),
    )
