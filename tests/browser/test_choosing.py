"""Click a line, a node or the text: what the graph says is shown where the article says it."""

from pathlib import Path

import pytest

from browser.held import claim, held, thing
from browser.opening import Opener

pytestmark = pytest.mark.integration

LIT = """() => {
  const pieces = [...document.querySelectorAll('.text-body .lit')];
  const pane = document.querySelector('.text-pane').getBoundingClientRect();
  const first = pieces[0]?.getBoundingClientRect();
  return {
    words: pieces.map(piece => piece.textContent).join(''),
    quoted: [...document.querySelectorAll('.text-body .quoted')].map(piece => piece.textContent).join(''),
    inView: !!first && first.top >= pane.top - 1 && first.bottom <= pane.bottom + 1,
  };
}"""
SETTLED = """() => {
  const pane = document.querySelector('.text-pane');
  const first = document.querySelector('.text-body .lit')?.getBoundingClientRect();
  const box = pane.getBoundingClientRect();
  return first && first.top >= box.top - 1 && first.bottom <= box.bottom + 1;
}"""


def test_the_page_opens_offline_without_a_word(opened: Opener, ipex_page: Path) -> None:
    """Opened from a file, the page asks for nothing, writes nothing to the console, and shows every claim's line."""
    page = opened(ipex_page)
    data = held(ipex_page)
    assert page.page.title() == "IPEX syndrome"
    assert all(page.shows(claim["id"]) for claim in data["claims"])
    assert all(page.shows(thing["id"]) for thing in data["things"])


def test_a_line_leads_to_its_sentence(opened: Opener, ipex_page: Path) -> None:
    """Click a line: its sentence is lit in the text, the words of the evidence more so, and it is in view."""
    page = opened(ipex_page, viewport={"width": 1280, "height": 520})
    wanted = claim(ipex_page, "bone marrow transplantation")
    page.click(wanted["id"])
    page.page.wait_for_function(SETTLED)
    lit = page.page.evaluate(LIT)
    assert page.chosen() == f"claim={wanted['id']}"
    assert lit["words"] == wanted["text"]
    assert lit["quoted"] == "bone marrow transplantation"
    assert lit["inView"]


def test_every_line_leads_to_its_own_sentence(opened: Opener, ipex_page: Path) -> None:
    """For each claim, chosen by its link, exactly its sentence and its quotes are lit."""
    page = opened(ipex_page)
    data = held(ipex_page)
    text = data["articles"][0]["text"]
    for wanted in data["claims"]:
        page.page.evaluate("id => nosograph.store.choose('claim', id)", wanted["id"])
        lit = page.page.evaluate(LIT)
        assert lit["words"] == text[slice(*wanted["sentence"])]
        assert lit["quoted"] == "".join(text[slice(*span)] for span in wanted["evidence"])


def test_a_line_tells_all_of_its_claim(opened: Opener, ipex_page: Path) -> None:
    """Beside the graph stand citation with authors, title and DOI link, and all that the claim says of itself."""
    page = opened(ipex_page, f"claim={claim(ipex_page, 'bone marrow transplantation')['id']}")
    told = page.details()
    wanted = claim(ipex_page, "bone marrow transplantation")
    assert wanted["text"] in told
    for words in ("Wildin RS, Smyk-Pearson S, Filipovich AH", "Clinical and molecular features", "affirmed", "stated"):
        assert words in told
    assert "limited" in told
    assert f"{wanted['score']:.2f}" in told
    assert wanted["why"] in told
    link = page.page.locator(".details .citations a")
    assert link.get_attribute("href") == "https://doi.org/10.1136/jmg.39.8.537"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_a_denied_and_a_hedged_claim_look_it(opened: Opener, whole_page: Path) -> None:
    """A denied line is crossed and says not, a hedged one is dashed; of one triple both stay side by side."""
    page = opened(whole_page)
    denied, affirmed = (claim(whole_page, "Alopecia universalis", polarity=p) for p in ("negated", "affirmed"))
    hedged = claim(whole_page, "regulatory T cell", "master_regulator_of")
    style = "([id, name]) => nosograph.graph.edgeOf(id)[0].style(name)"
    assert page.page.evaluate(style, [denied["id"], "mid-target-arrow-shape"]) == "tee"
    assert page.page.evaluate(style, [affirmed["id"], "mid-target-arrow-shape"]) == "none"
    assert page.page.evaluate(style, [hedged["id"], "line-style"]) == "dashed"
    assert page.page.evaluate(style, [affirmed["id"], "line-style"]) == "solid"
    assert page.page.evaluate("id => nosograph.graph.edgeOf(id)[0].data('label')", denied["id"]).startswith("✕ not: ")
    assert page.where(denied["id"]) != page.where(affirmed["id"])
    page.click(denied["id"])
    assert page.chosen() == f"claim={denied['id']}"
    assert "not: has phenotype" in page.details()


