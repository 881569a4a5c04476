"""Whoever reads, on whatever: keyboard, screen reader, phone, dark, still; and labels that can be read."""

import json
import math
from itertools import combinations
from pathlib import Path

import pytest

from browser.held import claim
from browser.opening import Opener
from browser.test_keeping import exported

pytestmark = pytest.mark.integration

CORNERS = """() => [...document.querySelectorAll('text')].map(text => {
  const { x, y, width, height } = text.getBBox();
  const matrix = text.getCTM();
  const at = (px, py) => { const p = new DOMPoint(px, py).matrixTransform(matrix); return [p.x, p.y]; };
  return [text.textContent, [at(x, y), at(x + width, y), at(x + width, y + height), at(x, y + height)]];
})"""
TOO_WIDE = """() => [...document.querySelectorAll('body *')]
  .filter(element => element.getBoundingClientRect().right > innerWidth + 1).map(element => element.className)"""
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["", "thing=MONDO:0010580", "view=table", "claim"])
@pytest.mark.parametrize("options", [{}, PHONE], ids=["desk", "phone"])
def test_axe_finds_nothing_serious(  # noqa: PLR0917 - pytest gives them by name
    scheme: str, state: str, options: dict[str, object], root: Path, opened: Opener, ipex_page: Path
) -> None:
    """axe-core finds no violation that is serious or critical, in either look, whatever is shown."""
    chosen = f"claim={claim(ipex_page, 'Nail dystrophy')['id']}" if state == "claim" else state
    page = opened(ipex_page, chosen, color_scheme=scheme, **options)
    page.page.add_init_script(path=root / "web" / "node_modules" / "axe-core" / "axe.min.js")
    page.page.reload()
    page.page.wait_for_function("performance.getEntriesByName('nosograph:ready').length > 0")
    found = page.page.evaluate("async () => (await axe.run(document, {resultTypes: ['violations']})).violations")
    serious = [one for one in found if one["impact"] in {"serious", "critical"}]
    assert [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in serious] == []


def test_the_keyboard_alone_goes_all_the_way(opened: Opener, ipex_page: Path) -> None:
    """From the address bar, with keys alone: to the graph, a node, its line, the claim, and back."""
    page = opened(ipex_page)
    press = page.page.keyboard.press
    press("Tab")
    assert page.page.evaluate("document.activeElement.textContent") == "To the graph"
    press("Enter")
    assert page.page.evaluate("document.activeElement.id") == "graph"
    press("ArrowRight")
    assert page.chosen() == "thing=MONDO:0010580"
    press("ArrowUp")
    moved = page.chosen()
    assert moved not in {"", "thing=MONDO:0010580"}
    press("e")
    first = page.chosen()
    assert first.startswith("claim=")
    press("Enter")
    assert page.page.evaluate("document.activeElement.className") == "claim-title"
    press("Tab")
    press("Enter")
    assert page.chosen().startswith("thing=")
    press("/")
    assert page.page.evaluate("document.activeElement.id") == "search"
    page.page.keyboard.type("nail")
    press("ArrowDown")
    press("Enter")
    assert page.chosen() == "thing=HP:0008404"
    press("Escape")
    press("Escape")
    assert page.chosen() == ""


def test_every_control_can_be_reached_by_tab(opened: Opener, ipex_page: Path) -> None:
    """Tab visits search, buttons, filters, graph and text, and is never caught."""
    page = opened(ipex_page)
    seen = set()
    for _ in range(120):
        page.page.keyboard.press("Tab")
        seen.add(
            page.page.evaluate("(e => e.id || e.className || e.dataset.facet || e.textContent)(document.activeElement)")
        )
    assert {"search", "graph", "mention"} <= seen
    assert page.page.evaluate("document.querySelectorAll('input[type=checkbox]').length") > 10


def test_what_is_chosen_is_spoken(opened: Opener, ipex_page: Path) -> None:
    """A live region says the claim that was chosen, with its sentence."""
    page = opened(ipex_page)
    wanted = claim(ipex_page, "Nail dystrophy")
    page.click(wanted["id"])
    said = page.page.locator("[aria-live]").inner_text()
    assert said == f"IPEX syndrome has phenotype Nail dystrophy. {wanted['text']}"


def test_the_table_is_another_way_to_every_claim(opened: Opener, ipex_page: Path) -> None:
    """The table lists each claim; its relation is a button that chooses it."""
    page = opened(ipex_page)
    page.control("Table").click()
    assert page.page.locator(".table tbody tr").count() == 22
    page.page.locator(".table tbody tr", has_text="Nail dystrophy").get_by_role("button").click()
    assert page.chosen() == f"claim={claim(ipex_page, 'Nail dystrophy')['id']}"


@pytest.mark.parametrize("width", [320, 390, 768, 1024])
def test_no_width_scrolls_sideways(width: int, opened: Opener, ipex_page: Path) -> None:
    """From a small phone to a tablet, with a claim chosen, nothing is wider than the window."""
    page = opened(
        ipex_page, f"claim={claim(ipex_page, 'Nail dystrophy')['id']}", viewport={"width": width, "height": 700}
    )
    assert page.page.evaluate("document.documentElement.scrollWidth") == width
    assert page.page.evaluate(TOO_WIDE) == []


def test_a_touch_chooses(opened: Opener, ipex_page: Path) -> None:
    """On a phone a tap on a node tells of it, legibly."""
    page = opened(ipex_page, **PHONE)
    page.page.touchscreen.tap(*page.where("MONDO:0010580"))
    page.page.wait_for_function("location.hash.includes('MONDO')")
    assert "IPEX syndrome" in page.details()


def test_the_look_follows_the_system_and_the_button(opened: Opener, ipex_page: Path) -> None:
    """Dark where the system is dark, and as the button says otherwise."""
    page = opened(ipex_page, color_scheme="dark")
    look = "[document.documentElement.dataset.theme, getComputedStyle(document.body).backgroundColor]"
    assert page.page.evaluate(look) == ["dark", "rgb(21, 23, 26)"]
    page.control("Colours: auto").click()
    assert page.page.evaluate(look) == ["light", "rgb(252, 251, 248)"]


@pytest.mark.parametrize("name", ["ipex", "whole"])
def test_no_label_covers_another(name: str, opened: Opener, pages: Path, tmp_path: Path) -> None:
    """In the exported drawing, which has the places of the graph, the boxes of no two labels overlap."""
    page = opened(pages / f"{name}.html")
    drawing = exported(page, "SVG", tmp_path)
    page.page.goto(drawing.as_uri())
    labels = page.page.evaluate(CORNERS)
    assert len(labels) > 30
    overlapping = [(a, b) for (a, one), (b, other) in combinations(labels, 2) if overlap(one, other)]
    assert json.dumps(overlapping) == "[]"


def overlap(one: list[list[float]], other: list[list[float]]) -> bool:
    """Say whether two boxes, turned or not, overlap by more than a hair: no line along a side parts them."""
    for box in (one, other):
        for (ax, ay), (bx, by) in ((box[0], box[1]), (box[1], box[2])):
            length = math.hypot(bx - ax, by - ay)
            nx, ny = (bx - ax) / length, (by - ay) / length
            a, b = ([x * nx + y * ny for x, y in corners] for corners in (one, other))
            if max(a) - 1 <= min(b) or max(b) - 1 <= min(a):
                return False
    return True
