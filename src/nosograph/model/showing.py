"""Show values in a notebook: HTML in which every text of an article is escaped."""

from collections.abc import Iterable, Sequence
from html import escape

_LONGEST = 400


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Set rows of plain text as a table under a caption; long cells are cut.

    >>> table("Two < three", ["a"], [["1 & 2"]])
    '<table><caption>Two &lt; three</caption><tr><th>a</th></tr><tr><td dir="auto">1 &amp; 2</td></tr></table>'
    """
    names = "".join(f"<th>{escape(name)}</th>" for name in head)
    lines = ["".join(f'<td dir="auto">{escape(cut(cell))}</td>' for cell in row) for row in rows]
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<table><caption>{escape(cut(caption))}</caption><tr>{names}</tr>{body}</table>"


def marked(text: str, places: Iterable[tuple[int, int]]) -> str:
    """Set a text with stretches of it marked; overlapping ones share what they both cover.

    >>> marked("a<b", [(1, 2)])
    'a<mark>&lt;</mark>b'
    """
    made, at = [], 0
    for start, end in sorted(places):
        begin = max(start, at)
        if end > begin:
            made += [escape(text[at:begin]), f"<mark>{escape(text[begin:end])}</mark>"]
            at = end
    return "".join([*made, escape(text[at:])])


def cut(text: str) -> str:
    """Cut a text that is too long to be shown."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
