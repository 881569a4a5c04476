"""What page and picture add to `nosograph export`: all formats against all but these, as whole processes in turn.

`.venv/bin/python benchmarks/views_cost.py [RUNS]`. The lexicon is warm: one export goes before. Both start a fresh
Python; processor time of the process and its children is measured, which other work on the machine moves least.
"""

import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from nosograph import __version__
from nosograph.pipeline import FORMATS

TARGET = 1.5
SHOWN = {"html", "svg"}


def seconds(command: list[str]) -> float:
    """Run a command and give the processor time it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(runs: int) -> int:
    """Measure, print, and fail where the target is missed."""
    with tempfile.TemporaryDirectory() as folder:
        program = str(Path(sys.executable).parent / "nosograph")
        whole = [program, "export", "-q", "-o", str(Path(folder, "all"))]
        plain = [program, "export", "-q", "-o", str(Path(folder, "plain"))]
        plain += [word for form in FORMATS if form not in SHOWN for word in ("-f", form)]
        seconds(whole)
        seconds(plain)
        times = [(seconds(whole), seconds(plain)) for _ in range(runs)]
    ours, theirs = (statistics.median(column) for column in zip(*times, strict=True))
    print(
        f"nosograph {__version__}, Python {platform.python_version()}, {os.cpu_count()} cores, {runs} runs each in turn"
    )
    print(f"all {len(FORMATS)} formats: median {ours:.3f} s of processor time")
    print(f"without {' and '.join(sorted(SHOWN & set(FORMATS)))}: median {theirs:.3f} s")
    print(f"ratio of medians: {ours / theirs:.2f} (at most {TARGET})")
    return int(ours / theirs > TARGET)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10))