def test_a_line_of_several_claims_is_wider_and_tells_each(opened: Opener, ipex_page: Path) -> None:
    """Two sentences that say the same are one line of more width; its sentences are told one after the other."""
    page = opened(ipex_page)
    first, single = claim(ipex_page, "Eczematoid dermatitis"), claim(ipex_page, "Nail dystrophy")
    width = "id => nosograph.graph.edgeOf(id)[0].numericStyle('width')"
    assert page.page.evaluate(width, first["id"]) > page.page.evaluate(width, single["id"])
    page.click(first["id"])
    assert "sentence 1 of 2" in page.details()
    page.control("Next sentence").click()
    assert "sentence 2 of 2" in page.details()
    assert page.page.evaluate(LIT)["quoted"] == "eczema"


def test_a_node_tells_of_its_thing(opened: Opener, ipex_page: Path) -> None:
    """Click a node: label, identifier with the link to its site, synonyms and all its claims."""
    page = opened(ipex_page)
    page.click("HGNC:6106")
    told = page.details()
    assert page.chosen() == "thing=HGNC:6106"
    assert "FOXP3" in told
    assert "forkhead box P3" in told
    identifier = page.page.locator(".details .identifier a")
    assert identifier.inner_text() == "HGNC:6106"
    assert identifier.get_attribute("href", timeout=1000).startswith("https://www.genenames.org/")
    assert page.page.locator(".details .claims li").count() == 3


def test_a_mention_leads_to_its_thing(opened: Opener, ipex_page: Path) -> None:
    """Click a mention in the text: its thing is chosen."""
    page = opened(ipex_page)
    page.page.get_by_role("link", name="nail dystrophy").click()
    assert page.chosen() == "thing=HP:0008404"
    assert "Nail dystrophy" in page.details()


def test_the_ground_chooses_nothing(opened: Opener, ipex_page: Path) -> None:
    """A click beside all nodes and lines takes the choice away."""
    page = opened(ipex_page, "thing=HGNC:6106")
    page.page.locator("#graph").click(position={"x": 4, "y": 4})
    assert page.chosen() == ""


def test_a_focus_leaves_the_neighbours(opened: Opener, ipex_page: Path) -> None:
    """Focused on FOXP3, its neighbours and what joins them are shown, and the rest is back on a second press."""
    page = opened(ipex_page, "thing=HGNC:6106")
    page.control("Focus on neighbours").click()
    assert page.shows("HGNC:6106")
    assert page.shows("CL:0000815")
    assert not page.shows("HP:0008404")
    page.control("Show all again").click()
    assert page.shows("HP:0008404")


def test_a_fold_holds_back_what_hangs_on_it(opened: Opener, ipex_page: Path) -> None:
    """Folded, the disease keeps what another hub reaches and says how many it holds back; a link keeps the fold."""
    page = opened(ipex_page, "thing=MONDO:0010580")
    page.control("Fold").click()
    assert not page.shows("HP:0008404")
    assert page.shows("CL:0000815")
    label = "nosograph.graph.nodeOf('MONDO:0010580')[0].data('label')"
    assert page.page.evaluate(label).endswith("\n+17")
    again = opened(ipex_page, page.page.evaluate("location.hash.slice(1)"))
    assert not again.shows("HP:0008404")
    again.control("Unfold").click()
    assert again.shows("HP:0008404")


def test_articles_share_their_things(opened: Opener, pages: Path) -> None:
    """Two articles in one page: lines coloured by article, shared things ringed, each claim in its own text."""
    path = pages / "two.html"
    page = opened(path)
    data = held(path)
    first, second = (next(c for c in data["claims"] if c["article"] == n) for n in (0, 1))
    colour = "id => nosograph.graph.edgeOf(id)[0].style('line-color')"
    assert page.page.evaluate(colour, first["id"]) != page.page.evaluate(colour, second["id"])
    border = "id => nosograph.graph.nodeOf(id)[0].style('border-style')"
    assert page.page.evaluate(border, "MONDO:0010580") == "double"
    assert page.page.evaluate(border, thing(path, "Nail dystrophy")["id"]) == "solid"
    page.page.evaluate("id => nosograph.store.choose('claim', id)", second["id"])
    assert page.page.locator("#article").input_value() == "other"
    assert page.page.locator(".text-body h2").inner_text() == "Another article"
    assert page.page.evaluate(LIT)["words"] == second["text"]
