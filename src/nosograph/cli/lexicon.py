"""`nosograph lexicon`: the names that recognition knows."""

from collections.abc import Iterator
from pathlib import Path

import click

from nosograph.cli import _json
from nosograph.cli._group import COMMANDS
from nosograph.cli._names import names, progress_line
from nosograph.cli._options import format_option, talk
from nosograph.cli._table import shown
from nosograph.lexicon import Description, describe
from nosograph.model import Kind

_KINDS = ", ".join(Kind)


@click.group("lexicon", short_help=COMMANDS["lexicon"], invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Show the names that nosograph knows, or build a lexicon of your own files.

    The packaged names are compiled once, into the user's cache, and mapped from there.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


@command.command("build")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--out",
    metavar="FILE",
    type=click.Path(path_type=Path),
    default=Path("my.lexicon"),
    show_default=True,
    help="Where the lexicon goes; a good one that is there survives a failed build.",
)
@click.option("--alone", is_flag=True, help="Leave the packaged names out.")
@click.option(
    "--kind",
    "said",
    metavar="[PREFIX=]KIND",
    multiple=True,
    help=f"What terms are where neither they nor their prefix says it: {_KINDS}.",
)
def build(*, files: tuple[Path, ...], out: Path, alone: bool, said: tuple[str, ...]) -> None:
    """Compile each FILE, together with the packaged names, into a lexicon for --lexicon.

    FILE is OBO, OBO Graphs JSON, OWL or SKOS (RDF/XML, functional syntax, Turtle, JSON-LD), SSSOM, a table (TSV or CSV)
    with the columns id, label and synonyms, or a phenotype.hpoa; which, is told by its content. Your files come first:
    of two labels the earlier file's wins, and another release of a packaged ontology takes its place.
    """
    from nosograph.lexicon.building import Kinds, build_lexicon  # noqa: PLC0415 - readers of ontologies are heavy

    plain = [_kind(word) for word in said if "=" not in word]
    parted = [word.partition("=") for word in said if "=" in word]
    kinds = Kinds(any_prefix=plain[-1] if plain else None, of_prefix={p: _kind(k) for p, _, k in parted})
    with progress_line("building the lexicon", "building the lexicon; large files take a while") as tell:
        lexicon = build_lexicon(files, out, alone=alone, kinds=kinds, progress=tell)
    talk("\n".join(shown(line) for line in _lines(describe(lexicon))))


@command.command("info")
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
@format_option("text", "json")
def info(*, file: Path | None, form: str) -> None:
    """Say what is in a compiled lexicon, FILE or the packaged one: names, concepts, sources with version and sum."""
    lexicon = names(file)
    said = describe(lexicon)
    if form == "json":
        click.echo(_json.document(said))
    else:
        click.echo("\n".join(shown(line) for line in _lines(said)))


def _kind(word: str) -> Kind:
    if word not in set(Kind):
        raise click.BadParameter(f"{word!r} is none of {_KINDS}", param_hint="--kind")
    return Kind(word)


def _lines(said: Description) -> Iterator[str]:
    yield f"lexicon: {said.path or '(in memory)'}, {said.size / 1e6:.1f} MB"
    yield f"names: {said.names:,}, of them {said.suppressed:,} not searched for"
    yield f"concepts: {said.concepts:,}, known by {said.identifiers:,} identifiers"
    for kind, count in said.concepts_of.items():
        yield f"  {kind}: {count:,}"
    yield "sources:"
    for source in said.sources:
        known = ", ".join(filter(None, (source.version, f"{said.names_of[source.name]:,} names", source.licence)))
        yield f"  {source.name}: {known}, sha256 {source.sha256[:12]}"
    for what, count in said.counts.items():
        if count:
            yield f"{what}: {count:,}"
    if said.damaged:
        yield f"damaged: {', '.join(said.damaged)}; build it again"
