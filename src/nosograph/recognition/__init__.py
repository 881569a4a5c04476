"""Article to Mentions."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from nosograph.lexicon import Lexicon
from nosograph.model import Article, Mention
from nosograph.recognition._recogniser import Overlaps, Recogniser, Threshold
from nosograph.recognition._subject import about

__all__ = ["Overlaps", "Recogniser", "Threshold", "about", "annotate", "annotate_all", "explain"]


@lru_cache(maxsize=4)
def _recogniser(lexicon: Lexicon) -> Recogniser:
    return Recogniser(lexicon)


def annotate(
    article: Article | str,
    lexicon: Lexicon,
    *,
    overlaps: Overlaps = "longest",
    threshold: Threshold | str = Threshold.DEFAULT,
) -> tuple[Mention, ...]:
    """Find the concepts of `lexicon` in an article or a plain string.

    Returns the mentions in text order; offsets are code points into `article.text` or the string itself. With
    `overlaps="longest"` no mention lies in another, save an inheritance in a disease's name. With "all" the shorter
    names stand too, of findings those that the longer one is a kind of, and so do findings said in general ("skin
    manifestations"). `threshold` is how sure a mention must be: "strict", "default" or "all".

    Raises:
        ValueError: there is no such threshold.
    """
    return next(annotate_all((article,), lexicon, overlaps=overlaps, threshold=threshold))


def annotate_all(
    articles: Iterable[Article | str],
    lexicon: Lexicon,
    *,
    overlaps: Overlaps = "longest",
    threshold: Threshold | str = Threshold.DEFAULT,
) -> Iterator[tuple[Mention, ...]]:
    """Annotate many articles or strings, lazily and in their order; the same as `annotate` on each, and faster."""
    return _recogniser(lexicon).annotate(articles, overlaps=overlaps, threshold=Threshold(threshold))


def explain(article: Article | str, start: int, end: int, lexicon: Lexicon) -> tuple[str, ...]:
    """Say in lines of text why the code points from `start` to `end` were recognised as they were, or were not."""
    return _recogniser(lexicon).explain(article, start, end)
