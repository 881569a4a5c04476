"""Filter, search, link: what is shown is what was asked for, and a link shows it again."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator

from browser.held import claim, held, thing
from browser.large import large_graph
from browser.opening import Opened, Opener
from nosograph.views import write_page

pytestmark = pytest.mark.integration


def box(page: Opened, facet: str, value: str) -> Locator:
    """Give the checkbox of a filter."""
    return page.page.locator(f'input[data-facet="{facet}"][data-value="{value}"]')


@pytest.mark.parametrize(
    ("facet", "value", "gone", "kept"),
    [
        ("kind", "gene", "FOXP3", "Nail dystrophy"),
        ("relation", "treated_with", "sirolimus", "Nail dystrophy"),
        ("cited", "no", "Infantile onset", "Nail dystrophy"),
    ],
)
def test_a_filter_hides_what_it_names(  # noqa: PLR0917 - pytest gives them by name
    facet: str, value: str, gone: str, kept: str, opened: Opener, whole_page: Path
) -> None:
    """A kind, relation or citation that is unticked is gone with what hangs on it alone, and comes back."""
    page = opened(whole_page)
    away, stays = thing(whole_page, gone)["id"], thing(whole_page, kept)["id"]
    box(page, facet, value).uncheck()
    assert not page.shows(away)
    assert page.shows(stays)
    page.control("Show everything").click()
    assert page.shows(away)
    assert box(page, facet, value).is_checked()


@pytest.mark.parametrize(("facet", "value"), [("polarity", "negated"), ("certainty", "hedged"), ("article", "other")])
def test_a_filter_hides_lines(facet: str, value: str, opened: Opener, pages: Path) -> None:
    """Of what is denied, hedged or said by one article, exactly those claims' lines are hidden."""
    path = pages / "two.html"
    page, data = opened(path), held(path)
    box(page, facet, value).uncheck()
    for one in data["claims"]:
        of = {**one, "article": data["articles"][one["article"]]["slug"]}
        assert page.shows(one["id"]) == (of[facet] != value)


def test_nothing_left_is_said(opened: Opener, ipex_page: Path) -> None:
    """Where the filters leave nothing, the page says so."""
    page = opened(ipex_page, "no-polarity=affirmed")
    assert page.page.get_by_text("Nothing is left to show").is_visible()


@pytest.mark.parametrize(
    ("words", "found"),
    [("nail dys", "HP:0008404"), ("scurfin", "HGNC:6106"), ("MAXO:0010030", "MAXO:0010030")],
)
def test_search_finds_by_name_synonym_and_identifier(words: str, found: str, opened: Opener, ipex_page: Path) -> None:
    """Typed words list what bears them; Enter chooses the first, and it is shown."""
    page = opened(ipex_page)
    page.page.get_by_role("combobox", name="Search").fill(words)
    assert found in page.page.get_by_role("listbox").inner_text()
    page.page.keyboard.press("Enter")
    assert page.chosen() == f"thing={found}"
    assert page.page.get_by_role("listbox").is_hidden()


def test_search_finds_sentences(opened: Opener, ipex_page: Path) -> None:
    """Words of a sentence lead to a claim that it makes."""
    page = opened(ipex_page)
    page.page.get_by_role("combobox", name="Search").fill("limited success")
    page.page.get_by_role("option").first.click()
    assert page.chosen() == f"claim={claim(ipex_page, 'bone marrow transplantation')['id']}"


def test_search_brings_out_what_is_folded(opened: Opener, ipex_page: Path) -> None:
    """A thing that a fold holds back is shown once it is chosen."""
    page = opened(ipex_page, "fold=MONDO:0010580")
    assert not page.shows("HP:0008404")
    page.page.get_by_role("combobox", name="Search").fill("nail")
    page.page.keyboard.press("Enter")
    assert page.shows("HP:0008404")


def test_a_link_shows_the_same_view(opened: Opener, ipex_page: Path) -> None:
    """Choice, filters, fold, search, look and table stand in the address; opened again it is the same."""
    first = opened(ipex_page)
    wanted = claim(ipex_page, "Nail dystrophy")["id"]
    box(first, "kind", "cell").uncheck()
    box(first, "relation", "is_a").uncheck()
    first.page.get_by_role("combobox", name="Search").fill("nail")
    first.page.keyboard.press("Tab")
    first.page.evaluate("id => nosograph.store.choose('claim', id)", wanted)
    first.control("Colours: auto").click()
    first.control("Colours: light").click()
    state = first.page.evaluate("location.hash.slice(1)")
    again = opened(ipex_page, state)
    assert again.page.evaluate("location.hash.slice(1)") == state
    assert again.chosen() == f"claim={wanted}"
    assert not box(again, "kind", "cell").is_checked()
    assert not again.shows("CL:0000815")
    assert again.page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert again.page.get_by_role("combobox").input_value() == "nail"
    assert again.details() == first.details()
    positions = "JSON.stringify(nosograph.graph.cy.nodes().map(n => n.position()))"
    plain = opened(ipex_page)
    assert plain.page.evaluate(positions) == opened(ipex_page).page.evaluate(positions)


@pytest.mark.parametrize(
    "state", ["claim=nonsense", "thing=%22%3E%3Cb%3E&theme=x&view=y", "%", "no-kind=x&focus=y&fold=z"]
)
def test_a_wrong_link_shows_the_whole(state: str, opened: Opener, ipex_page: Path) -> None:
    """A hash that names nothing here leaves the page as it opens."""
    page = opened(ipex_page, state)
    assert page.shows("HGNC:6106")
    assert "What the article says" in page.details()


def test_going_back_in_the_address_is_followed(opened: Opener, ipex_page: Path) -> None:
    """A hash typed into the open page's address is shown."""
    page = opened(ipex_page)
    page.page.evaluate("location.hash = 'thing=HGNC:6106'")
    page.page.wait_for_function("document.querySelector('.details').innerText.includes('FOXP3')")


def test_a_large_graph_starts_folded(opened: Opener, tmp_path: Path) -> None:
    """Of more things than a picture holds, hubs and what they share are shown; unfolded, a hub shows the rest."""
    path = tmp_path / "large.html"
    path.write_bytes(write_page(large_graph(diseases=6, findings=60)))
    page = opened(path)
    assert len(held(path)["things"]) > 300
    assert page.page.evaluate("nosograph.graph.cy.nodes().length") < 60
    page.click("MONDO:0000003")
    page.control("Unfold").click()
    assert page.page.evaluate("nosograph.graph.cy.nodes().length") > 60
