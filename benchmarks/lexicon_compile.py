"""Measure the lexicon: compiling it at first use, loading it warm, and the memory both take.

    python benchmarks/lexicon_compile.py

Each figure is taken in a process of its own; nothing is left behind.
"""

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAM = """
import resource, sys, time
import numpy
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
begun = time.perf_counter()
from nosograph.lexicon import load_lexicon
imported = time.perf_counter()
lexicon = load_lexicon()
loaded = time.perf_counter()
worked = time.process_time()
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(imported - begun, loaded - imported, (after - before) / 1024, after / 1024, len(lexicon), worked, sep="\\t")
"""
WARM_RUNS = 15
LIMITS = {"compile, s": 10.0, "compile, MB": 1000.0, "load, ms": 20.0, "load, MB over numpy": 60.0}


def run(cache: Path) -> list[float]:
    """Load the lexicon in a new process; give import and load time, memory over numpy and in all, names, CPU time."""
    environment = {"NOSOGRAPH_CACHE": str(cache), "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return [float(cell) for cell in done.stdout.split("\t")]


def main() -> int:
    """Print the figures beside their limits; exit 1 where one is above."""
    with tempfile.TemporaryDirectory() as folder:
        cold = run(Path(folder))
        warm = [run(Path(folder)) for _ in range(WARM_RUNS)]
        size = sum(path.stat().st_size for path in Path(folder).glob("*.nosograph"))
    figures = {
        "compile, s": cold[1],
        "compile, MB": cold[3],
        "load, ms": 1000 * statistics.median(row[1] for row in warm),
        "load, MB over numpy": statistics.median(row[2] for row in warm),
    }
    for name, figure in figures.items():
        print(f"{name:24}{figure:10.1f}   limit {LIMITS[name]:g}")
    print(f"{'compile, s of CPU':24}{cold[5]:10.1f}")
    print(f"{'import, ms':24}{1000 * statistics.median(row[0] for row in warm):10.1f}")
    print(f"{'names':24}{cold[4]:10.0f}")
    print(f"{'file, MB':24}{size / 1e6:10.1f}")
    return int(any(figures[name] > limit for name, limit in LIMITS.items()))


if __name__ == "__main__":
    sys.exit(main())
