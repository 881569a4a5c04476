"""What loading and asking cost, on real exports multiplied with fresh IRIs, against what others take.

`.venv/bin/python benchmarks/stores.py [TRIPLES]` (1,000,000 without it). Into the embedded store against
`oxigraph load`, and one large graph again; into Fuseki over HTTP against curl sending the same file (`make test-stores`
fetches Fuseki); the named queries against rdflib in memory. Exit code 1 where a target is missed.
"""

import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import rdflib

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from integration.asked import QUERIES  # noqa: E402 - found there
from integration.servers import TOOLS, running  # noqa: E402 - as above
from nosograph.stores import named_queries, query  # noqa: E402 - as above

BIN = Path(sys.executable).parent
RATIO = 0.7
MEMORY = 500
"""The most megabytes that a load may hold, however large the file."""
MANY = 2_000_000
"""Above so many triples each thing is measured once, and the queries are left out."""
REPLACED = 1_000_000
"""Triples of the one graph that is replaced."""
QUERIED = 12_000
"""Triples that rdflib is asked about: its own pace sets the limit."""


def multiplied(path: Path, triples: int) -> int:
    """Write the exported articles again and again, each time under other IRIs; give the number of lines."""
    text = "".join(file.read_text(encoding="utf-8") for file in sorted((ROOT / "out").glob("*.nq")))
    count = text.count("\n")
    with path.open("w", encoding="utf-8") as stream:
        for number in range(max(1, round(triples / count))):
            made = text
            for kind in ("article", "claim", "evidence"):
                made = made.replace(f"nosograph/{kind}/", f"nosograph/{kind}/{number:x}-")
            stream.write(made)
    return count * max(1, round(triples / count))


class Cost(NamedTuple):
    """What a command took: seconds on the clock and of processors, and its most memory in megabytes."""

    seconds: float
    processors: float
    memory: float

    def __str__(self) -> str:
        """Write all three."""
        return f"{self.seconds:.1f} s ({self.processors:.1f} s of processors, {self.memory:.0f} MB)"


def cost(command: Sequence[object], env: dict[str, str] | None = None) -> Cost:
    """Run a command, and give what it took."""
    started = time.perf_counter()
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=env)
    assert process.stderr is not None  # noqa: S101 - it is a pipe
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command[0]}: {said.decode()[-500:]}")
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000)


def middle(costs: Sequence[Cost]) -> Cost:
    """Give the median of each, and the most of memory."""
    seconds, processors, memory = zip(*costs, strict=True)
    return Cost(statistics.median(seconds), statistics.median(processors), max(memory))


def folder(path: Path, work: Path, runs: int) -> tuple[Cost, Cost]:
    """Give what `oxigraph load` takes and what ours does, the two in turn, each into a new folder."""
    theirs, ours = [], []
    for _ in range(runs):
        for costs, command in (
            (theirs, [BIN / "oxigraph", "load", "--location", work / "store", "--file", path]),
            (ours, [BIN / "nosograph", "load", "-q", path, work / "store"]),
        ):
            costs.append(cost(command))
            shutil.rmtree(work / "store")
    return middle(theirs), middle(ours)


def replaced(work: Path) -> tuple[int, Cost]:
    """Give the size of a graph, about a million triples, and what it takes to replace it by itself in a folder."""
    seen: set[int] = set()
    multiplied(work / "copies.nq", REPLACED * 29 // 20)
    with (work / "copies.nq").open(encoding="utf-8") as copies, (work / "one.nq").open("w", encoding="utf-8") as one:
        for line in copies:
            triple = line[: line.rindex(" <")]
            if hash(triple) not in seen:
                seen.add(hash(triple))
                one.write(triple + " <https://example.org/one> .\n")
    for _ in range(2):
        taken = cost([BIN / "nosograph", "load", "-q", work / "one.nq", work / "store"])
    shutil.rmtree(work / "store")
    return len(seen), taken


def fuseki(path: Path, work: Path) -> tuple[Cost, Cost]:
    """Give what curl takes and what ours does, each into a new Fuseki that has started."""
    costs = []
    for name in ("curl", "ours"):
        with running("fuseki", work / f"fuseki-{name}") as server:
            curl = [
                "curl",
                "-sSf",
                "-X",
                "POST",
                "-H",
                "Content-Type: application/n-quads",
                "-T",
                path,
                f"{server.url}/data",
            ]
            ours = [BIN / "nosograph", "load", "-q", path, server.url]
            costs.append(cost(curl if name == "curl" else ours, server.environment))
        shutil.rmtree(server.folder)
    return costs[0], costs[1]


def queries(work: Path) -> tuple[float, float]:
    """Give the medians, over the named queries, of rdflib in memory and of the embedded store, in seconds."""
    path = work / "queried.nq"
    multiplied(path, QUERIED)
    cost([BIN / "nosograph", "load", "-q", path, work / "queried"])
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(path, format="nquads")
    theirs, ours = [], []
    for name in QUERIES:
        text = named_queries()[name].text
        started = time.perf_counter()
        rows = len(list(dataset.query(text)))
        theirs.append(time.perf_counter() - started)
        started = time.perf_counter()
        assert len(query(work / "queried", named=name)) == rows  # noqa: S101 - else the times compare nothing
        ours.append(time.perf_counter() - started)
        print(f"  {name:24} rdflib {theirs[-1]:8.3f} s   embedded {ours[-1]:8.3f} s   {rows} rows")
    return statistics.median(theirs), statistics.median(ours)


def main() -> int:
    """Measure, print, and say whether the targets are met."""
    triples = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    good = True
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        path = work / "many.nq"
        count = multiplied(path, triples)
        print(f"{count:,} triples, {path.stat().st_size / 1e6:,.0f} MB")
        theirs, ours = folder(path, work, 3 if triples <= MANY else 1)
        good &= theirs.seconds / ours.seconds >= RATIO and ours.memory <= MEMORY
        print(f"folder: oxigraph load {theirs}, nosograph load {ours}")
        busy = theirs.processors / ours.processors
        print(f"  {theirs.seconds / ours.seconds:.2f} of its speed; {busy:.2f} by processors")
        if (TOOLS / "jena-fuseki-server.jar").is_file():
            theirs, ours = fuseki(path, work)
            good &= ours.memory <= MEMORY
            print(f"Fuseki: curl {theirs}, nosograph load {ours}: {theirs.seconds / ours.seconds:.2f} of its speed")
        if triples <= MANY:
            size, again = replaced(work)
            good &= again.memory <= MEMORY
            print(f"folder: a graph of {size:,} triples replaced in {again}")
            slow, fast = queries(work)
            print(f"named queries on {QUERIED:,} triples, median: rdflib {slow:.3f} s, embedded store {fast:.3f} s")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
