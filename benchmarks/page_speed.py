"""How large the page is, how soon it answers, and how smoothly it pans, in Chromium by its own performance API.

`.venv/bin/python benchmarks/page_speed.py [RUNS] [GRAPH…]`: the IPEX page, a page of 50 articles, one of 5,000 things
(both made up, see tests/browser/large.py), and the pages of further graphs. Ready is the mark that the page sets when
everything is laid out and every control answers, the fastest of the runs; thread is what the page's main thread had
computed by then, which depends less on what else the machine does. Frames are counted while the mouse drags the graph
about for some seconds, where it starts and with all folds open.
"""

import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, sync_playwright

from nosograph.graph import Graph
from nosograph.views import write_page

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
from browser.conftest import NAMES, SWITCHES  # noqa: E402 - the tests' own browser
from browser.large import large_graph  # noqa: E402 - and their graphs
from browser.opening import READY  # noqa: E402 - and mark

MEGABYTE: Final = 1_000_000
FRAMES: Final = 30
COUNT = """() => {
  window.frames_ = [];
  const step = now => { window.frames_.push(now); window.counting = requestAnimationFrame(step); };
  window.counting = requestAnimationFrame(step);
}"""
TAKEN = "() => { cancelAnimationFrame(window.counting); return window.frames_; }"


@dataclass(frozen=True, kw_only=True)
class Target:
    """Hold what a page may weigh (bytes) and take (milliseconds); 0 for no limit."""

    size: int = 0
    ready: int = 0


TARGETS: Final[Mapping[str, Target]] = {
    "IPEX": Target(size=MEGABYTE, ready=1000),
    "50 articles": Target(ready=3000),
    "5,000 things": Target(),
}


def pages(folder: Path, others: list[str]) -> dict[str, Path]:
    """Write the pages."""
    graphs = {
        "IPEX": Graph.load(ROOT / "out" / "ipex-syndrome.trig"),
        "50 articles": large_graph(diseases=50, findings=25),
        "5,000 things": large_graph(diseases=100, findings=55),
        **{name: Graph.load(name) for name in others},
    }
    made = {name: folder / f"{number}.html" for number, name in enumerate(graphs)}
    for name, path in made.items():
        path.write_bytes(write_page(graphs[name]))
    return made


def started(browser: Browser, path: Path) -> tuple[float, float]:
    """Open a page afresh; give when it was ready and what its thread had computed by then, in milliseconds."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(path.as_uri())
    page.wait_for_function(READY)
    ready = page.evaluate("performance.getEntriesByName('nosograph:ready')[0].startTime")
    spent = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    page.close()
    return ready, spent["TaskDuration"] * 1000


def frames(browser: Browser, path: Path, *, unfold: bool) -> tuple[int, float, float]:
    """Drag the graph about; give how many nodes are shown, and the frames a second: the median, and of the slowest."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto(path.as_uri())
    page.wait_for_function(READY)
    if unfold:
        page.evaluate("nosograph.store.set({ turned: new Set(nosograph.model.page.things.map(thing => thing.id)) })")
        page.evaluate("nosograph.graph.fit()")
    page.wait_for_timeout(1000)
    pan = page.evaluate("nosograph.graph.cy.pan()")
    page.mouse.move(262, 112)
    page.mouse.down()
    page.evaluate(COUNT)
    for turn in range(5):
        page.mouse.move(262 + 200 * ((turn + 1) % 2), 112 + 60 * ((turn + 1) % 2), steps=60)
    times = page.evaluate(TAKEN)
    if page.evaluate("nosograph.graph.cy.pan()") == pan:
        sys.exit("the graph did not move: the mouse did not meet its ground")
    page.mouse.up()
    nodes = page.evaluate("nosograph.graph.cy.nodes().length")
    page.close()
    gaps = sorted(after - before for before, after in pairwise(times))
    return nodes, 1000 / statistics.median(gaps), 1000 / gaps[int(len(gaps) * 0.95)]


def main(runs: int, others: list[str]) -> int:
    """Measure, print, and fail where a target is missed."""
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)))
    missed = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        made = pages(Path(folder), others)
        browser = playwright.chromium.launch(executable_path=program, args=list(SWITCHES))
        print(
            f"Chromium {browser.version}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, fastest of {runs} runs"
        )
        for name, path in made.items():
            target, size = TARGETS.get(name, Target()), path.stat().st_size
            ready, thread = map(min, zip(*(started(browser, path) for _ in range(runs)), strict=True))
            print(f"{name:>14}: {size / MEGABYTE:5.2f} MB, ready after {ready:5.0f} ms, thread {thread:5.0f} ms")
            missed += [name] if (target.size and size > target.size) or (target.ready and ready > target.ready) else []
        for unfold in (False, True):
            nodes, rate, slowest = frames(browser, made["5,000 things"], unfold=unfold)
            how = "all unfolded" if unfold else "as it opens"
            print(f"{'5,000 things':>14}: {how}, {nodes} nodes, {rate:.0f} frames a second, {slowest:.0f} at worst")
            missed += ["frames"] if rate < FRAMES else []
        browser.close()
    if missed:
        print(f"missed: {', '.join(missed)}")
    return int(bool(missed))


if __name__ == "__main__":
    numbers = [word for word in sys.argv[1:] if word.isdigit()]
    sys.exit(main(int(numbers[0]) if numbers else 5, [word for word in sys.argv[1:] if not word.isdigit()]))
