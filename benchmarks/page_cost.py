"""What one page costs once warm, stage by stage: read, recognised, extracted, assembled.

`.venv/bin/python benchmarks/page_cost.py PAGE… [--runs N]`. Every page goes the whole way once before it is measured;
of its runs the median counts. The time is the processor's, which other programs do not stretch as they do the clock's.
The target holds for pages of about 60 kB of HTML: the cost of others is printed too, and the figure at the end is the
median over the pages of 50 to 70 kB.
"""

import argparse
import gc
import os
import platform
import statistics
import sys
import time
from itertools import pairwise
from pathlib import Path

from nosograph import __version__
from nosograph.assembly import assemble
from nosograph.extraction import extract
from nosograph.lexicon import Lexicon, load_lexicon
from nosograph.reading import read
from nosograph.recognition import annotate

STAGES = ("read", "recognise", "extract", "assemble", "all")
TARGET = 0.060
SIZES = range(50_000, 70_001)


def costs(path: Path, lexicon: Lexicon) -> tuple[float, ...]:
    """Take a page through the stages; give the seconds of the processor each took, and their sum."""
    times = [time.process_time()]
    article = read(path)
    times.append(time.process_time())
    mentions = annotate(article, lexicon)
    times.append(time.process_time())
    claims = extract(article, mentions)
    times.append(time.process_time())
    assemble(article, claims, lexicon=lexicon)
    times.append(time.process_time())
    return (*(b - a for a, b in pairwise(times)), times[-1] - times[0])


def main() -> int:
    """Measure, print, and fail where the target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="+", type=Path)
    parser.add_argument("--runs", type=int, default=7)
    given = parser.parse_args()
    lexicon = load_lexicon()
    print(
        f"nosograph {__version__}, Python {platform.python_version()}, {os.cpu_count()} cores, {given.runs} runs each"
    )
    print(f"{'bytes':>8} " + " ".join(f"{stage:>9}" for stage in STAGES) + "  page, milliseconds")
    rows: list[tuple[int, tuple[float, ...]]] = []
    for page in given.pages:
        costs(page, lexicon)
        gc.collect()
        runs = [costs(page, lexicon) for _ in range(given.runs)]
        median = tuple(statistics.median(column) for column in zip(*runs, strict=True))
        size = page.stat().st_size
        rows.append((size, median))
        print(f"{size:8} " + " ".join(f"{1000 * value:9.1f}" for value in median) + f"  {page.name}")
    fitting = [median for size, median in rows if size in SIZES] or [median for _, median in rows]
    middle = [statistics.median(column) for column in zip(*fitting, strict=True)]
    print(f"{'median':>8} " + " ".join(f"{1000 * value:9.1f}" for value in middle) + f"  of {len(fitting)} pages")
    print(f"target: {1000 * TARGET:.0f} ms")
    return int(middle[-1] > TARGET)


if __name__ == "__main__":
    sys.exit(main())
