"""What `nosograph export` costs as a whole process, against the bare script beside this file, the two in turn.

`.venv/bin/python benchmarks/export_cost.py [RUNS]`. The lexicon is warm: one export goes before. Both start a fresh
Python; the bare script is given the finished Turtle, nosograph the article's text. Both write the formats that the bare
script has libraries for; benchmarks/views_cost.py says what the others cost.
"""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from nosograph import __version__, resources

HERE = Path(__file__).resolve().parent
SLUG = "ipex-syndrome"
TARGET = 1.3
FORMATS = ("ttl", "jsonld", "trig", "nq", "nt", "rdf", "claims.tsv", "graphml", "gexf", "json")


def seconds(command: list[str]) -> float:
    """Run a command and give its wall time."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def main(runs: int) -> int:
    """Measure, print, and fail where the target is missed."""
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Path(folder, "nosograph"), Path(folder, "bare")
        program = str(Path(sys.executable).parent / "nosograph")
        export = [program, "export", str(resources.folder("articles") / f"{SLUG}.txt"), "-o", str(ours)]
        export += [word for form in FORMATS for word in ("-f", form)]
        turtle = str(ours / f"{SLUG}.ttl")
        bare = [sys.executable, str(HERE / "bare_export.py"), turtle, str(resources.folder("shapes")), str(theirs)]
        seconds(export)
        seconds(bare)
        if missing := {path.name for path in ours.iterdir()} ^ {path.name for path in theirs.iterdir()}:
            sys.exit(f"the two do not write the same formats: {sorted(missing)}")
        times = [(seconds(export), seconds(bare)) for _ in range(runs)]
    medians = [statistics.median(column) for column in zip(*times, strict=True)]
    ratio = medians[0] / medians[1]
    print(
        f"nosograph {__version__}, Python {platform.python_version()}, {os.cpu_count()} cores, {runs} runs each in turn"
    )
    for name, median, column in zip(
        ("nosograph export", "bare script"), medians, zip(*times, strict=True), strict=True
    ):
        print(f"{name:>18}: median {median:.3f} s, fastest {min(column):.3f} s, slowest {max(column):.3f} s")
    print(f"{'ratio of medians':>18}: {ratio:.2f} (at most {TARGET})")
    return int(ratio > TARGET)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10))
