"""Thirty known payloads, each in every place of an article that a page shows: text stays text."""

from dataclasses import replace
from pathlib import Path

import pytest

import builders
from browser.held import held
from browser.opening import Opener
from nosograph.assembly import assemble
from nosograph.graph import Graph
from nosograph.model import Concept, Curie, Kind, SectionRole
from nosograph.views import write_page

pytestmark = pytest.mark.integration

PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "<!--<script>alert(1)//-->",
    "<!--</script><svg onload=alert(1)>",
    "]]><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src='http://example.org/x.png'>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    "<base href=//example.org/>",
    "<link rel=stylesheet href=//example.org/x.css>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<details open ontoggle=alert(1)>",
    "<body onload=alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "javascript:alert(1)",
    '"><script>alert(1)</script>',
    "' autofocus onfocus=alert(1) x='",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "${alert(1)} {{constructor.constructor('alert(1)')()}} #{alert(1)}",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "\u202e<script>alert(1)</script>\u202c\u2066\u200f",
    "\u2028alert(1)\u2029<script\u00a0>alert(1)</script>",
    '=HYPERLINK("javascript:alert(1)","x")',
)
MARKUP = (
    "img, iframe, object, embed, base, form, link, svg script, math, [onload], "
    "[onerror], [onfocus], body > *:not(#nosograph, noscript, script)"
)
ELEMENTS = f"""() => ({{
  markup: [...document.querySelectorAll({MARKUP!r})].map(element => element.outerHTML.slice(0, 100)),
  scripts: document.scripts.length,
  scripted: [...document.querySelectorAll('[href]')].map(a => a.href).filter(href => /^(javascript|data):/i.test(href)),
}})"""


def page_of(payload: str) -> bytes:
    """Write the page of an article that says the payload wherever it can."""
    reference = replace(
        builders.REFERENCES[0],
        title=payload,
        text=payload,
        authors=(payload,),
        container=payload,
        url=payload,
        doi="",
        pmid="",
    )
    sayings = ((f"{payload} and nails.", SectionRole.SIGNS, ("1",)), ("Nails.", SectionRole.OTHER, ()))
    made = builders.article(sayings, title=payload, references=(reference,), source=payload)
    made = replace(made, sentences=tuple(replace(sentence, section=payload) for sentence in made.sentences))
    words = Concept(curie=Curie("text", payload), label=payload, kind=Kind.PHENOTYPE)
    disease = Concept(curie=Curie("MONDO", f"0{payload}"), label=payload, kind=Kind.DISEASE)
    claims = [
        builders.claim(made, 0, "has_phenotype", words, payload, why=payload, frequency=payload, subject=disease),
        builders.claim(made, 0, "has_phenotype", builders.NAILS, "nails", subject=disease),
    ]
    graph: Graph = assemble(made, claims)
    return write_page(graph)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_stays_text(payload: str, opened: Opener, tmp_path: Path) -> None:
    """Shown in title, text, details, search, table and paper, a payload makes no element, runs and fetches nothing."""
    path = tmp_path / "page.html"
    path.write_bytes(page_of(payload))
    page = opened(path)
    said = next(claim for claim in held(path)["claims"] if claim["why"] == payload)
    page.page.evaluate("id => nosograph.store.choose('claim', id)", said["id"])
    assert page.page.locator(".details blockquote").evaluate("e => e.textContent") == said["text"]
    page.page.evaluate("id => nosograph.store.choose('thing', id)", held(path)["things"][said["object"]]["id"])
    page.page.get_by_role("combobox", name="Search").press_sequentially(payload[:6])
    page.control("Table").click()
    page.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    found = page.page.evaluate(ELEMENTS)
    assert found == {"markup": [], "scripts": 2, "scripted": []}


def test_a_title_of_ten_thousand_characters_bursts_nothing(opened: Opener, tmp_path: Path) -> None:
    """An endless title is cut in the head, and nothing is wider than the window."""
    made = builders.article(title="endless" * 1500)
    path = tmp_path / "page.html"
    path.write_bytes(write_page(builders.assemble(made, builders.claims(made))))
    page = opened(path, viewport={"width": 390, "height": 800})
    assert page.page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.page.locator("header").bounding_box()["height"] < 120


def test_the_policy_stops_what_the_page_does_not_do(opened: Opener, tmp_path: Path) -> None:
    """Should markup get in after all, its script does not run and its picture is not fetched; the browser says so."""
    path = tmp_path / "page.html"
    path.write_bytes(
        page_of("harmless").replace(
            b"</noscript>",
            b"</noscript><img src='http://127.0.0.1:9/x' onerror='window.ran=1'><script>window.ran=1</script>",
        )
    )
    page = opened(path)
    assert page.page.evaluate("window.ran") is None
    refused = [wrong for wrong in page.wrongs if "Content Security Policy" in wrong]
    assert len(refused) >= 2
    page.wrongs.clear()
