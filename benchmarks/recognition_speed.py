"""How fast recognition is: many texts at once, one text alone, and two processes beside one.

    python benchmarks/recognition_speed.py FILE_OR_FOLDER… [--size 5]

Takes the text of the articles given (as read), cut into pieces of 10,000 characters and repeated up to `--size` million
characters; without articles, the one that travels with the program. Prints million characters a second, wall and CPU:
of the first pass, which meets every word for the first time, and of those that follow with the same lexicon.
"""

import argparse
import multiprocessing
import statistics
import sys
import time
from itertools import cycle, islice
from multiprocessing.synchronize import Barrier
from pathlib import Path

from nosograph.errors import NosographError
from nosograph.lexicon import Lexicon, load_lexicon
from nosograph.reading import read
from nosograph.recognition import annotate, annotate_all
from nosograph.resources import folder

PIECE = 10_000


def pieces(paths: list[Path], size: int) -> list[str]:
    """Cut the articles' text into pieces, about `size` characters in all."""
    files = sorted(f for path in paths for f in (path.rglob("*.txt") if path.is_dir() else [path]))
    cut: list[str] = []
    for file in files:
        try:
            text = read(file).text
        except NosographError as error:
            print(error, file=sys.stderr)
            continue
        cut.extend(text[start : start + PIECE] for start in range(0, len(text), PIECE))
    mean = max(sum(map(len, cut)) // max(len(cut), 1), 1)
    return list(islice(cycle(cut), size // mean))


def work(texts: list[str], lexicon: Lexicon) -> int:
    """Recognise all of them; count the mentions."""
    return sum(map(len, annotate_all(texts, lexicon)))


def timed(texts: list[str], lexicon: Lexicon) -> tuple[float, float]:
    """Give wall and CPU seconds of one pass."""
    wall, cpu = time.perf_counter(), time.process_time()
    work(texts, lexicon)
    return time.perf_counter() - wall, time.process_time() - cpu


def passes(texts: list[str], gate: Barrier, times: int) -> None:
    """Warm up, wait for the other process, and recognise the texts some times."""
    lexicon = load_lexicon()
    work(texts, lexicon)
    gate.wait()
    for _ in range(times):
        work(texts, lexicon)
    gate.wait()


def processes(texts: list[str], count: int, times: int = 3) -> float:
    """Give characters a second of `count` processes, each on all the texts."""
    gate = multiprocessing.Barrier(count + 1)
    running = [multiprocessing.Process(target=passes, args=(texts, gate, times)) for _ in range(count)]
    for process in running:
        process.start()
    gate.wait()
    begun = time.perf_counter()
    gate.wait()
    spent = time.perf_counter() - begun
    for process in running:
        process.join()
    return sum(map(len, texts)) * count * times / spent


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", type=Path)
    parser.add_argument("--size", type=float, default=5, help="million characters")
    given = parser.parse_args()
    texts = pieces(given.articles or [folder("articles")], int(given.size * 1e6))
    size = sum(map(len, texts))
    lexicon = load_lexicon()
    wall, cpu = timed(texts, lexicon)
    print(f"{len(texts)} texts, {size:,} characters, one process, first pass:")
    print(f"  {size / wall / 1e6:.2f} million characters a second of wall time, {size / cpu / 1e6:.2f} of CPU time")
    walls, cpus = zip(*(timed(texts, lexicon) for _ in range(5)), strict=True)
    print("median of 5 more:")
    print(f"  {size / statistics.median(walls) / 1e6:.2f} million characters a second of wall time")
    print(f"  {size / statistics.median(cpus) / 1e6:.2f} million characters a second of CPU time")
    one = max(texts, key=len)
    single = []
    for _ in range(20):
        begun = time.perf_counter()
        annotate(one, lexicon)
        single.append(time.perf_counter() - begun)
    print(f"one text of {len(one):,} characters: median of 20 {statistics.median(single) * 1000:.1f} ms")
    alone, both = processes(texts, 1), processes(texts, 2)
    print(f"two processes: {both / alone:.2f} times one ({both / 1e6:.2f} against {alone / 1e6:.2f} million a second)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
