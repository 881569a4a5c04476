"""One article in several forms: saved page, wikitext, plain text, Markdown and JATS XML."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from nosograph.extraction import extract
from nosograph.lexicon import Lexicon
from nosograph.model import Article, Claim
from nosograph.reading import read
from nosograph.recognition import annotate

_FORMS = Path(__file__).parent / "forms"
_ARTICLES = ("alkaptonuria", "fabry-disease", "wiskott-aldrich-syndrome")


def _claims(article: Article, lexicon: Lexicon) -> Iterator[tuple[object, ...]]:
    """Give all that a claim says, save its offsets and its score's last words."""
    for claim in extract(article, annotate(article, lexicon)):
        yield _said(claim)


def _said(claim: Claim) -> tuple[object, ...]:
    return (
        *(
            str(claim.subject.curie),
            claim.relation,
            str(claim.object.curie),
            claim.match,
            claim.polarity,
            claim.certainty,
        ),
        *(claim.outcome, claim.frequency, tuple(e.quote for e in claim.evidence), claim.references, claim.score),
        claim.evidence[0].sentence.text,
    )


@pytest.mark.parametrize("form", ["html", "wikitext"])
@pytest.mark.parametrize("name", _ARTICLES)
def test_the_same_article_says_the_same_in_every_form(name: str, form: str, lexicon: Lexicon) -> None:
    """A page, its wikitext and its plain text give the same claims with the same sentences and references."""
    expected = list(_claims(read(_FORMS / f"{name}.txt"), lexicon))
    assert len(expected) > 5
    assert list(_claims(read(_FORMS / f"{name}.{form}"), lexicon)) == expected


@pytest.mark.parametrize("form", ["md", "xml"])
def test_markdown_and_jats_say_the_same_too(form: str, lexicon: Lexicon) -> None:
    """An article in Markdown or in JATS XML gives the claims of its plain text."""
    expected = list(_claims(read(_FORMS / "alkaptonuria.txt"), lexicon))
    assert list(_claims(read(_FORMS / f"alkaptonuria.{form}"), lexicon)) == expected
