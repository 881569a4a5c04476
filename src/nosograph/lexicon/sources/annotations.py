"""Stream disease names and gene symbols from HPO's annotation files (phenotype.hpoa, genes_to_phenotype.txt)."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from nosograph.errors import LexiconError
from nosograph.lexicon.records import Heading, Term, TermName
from nosograph.lexicon.rows import numbered_lines
from nosograph.lexicon.sources.variants import lower_case, variants
from nosograph.lexicon.values import Flag
from nosograph.model import Kind


def read_hpoa(path: Path) -> Iterator[Heading | Term]:
    """Yield the heading, then one disease an identifier, labelled as most rows do, with its other names and variants.

    Raises:
        LexiconError: a row has fewer than two columns.
    """
    names: dict[str, Counter[str]] = {}
    for number, line in numbered_lines(path):
        if not line or line[0] == "#":
            if line.startswith("#version:"):
                yield Heading(version=line.partition(":")[2].strip())
            continue
        identifier, tab, rest = line.partition("\t")
        if not tab:
            raise LexiconError(f"line {number} has one column", where=str(path), mend="give a phenotype.hpoa of HPO")
        if ":" in identifier:
            if identifier not in names:
                names[identifier] = Counter()
            names[identifier][rest.partition("\t")[0]] += 1
    for identifier, counts in names.items():
        ordered = [lower_case(name) for name, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]
        others = [TermName(text=name) for name in ordered[1:]]
        generated = [
            TermName(text=text, flags=Flag.GENERATED | flag) for name in ordered for text, flag in variants(name)
        ]
        yield Term(curie=identifier, label=ordered[0], kind=Kind.DISEASE, names=(*others, *generated))


def read_genes(path: Path) -> Iterator[Term]:
    """Yield one gene an NCBI Gene number, by its symbol; rows without a symbol ("-") are passed over.

    Raises:
        LexiconError: a row has fewer than two columns.
    """
    seen: set[str] = set()
    for number, line in numbered_lines(path):
        identifier, _, rest = line.partition("\t")
        if identifier in seen or not identifier.isdecimal():
            continue
        symbol, tab, _ = rest.partition("\t")
        if not tab:
            raise LexiconError(
                f"line {number} has too few columns", where=str(path), mend="give HPO's genes_to_phenotype.txt"
            )
        seen.add(identifier)
        if symbol and symbol != "-":
            yield Term(
                curie=f"NCBIGene:{identifier}",
                label=symbol,
                kind=Kind.GENE,
                names=(TermName(text=symbol, flags=Flag.SYMBOL),),
            )
