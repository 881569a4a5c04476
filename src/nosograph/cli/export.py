"""`nosograph export`: the whole way, from articles to files."""

from pathlib import Path

import click

from nosograph import resources
from nosograph.cli._errors import say
from nosograph.cli._group import COMMANDS
from nosograph.cli._names import names
from nosograph.cli._options import bibliography_option, lexicon_option, talk
from nosograph.cli._report import report_lines
from nosograph.cli._summary import summary
from nosograph.cli._table import console
from nosograph.errors import InputError, NosographError
from nosograph.pipeline import BASE, FORMATS, run, save

_FIRST = "ipex-syndrome.txt"
_TWICE = "export it to another folder"


@click.command("export", short_help=COMMANDS["export"])
@click.argument("articles", metavar="[ARTICLE]...", nargs=-1)
@click.option(
    "-o",
    "--out",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    default=Path("out"),
    show_default=True,
    help="Where the files go; it is made where it is missing.",
)
@click.option(
    "-f",
    "--format",
    "formats",
    type=click.Choice(tuple(FORMATS)),
    multiple=True,
    help="What to write, as often as you like; without it, every format.",
)
@bibliography_option
@lexicon_option
@click.option("--base", metavar="IRI", default=BASE, show_default=True, help="Where the minted IRIs begin.")
@click.option("-q", "--quiet", is_flag=True, help="Print no summary.")
def command(
    *,
    articles: tuple[str, ...],
    out: Path,
    formats: tuple[str, ...],
    bibliography: Path | None,
    lexicon: Path | None,
    base: str,
    quiet: bool,
) -> int:
    """Read each ARTICLE and write its knowledge graph to FOLDER, as `<slug>.<format>`.

    ARTICLE is a file, or - for standard input; without one, the article on IPEX syndrome that travels with nosograph. A
    graph that violates a shape is not written, and what was there stays: the exit code is then 1.
    """
    known = names(lexicon)
    paths = articles or (str(resources.folder("articles") / _FIRST),)
    taken: set[str] = set()
    code = 0
    for path in paths:
        try:
            result = run(path, lexicon=known, bibliography=bibliography, base=base)
            if result.article.slug in taken:
                raise InputError(
                    f"another article's files are named {result.article.slug} too", where=path, mend=_TWICE
                )
            if not result.report.conforms:
                talk("\n".join(report_lines(result.report)))
            files = save(result, out, formats=formats or None)
        except NosographError as error:
            code = max(code, say(error))
            continue
        taken.add(result.article.slug)
        if not quiet:
            screen = console(talk=True)
            screen.print(summary(result, files, width=screen.width))
    return code
