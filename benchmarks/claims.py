"""Measure what extraction claims: write claims for a scorer, draw a sample to read, and give the share right by score.

usage: claims.py write OUT ARTICLE…            OUT/<slug>.tsv for each article, as `nosograph claims -f tsv` prints them
       claims.py sample SEED SIZE ARTICLE…     a sample of the claims, to stdout, with an empty column for the verdict
       claims.py bands READING.tsv             the share right by band of score and by relation, 95 % intervals
       claims.py speed ARTICLE…                milliseconds for 60,000 characters, warm, the best of three

A reading has the columns article, start, end, relation, object, polarity, score, verdict; the verdict is right, object
(the words mean something else), scope (the claim is not of the disease) or attribute (polarity, certainty, outcome or
frequency alone is wrong). It holds no sentence of an article: start and end say where to look.
"""

import csv
import gc
import math
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import nosograph as ng
from nosograph.model import Article, Claim, Mention
from nosograph.serialization import WRITERS

_BANDS = (0.0, 0.5, 0.7, 0.8, 0.9)
_COLUMNS = ("article", "start", "end", "relation", "object", "polarity", "score", "verdict")


def _read(paths: list[str]) -> Iterator[tuple[Article, tuple[Mention, ...]]]:
    lexicon = ng.load_lexicon()
    for path in paths:
        article = ng.read(path)
        yield article, ng.annotate(article, lexicon)


def write(out: str, *paths: str) -> None:
    """Write the claims of articles, one table each."""
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    for path, (article, mentions) in zip(paths, _read(list(paths)), strict=True):
        graph = ng.assemble(article, ng.extract(article, mentions))
        folder.joinpath(f"{Path(path).stem}.tsv").write_bytes(WRITERS["claims.tsv"](graph))


def sample(seed: str, size: str, *paths: str) -> None:
    """Print a sample of claims that depends on the seed, the articles and the program alone."""
    table = csv.writer(sys.stdout, "excel-tab", lineterminator="\n")
    table.writerow(_COLUMNS)
    drawn = [
        (path, claim)
        for path, (article, mentions) in zip(paths, _read(list(paths)), strict=True)
        for claim in ng.extract(article, mentions)
    ]
    for path, claim in random.Random(int(seed)).sample(drawn, min(int(size), len(drawn))):  # noqa: S311 - no secret
        table.writerow([Path(path).stem, *_row(claim), ""])


def _row(claim: Claim) -> list[object]:
    evidence = claim.evidence[0]
    return [evidence.start, evidence.end, claim.relation, claim.object.label, claim.polarity.value, claim.score]


def bands(reading: str) -> None:
    """Print the share right by band and by relation."""
    told: dict[str, list[bool]] = defaultdict(list)
    with Path(reading).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, dialect="excel-tab"):
            verdict = row["verdict"] == "right"
            band = max(b for b in _BANDS if b <= float(row["score"]))
            for key in ("all", f"score from {band}", row["relation"]):
                told[key].append(verdict)
    for key, verdicts in sorted(told.items()):
        right, of = sum(verdicts), len(verdicts)
        low, high = _interval(right, of)
        print(f"{key:28s} {right:4d} of {of:4d}  {right / of:.3f}  ({low:.2f}-{high:.2f})")


def _interval(right: int, of: int) -> tuple[float, float]:
    """Give Wilson's interval of a share at 95 %."""
    z = 1.96
    share, spread = right / of, z * math.sqrt(right / of * (1 - right / of) / of + z * z / (4 * of * of))
    middle, scale = share + z * z / (2 * of), 1 + z * z / of
    return (middle - spread) / scale, (middle + spread) / scale


def speed(*paths: str) -> None:
    """Print how long extraction takes for 60,000 characters."""
    read = list(_read(list(paths)))
    gc.freeze()
    best = math.inf
    for _ in range(3):
        begun = time.process_time()
        for article, mentions in read:
            ng.extract(article, mentions)
        best = min(best, time.process_time() - begun)
    letters = sum(len(article.text) for article, _ in read)
    print(f"{best / letters * 60_000 * 1000:.1f} ms for 60,000 of {letters} characters")


if __name__ == "__main__":
    {"write": write, "sample": sample, "bands": bands, "speed": speed}[sys.argv[1]](*sys.argv[2:])
