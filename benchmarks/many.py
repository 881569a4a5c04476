"""How much faster two processes export many articles than one, and what each stage costs an article.

    python benchmarks/many.py FOLDER [--pages 128] [--jobs 2] [--runs 3] [-f FORMAT]...

FOLDER holds articles, in folders below too; fewer than `--pages` come again under other names. The
two ways take turns, each in a process of its own, with a warm lexicon; the least time of each counts, for other work on
the machine only adds. Both must write the same bytes. It exits with 1 where `--jobs` is not 1.7 times as fast.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from statistics import median
from typing import TypeVar

from nosograph.assembly import assemble
from nosograph.extraction import extract
from nosograph.lexicon import load_lexicon
from nosograph.pipeline import FORMATS, gather
from nosograph.reading import read
from nosograph.recognition import annotate
from nosograph.serialization import write_files
from nosograph.validation import validate

TARGET = 1.7
WARM = 3
Out = TypeVar("Out")


def pages(folder: Path, count: int, into: Path) -> list[str]:
    """Copy the first `count` articles of a folder, in turn, under names of their own."""
    found = gather([folder])
    for number in range(count):
        path = Path(found[number % len(found)])
        shutil.copy(path, into / f"{number:05}-{path.name}")
    return list(gather([into]))


def exported(folder: Path, out: Path, jobs: int, formats: Sequence[str]) -> tuple[float, str]:
    """Export the articles in a process of its own; give the seconds and the sum of all that was written."""
    words = [sys.executable, "-m", "nosograph", "export", str(folder), "-o", str(out), "-q", "--jobs", str(jobs)]
    words += ["--merge", str(out.with_suffix(".nq")), *(word for form in formats for word in ("-f", form))]
    begun = time.perf_counter()
    subprocess.run(words, check=False)
    seconds = time.perf_counter() - begun
    digest = sha256(out.with_suffix(".nq").read_bytes())
    for path in sorted(out.iterdir()):
        digest.update(path.read_bytes())
    shutil.rmtree(out)
    return seconds, digest.hexdigest()


def stages(paths: Sequence[str], formats: Sequence[str]) -> Iterator[tuple[str, float, float]]:
    """Take each article the whole way and yield the stages with their median and mean milliseconds of work."""
    lexicon = load_lexicon()
    spent: defaultdict[str, list[float]] = defaultdict(list)

    def timed(stage: str, made: Callable[[], Out]) -> Out:
        begun = time.process_time()
        out = made()
        spent[stage].append((time.process_time() - begun) * 1000)
        return out

    with tempfile.TemporaryDirectory() as folder:
        for number, path in enumerate((*paths[:WARM], *paths)):
            if number == WARM:  # what is loaded once has been loaded
                spent.clear()
            article = timed("read", lambda path=path: read(path))  # type: ignore[misc]
            mentions = timed("annotate", lambda article=article: annotate(article, lexicon))  # type: ignore[misc]
            claims = timed("extract", lambda a=article, m=mentions: extract(a, m))  # type: ignore[misc]
            if not claims:
                continue
            graph = timed("assemble", lambda a=article, c=claims: assemble(a, c, lexicon=lexicon))  # type: ignore[misc]
            timed("validate", lambda graph=graph: validate(graph))  # type: ignore[misc]
            made = {
                form: timed(f"write {form}", lambda form=form, graph=graph: FORMATS[form](graph))  # type: ignore[misc]
                for form in formats or FORMATS
            }
            timed("to the disk", lambda made=made: write_files(Path(folder), made))  # type: ignore[misc]
    for stage, times in sorted(spent.items(), key=lambda item: -sum(item[1])):
        yield stage, median(times), sum(times) / len(times)


def main() -> int:
    """Read the arguments and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=128)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("-f", "--format", dest="formats", action="append", default=[], choices=list(FORMATS))
    parser.add_argument("--stages", action="store_true", help="show what each stage costs, and nothing else")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        into = Path(folder) / "articles"
        into.mkdir()
        paths = pages(given.folder, given.pages, into)
        if given.stages:
            for stage, middle, mean in stages(paths, given.formats):
                print(f"{stage:18} {middle:8.1f} ms median {mean:8.1f} ms mean")
            return 0
        load_lexicon()
        times: dict[int, list[float]] = {1: [], given.jobs: []}
        sums = set()
        for _ in range(given.runs):
            for jobs, seconds in times.items():
                taken, digest = exported(into, Path(folder) / f"out{jobs}", jobs, given.formats)
                seconds.append(taken)
                sums.add(digest)
    print(
        f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, {len(paths)} articles"
    )
    for jobs, seconds in times.items():
        print(f"--jobs {jobs}: least {min(seconds):6.1f} s, all {' '.join(f'{s:.1f}' for s in seconds)}")
    ratio = min(times[1]) / min(times[given.jobs])
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{ratio:.2f} times as fast (target {TARGET}); largest process {memory:.0f} MB; {len(sums)} kind of bytes")
    return 0 if ratio >= TARGET and len(sums) == 1 else 1


if __name__ == "__main__":
    sys.exit(main())
