"""The page as a file: what it holds, and that nothing breaks out of it. tests/browser opens it."""

import json
import re
from base64 import b64encode
from dataclasses import fields, is_dataclass
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType

import pytest

import builders
import hostile
from nosograph.errors import MissingPartError
from nosograph.graph import Graph
from nosograph.model import Curie
from nosograph.rdf import table
from nosograph.views import write_page
from nosograph.views._page import document, gather_page, payload
from nosograph.views._page.sites import site, sites

TITLE = "x" * 10_000


class Elements(HTMLParser):
    """List the elements of a document with their attributes and the text in them, as a browser parses it."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None], list[str]]] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.found.append((tag, dict(attrs), []))
        self._inside = True

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - as the parser calls it
        """Note that what follows is no longer in it."""
        self._inside = False

    def handle_data(self, data: str) -> None:
        """Note text."""
        if self._inside:
            self.found[-1][2].append(data)


def elements(page: bytes) -> list[tuple[str, dict[str, str | None], str]]:
    """Parse a page."""
    parser = Elements()
    parser.feed(page.decode())
    return [(tag, attributes, "".join(text)) for tag, attributes, text in parser.found]


def data(page: bytes) -> dict[str, object]:
    """Give what the data block of a page holds."""
    found = [text for tag, attributes, text in elements(page) if attributes.get("type") == "application/json"]
    assert len(found) == 1
    loaded: dict[str, object] = json.loads(found[0])
    return loaded


def test_the_page_is_made_of_its_own_elements_alone(graph: Graph) -> None:
    """Whatever the text says, the document has the elements of its frame, and nothing is loaded from elsewhere."""
    found = elements(write_page(graph))
    frame = ["html", "head", *["meta"] * 5, "title", "style", "body", "noscript", "div", "script", "script"]
    assert [tag for tag, _, _ in found] == frame
    assert not [attributes for _, attributes, _ in found if {"src", "href"} & attributes.keys()]


def test_the_policy_allows_the_pages_own_script_and_style_alone(graph: Graph) -> None:
    """The Content Security Policy names the checksums of script and style, and forbids all else."""
    found = elements(write_page(graph))
    policy = next(a["content"] or "" for t, a, _ in found if a.get("http-equiv") == "Content-Security-Policy")
    allowed = dict(part.split(" ", 1) for part in policy.split("; "))
    style, script = (
        next(text for tag, a, text in found if tag == t and not a.get("type")) for t in ("style", "script")
    )
    assert allowed["default-src"] == allowed["base-uri"] == allowed["form-action"] == allowed["connect-src"] == "'none'"
    for name, text in (("script-src", script), ("style-src", style)):
        assert allowed[name] == f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_text_stays_text() -> None:
    """Every hostile text arrives as it was, in title, label, sentence, quote, reason, frequency and citation."""
    page = data(write_page(hostile.graph()))
    said = json.dumps(page, ensure_ascii=False)
    claims = page["claims"]
    assert isinstance(claims, list)
    assert {claim["why"] for claim in claims} >= set(hostile.TEXTS)
    assert all(json.dumps(text, ensure_ascii=False)[1:-1] in said for text in hostile.TEXTS)


def test_a_long_title_is_cut_in_the_window_alone() -> None:
    """A title of 10,000 characters stands whole in the data, and cut in the window's title."""
    made = builders.article(title=TITLE)
    page = write_page(builders.assemble(made, builders.claims(made)))
    title = next(text for tag, _, text in elements(page) if tag == "title")
    assert len(title) < 300
    assert data(page)["title"] == TITLE


def test_the_spans_are_those_of_the_text() -> None:
    """Sentences and quotes are slices of the article's text, by code points, also beyond the first plane."""
    page = gather_page(hostile.graph())
    text = page.articles[0].text
    assert all(text[slice(*claim.sentence)] == claim.text for claim in page.claims)
    spans = [text[slice(*span)] for claim in page.claims for span in claim.evidence]
    assert any("\U0001f469" in words for words in spans)
    assert set(hostile.TEXTS) <= set(spans)


