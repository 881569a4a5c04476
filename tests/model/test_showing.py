"""Values show themselves in a notebook, and no text of an article is obeyed there."""

from html.parser import HTMLParser

import builders
import hostile
from nosograph.graph import Graph
from nosograph.model.showing import marked

ALLOWED = {"table", "caption", "tr", "th", "td", "p", "mark"}


class Elements(HTMLParser):
    """Gather the elements, the attributes and the text of a piece of HTML."""

    def __init__(self, html: str) -> None:
        """Parse the HTML."""
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element's name and the names of its attributes."""
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        """Take text."""
        self.text += data


def test_a_claim_shows_its_words_in_its_sentence() -> None:
    """A claim shows subject, relation, object, score and why, and its sentence with all its evidence marked."""
    claim = next(c for c in builders.claims(builders.article()) if c.object == builders.NAILS)
    html = claim._repr_html_()
    shown = Elements(html)
    for words in ("IPEX syndrome (MONDO:0010580)", "has_phenotype", "Nail dystrophy (HP:0008404, close)", "in a third"):
        assert words in shown.text
    assert html.count("<mark>nail</mark>") == len(claim.evidence) == 2
    assert claim.sentence.text in shown.text


def test_an_article_says_what_was_read() -> None:
    """An article shows title, source, licence and how many sentences and references there are."""
    made = builders.article()
    shown = Elements(made._repr_html_()).text
    for words in (made.title, made.source, "OMIM:304790", "World Library Foundation", str(len(made.sentences))):
        assert words in shown


def test_a_graph_shows_its_claims() -> None:
    """A graph shows its article's title, how many claims it has, and the first of them by their labels."""
    shown = Elements(builders.graph()._repr_html_())
    assert f"IPEX syndrome: {len(builders.claims(builders.article()))} claims" in shown.text
    assert "autoimmune enteropathy" in shown.text
    assert "has_feature" in shown.text
    assert "0 claims" in Graph()._repr_html_()


def test_text_stays_text() -> None:
    """Hostile titles, labels and sentences are escaped in all three."""
    made = builders.article(title=" ".join(hostile.TEXTS))
    thing = builders.concept(f"text:{hostile.TEXTS[0]}", hostile.TEXTS[0], builders.NAILS.kind)
    claim = builders.claim(made, 3, "has_phenotype", thing, "nail", why=hostile.TEXTS[0], frequency=hostile.TEXTS[1])
    for html in (made._repr_html_(), claim._repr_html_(), hostile.graph()._repr_html_()):
        shown = Elements(html)
        assert shown.names <= ALLOWED
        assert shown.attributes <= {"dir"}
        assert hostile.TEXTS[0] in shown.text


def test_marks_never_nest() -> None:
    """Stretches that overlap or touch never nest, and nothing of the text is lost or doubled."""
    assert Elements(marked("abcdef", [(1, 4), (2, 5), (0, 1)])).text == "abcdef"
    assert marked("abcdef", [(1, 4), (2, 5)]) == "a<mark>bcd</mark><mark>e</mark>f"
