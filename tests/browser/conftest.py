"""What the tests in a real browser share: Debian's Chromium, driven by Playwright; without it they fail.

`make test-browser` runs them. A page is opened from a file, as a reader does, and every test fails that lets it ask the
network for anything, write to the console or raise an error.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

import builders
from browser.opening import Opened, Opener
from nosograph.graph import Graph
from nosograph.views import write_page

SWITCHES = (
    "--no-sandbox",  # the tests may run as root, and open what we wrote alone
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
PATIENCE = 60_000


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give the browser that CHROMIUM names, or the first on PATH."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    assert found, "no Chromium: apt-get install chromium, or name one in CHROMIUM"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=list(SWITCHES))
        yield running
        running.close()


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opener]:
    """Open pages; at the end none of them may have done what it should not."""
    contexts, pages = [], list[Opened]()

    def open_page(path: Path, state: str = "", **options: object) -> Opened:
        context = browser.new_context(**{"viewport": {"width": 1400, "height": 900}, **options})
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = Opened(page=context.new_page())
        page.watch()
        pages.append(page)
        return page.open(path, state)

    yield open_page
    wrongs = [wrong for page in pages for wrong in page.wrongs]
    for context in contexts:
        context.close()
    assert wrongs == []


@pytest.fixture(scope="session")
def pages(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder of pages: ipex.html of the committed graph, whole.html with claims of every sort, two.html."""
    folder = tmp_path_factory.mktemp("pages")
    two = builders.graph()
    other = builders.article(slug="other", title="Another article")
    two.store.extend(builders.assemble(other, builders.claims(other)[:6]).quads())
    graphs = {"ipex": Graph.load(root / "out" / "ipex-syndrome.trig"), "whole": builders.graph(), "two": two}
    for name, graph in graphs.items():
        (folder / f"{name}.html").write_bytes(write_page(graph))
    return folder


@pytest.fixture(scope="session")
def ipex_page(pages: Path) -> Path:
    """Give the page of the committed graph."""
    return pages / "ipex.html"


@pytest.fixture(scope="session")
def whole_page(pages: Path) -> Path:
    """Give the page of a graph that has claims of every sort: denied, hedged, of one triple, of no citation."""
    return pages / "whole.html"