def test_a_claim_is_told_in_full() -> None:
    """A claim carries what its reader is shown: how it is said, its reason, its citation with authors in order."""
    page = gather_page(builders.graph())
    claim = next(c for c in page.claims if page.things[c.object].label == "Nail dystrophy")
    assert (claim.relation, claim.match, claim.polarity, claim.certainty) == (
        "has_phenotype",
        "close",
        "affirmed",
        "stated",
    )
    assert (claim.frequency, claim.score, claim.why, claim.references) == ("in a third", 0.9, "made by hand", ("2",))
    first = page.works[next(e.work for e in page.articles[0].references if e.number == "1")]
    assert first.authors == ("Yong PL", "Russo P")
    assert (first.href, first.issued) == ("https://doi.org/10.1007/s10875-008-9196-1", "2008-05")


def test_every_evidence_of_a_claim_is_marked() -> None:
    """Of a claim whose words stand twice in its sentence, both places are given."""
    page = gather_page(builders.graph())
    nails = next(c for c in page.claims if page.things[c.object].label == "Nail dystrophy")
    assert [page.articles[0].text[slice(*span)] for span in nails.evidence] == ["nail", "nail"]


def test_things_lead_to_their_sites() -> None:
    """An identifier is linked to its vocabulary's site; the article's own words are not."""
    things = {thing.id: thing for thing in gather_page(builders.graph()).things}
    assert things["MONDO:0010580"].href == "https://monarchinitiative.org/MONDO:0010580"
    assert things["HP:0008404"].synonyms == ("Dystrophic nails",)
    assert things["text:a strange gait"].href == ""


def test_sites_are_of_known_prefixes() -> None:
    """Each row of the table of sites names a prefix of the table of prefixes."""
    assert sites().keys() <= {row.prefix for row in table()}


@pytest.mark.parametrize("local", ['"><script>', "../..", "javascript:alert(1)", "0010580 x"])
def test_an_identifier_of_no_form_is_not_linked(local: str) -> None:
    """What does not fit the pattern of its prefix leads nowhere."""
    assert site(Curie("MONDO", local)) == ""


def test_several_articles_stand_in_one_page() -> None:
    """A graph of two articles gives one page with both texts, and one node for what both name."""
    graph = builders.graph()
    other = builders.article(slug="other", title="Other")
    graph.store.extend(builders.assemble(other, builders.claims(other)).quads())
    page = gather_page(graph)
    assert [article.slug for article in page.articles] == ["ipex-syndrome", "other"]
    assert page.title == "IPEX syndrome · Other"
    assert len({thing.id for thing in page.things}) == len(page.things)
    assert {claim.article for claim in page.claims} == {0, 1}


def test_an_empty_graph_gives_a_page() -> None:
    """A graph without a claim is no error."""
    assert data(write_page(Graph()))["claims"] == []


def test_a_missing_bundle_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where the script was not built, the error says the command that builds it."""
    document.bundled.cache_clear()
    monkeypatch.setattr(document.resources, "folder", lambda _: tmp_path)
    with pytest.raises(MissingPartError, match=r"web/dist/page.js: the page's script is not built; run: python web/b"):
        write_page(Graph())
    document.bundled.cache_clear()


def test_the_script_reads_what_is_written(root: Path) -> None:
    """web/src/payload.ts declares the same types with the same fields in the same order."""
    script = (root / "web" / "src" / "payload.ts").read_text(encoding="utf-8")
    declared = {
        name: re.findall(r"readonly (\w+):", body)
        for name, body in re.findall(r"export interface (\w+) \{(.*?)\n\}", script, re.DOTALL)
    }
    assert declared == types_of(payload)


def types_of(module: ModuleType) -> dict[str, list[str]]:
    """Give the fields of the dataclasses of a module."""
    return {
        name: [field.name for field in fields(value)]
        for name, value in vars(module).items()
        if isinstance(value, type) and is_dataclass(value)
    }


def test_the_script_makes_no_markup_of_text(root: Path) -> None:
    """No source of the script writes markup or runs text: elements are made one by one."""
    forbidden = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc")
    sources = {path.name: path.read_text(encoding="utf-8") for path in (root / "web" / "src").glob("*.ts")}
    assert len(sources) > 10
    assert [name for name, text in sources.items() if forbidden.search(text)] == []
