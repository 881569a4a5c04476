"""Article to Mentions."""

from functools import lru_cache

from nosograph.lexicon import Lexicon
from nosograph.model import Article, Mention
from nosograph.recognition._recogniser import Overlaps, Recogniser

__all__ = ["Overlaps", "Recogniser", "annotate"]


@lru_cache(maxsize=4)
def _recogniser(lexicon: Lexicon) -> Recogniser:
    return Recogniser(lexicon)


def annotate(article: Article | str, lexicon: Lexicon, *, overlaps: Overlaps = "longest") -> tuple[Mention, ...]:
    """Find the concepts of `lexicon` in an article or a plain string.

    Returns the mentions in text order; offsets are code points into `article.text` or the string itself. With
    `overlaps="longest"` no mention lies in another, save an inheritance in a disease's name; with "all" each name
    found stands.
    """
    return _recogniser(lexicon).annotate(article, overlaps=overlaps)
