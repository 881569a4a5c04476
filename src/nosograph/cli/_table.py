"""Tables for people: sober, without a terminal too, and never a control character of a hostile text.

rich is imported where something is drawn: commands that print text, TSV or JSON start without it.
"""

import os
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table

_WIDEST: Final = 1_000_000


def shown(text: str) -> str:
    r"""Escape what would move a terminal's cursor, colour it or turn its direction.

    >>> shown("nail\x1b[31m dystrophy")
    'nail\\x1b[31m dystrophy'
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else " " if c.isspace() else c.encode("unicode_escape").decode() for c in text)


def shortened(text: str, width: int) -> str:
    """Cut a sentence at a word, with an ellipsis.

    >>> shortened("The disorder manifests with nail dystrophy", 24)
    'The disorder manifests…'
    """
    if len(text) <= width:
        return text
    head = text[: width - 1]
    return head[: head.rfind(" ")].rstrip(" ,;") + "…" if " " in head else head + "…"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, wide: Collection[str] | None = None) -> "Table":
    """Lay out rows under a rule; `wide` names the columns that give way on a narrow terminal, without it all do."""
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - see the head
    from rich.table import Table  # noqa: PLC0415 - see the head
    from rich.text import Text  # noqa: PLC0415 - see the head

    drawn = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for name in columns:
        drawn.add_column(name, overflow="fold", no_wrap=wide is not None and name not in wide)
    for row in rows:
        drawn.add_row(*(Text(shown(cell)) for cell in row))
    return drawn


def console(*, talk: bool = False) -> "Console":
    """Open the terminal: standard error for talk, else standard output. NO_COLOR, COLUMNS and TERM are respected."""
    from rich.console import Console  # noqa: PLC0415 - see the head

    return Console(stderr=talk, highlight=False, markup=False, emoji=False)


def show(drawn: "RenderableType") -> None:
    """Print data to standard output; where nobody sets a width, a row is one line, so that grep and cut can read it."""
    screen = console()
    if width() is None:
        screen.width = max(screen.measure(drawn, options=screen.options.update(width=_WIDEST)).maximum, 1)
    screen.print(drawn)


def width() -> int | None:
    """Give the columns of standard output, None where nobody sets a limit."""
    screen = console()
    return screen.width if screen.is_terminal or "COLUMNS" in os.environ else None


def marks(*, polarity: str, certainty: str, outcome: str | None, match: str, frequency: str | None) -> str:
    """Name what sets a claim apart from a plain affirmed one, and how often it is seen, in the sentence's own words.

    >>> marks(polarity="negated", certainty="hedged", outcome=None, match="exact", frequency="in some")
    'not, hedged, "in some"'
    >>> marks(polarity="affirmed", certainty="stated", outcome="limited", match="broad", frequency="")
    'limited, broad'
    """
    said = (
        "not" if polarity == "negated" else "",
        "hedged" if certainty == "hedged" else "",
        outcome or "",
        f'"{frequency}"' if frequency else "",
        "" if match == "exact" else match,
    )
    return ", ".join(word for word in said if word)
