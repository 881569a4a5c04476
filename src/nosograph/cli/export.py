"""`nosograph export`: the whole way, from articles to files."""

from collections.abc import Collection
from pathlib import Path

import click

from nosograph import resources
from nosograph.cli._batch import followed
from nosograph.cli._group import COMMANDS
from nosograph.cli._names import names
from nosograph.cli._options import bibliography_option, lexicon_option, talk
from nosograph.cli._report import report_lines
from nosograph.cli._summary import summary
from nosograph.cli._table import console
from nosograph.pipeline import BASE, FORMATS, Result, export_all, gather, refuse_a_folder, run, save

_FIRST = "ipex-syndrome.txt"


@click.command("export", short_help=COMMANDS["export"])
@click.argument("articles", metavar="[ARTICLE | DIR]...", nargs=-1)
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
@click.option(
    "-j",
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="How many processes work side by side.",
)
@click.option(
    "--merge",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write all graphs into one dataset too: *.nq or *.trig.",
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
    jobs: int,
    merge: Path | None,
    bibliography: Path | None,
    lexicon: Path | None,
    base: str,
    quiet: bool,
) -> int:
    """Read each ARTICLE and write its knowledge graph to FOLDER, as `<slug>.<format>`.

    ARTICLE is a file, or - for standard input; of a DIR, every file in it and below whose ending is an article's (.txt
    .html .xml .md .wiki and their like). Without one, it is the article on IPEX syndrome that travels with nosograph.

    A graph that violates a shape is not written, and what was there stays: the exit code is then 1. It is 2 where an
    article cannot be read, whatever becomes of the others: one's failure does not stop the rest.
    """
    known = names(lexicon)
    paths = gather(articles or [str(resources.folder("articles") / _FIRST)], apart=out)
    if len(paths) == 1 and merge is None:
        refuse_a_folder(paths[0])
        result = run(paths[0], lexicon=known, bibliography=bibliography, base=base)
        _write(result, out, formats, quiet=quiet)
        return 0
    done = export_all(
        paths,
        out,
        formats=formats or None,
        jobs=jobs,
        merge=merge,
        lexicon=known,
        bibliography=bibliography,
        base=base,
    )
    return followed(done, total=len(paths), merged=merge, quiet=quiet)


def _write(result: Result, out: Path, formats: Collection[str], *, quiet: bool) -> None:
    if not result.report.conforms:
        talk("\n".join(report_lines(result.report)))
    files = save(result, out, formats=formats or None)
    if not quiet:
        screen = console(talk=True)
        screen.print(summary(result, files, width=screen.width))
