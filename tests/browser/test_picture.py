"""The picture in a browser: its labels, as the browser sets them, lie over one another in no font."""

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import builders
import hostile
from nosograph.graph import Graph
from nosograph.views import WRITERS
from nosograph.views._picture.lettering import FAMILY

pytestmark = pytest.mark.integration

BOXES = """() => [...document.querySelectorAll('text')].map(text => {
    const {left, top, right, bottom} = text.getBoundingClientRect();
    return {words: text.textContent, left, top, right, bottom, wide: right - left, set: text.textLength.baseVal.value};
})"""
FONTS = (FAMILY, "DejaVu Sans", "serif", "monospace")
LEADING = 0.15
"""A box that the browser gives holds the font's own leading; this share of its height is not letters, at either end."""


@pytest.fixture
def shown(browser: Browser, tmp_path: Path) -> Iterator[Callable[[Graph, str], Page]]:
    """Open pictures in a font; none may ask the network, speak to the console or run a script."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    wrongs: list[str] = []

    def show(graph: Graph, font: str) -> Page:
        path = tmp_path / "picture.svg"
        path.write_bytes(WRITERS["svg"](graph).replace(FAMILY.encode(), font.encode()))
        page = context.new_page()
        page.on("console", lambda message: wrongs.append(message.text))
        page.on("pageerror", lambda error: wrongs.append(str(error)))
        page.on("dialog", lambda dialog: wrongs.append(dialog.message))
        page.on("request", lambda asked: None if asked.url == path.as_uri() else wrongs.append(asked.url))
        page.goto(path.as_uri())
        return page

    yield show
    context.close()
    assert wrongs == []


def graph_of(name: str, root: Path) -> Graph:
    """Give a graph by its name."""
    if name == "ipex":
        return Graph.load(root / "out" / "ipex-syndrome.trig")
    return builders.graph() if name == "whole" else hostile.graph()


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("name", ["ipex", "whole", "hostile"])
def test_labels_lie_apart_in_any_font(name: str, font: str, root: Path, shown: Callable[[Graph, str], Page]) -> None:
    """As set by the browser, no two labels overlap, and each is as wide as the picture says."""
    boxes = shown(graph_of(name, root), font).evaluate(BOXES)
    assert len(boxes) > 20
    over = [
        (a["words"], b["words"])
        for a, b in combinations(boxes, 2)
        if min(a["right"], b["right"]) - max(a["left"], b["left"]) > 1
        and min(a["bottom"], b["bottom"]) - max(a["top"], b["top"])
        > LEADING * (a["bottom"] - a["top"] + b["bottom"] - b["top"])
    ]
    assert over == []
    assert [(b["words"], b["wide"], b["set"]) for b in boxes if abs(b["wide"] - b["set"]) > 2] == []


def test_letters_are_as_wide_as_reckoned(root: Path, shown: Callable[[Graph, str], Page]) -> None:
    """Where Helvetica or a font of its widths is installed, labels need no stretching: their own width is that set."""
    page = shown(graph_of("ipex", root), "Liberation Sans")
    own = page.evaluate("""() => [...document.querySelectorAll('text')].map(text => {
        const set = text.textLength.baseVal.value;
        text.removeAttribute('textLength');
        return [text.textContent, set, text.getComputedTextLength()];
    })""")
    other = [row for row in own if abs(row[1] - row[2]) > 0.02 * row[1] + 0.6]
    assert other == [], "is the font there? apt-get install fonts-liberation"
