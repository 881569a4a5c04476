"""Markdown to blocks: CommonMark with tables, and footnotes (`[^1]`) as references.

CommonMark 0.31; GitHub Flavored Markdown's tables; footnotes as GitHub and Pandoc write them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from nosograph.errors import InputError
from nosograph.reading import boilerplate, infobox
from nosograph.reading.block import Block, BlockKind, Page
from nosograph.reading.characters import clean_inline
from nosograph.reading.citation import Marked, take_marks
from nosograph.reading.formats.inline import Inline, Words
from nosograph.reading.formats.rows import row
from nosograph.reading.formats.zones import Place, Zone
from nosograph.reading.traced import Traced

_LARGEST: Final = 2_000_000
_MEND: Final = "give one article, not a collection"
_REACH: Final = 20_000
_FRONT: Final = re.compile(r"\A---[ ]*\n(?P<lines>(?:.*\n){0,60}?)(?:---|\.\.\.)[ ]*(?:\n|\Z)")
_TITLE: Final = re.compile(r"^title:[ ]*(?P<quote>[\"']?)(?P<title>[^\n]*?)(?P=quote)[ ]*$", re.MULTILINE)
_DEFINED: Final = re.compile(
    r"^[ ]{0,3}\[\^(?P<name>[^\]\s]{1,40})\]:[ \t]*"
    r"(?P<words>[^\n]*(?:\n(?:[ ]{2,}|\t)[^\n]+)*)",
    re.MULTILINE,
)
_CITED: Final = re.compile(r"[ ]?\[\^(?P<name>[^\]\s]{1,40})\]")
_ATTRIBUTES: Final = re.compile(r"[ ]*\{[#.][^{}]{0,200}\}[ ]*$")
"""Pandoc's identifier and classes behind a heading."""
_ANCHOR: Final = re.compile(r"\[?(\d{1,3})\]?")
_KINDS: Final = {Zone.LINKS: BlockKind.LINK, Zone.REFERENCES: BlockKind.REFERENCE}


def read(source: str, where: str = "") -> Page:
    r"""Read Markdown as blocks.

    >>> page = read("# S\n\nIt is *rare*.[^a]\n\n[^a]: Doe J. On it.\n")
    >>> [(b.kind.value, b.words.text, b.number) for b in page.blocks]
    [('title', 'S', ''), ('paragraph', 'It is rare.', ''), ('reference', 'Doe J. On it.', '1')]

    Raises:
        InputError: it holds more than two million characters.
    """
    if len(source) > _LARGEST:
        raise InputError(f"holds {len(source):,} characters, more than {_LARGEST:,}", where=where, mend=_MEND)
    body = source.replace("\r\n", " \n").replace("\r", "\n")
    front = _FRONT.match(body)
    notes = _notes(body)
    for hidden in (*([front] if front else ()), *(match for match, _ in notes.values())):
        body = body[: hidden.start()] + re.sub(r"[^\n]", " ", hidden[0]) + body[hidden.end() :]
    parser = MarkdownIt("commonmark", {"maxNesting": 20}).enable(["table", "strikethrough"])
    state = _State(body, {name: number for name, (_, number) in notes.items()})
    for token in parser.parse(body):
        state.take(token)
    title = _TITLE.search(front["lines"]) if front else None
    if title is not None and title["title"]:
        state.titled(Traced.at(title["title"], title.start("title")))
    blocks = [*state.blocks, *(_entry(source, match, number) for match, number in notes.values())]
    return Page(blocks=tuple(blocks))


def _notes(body: str) -> dict[str, tuple[re.Match[str], str]]:
    """Give the footnotes by name, each with its number: its name where all are numbers, else its place in the text."""
    found = {match["name"]: match for match in _DEFINED.finditer(body) if match["words"].strip()}
    cited = dict.fromkeys(match["name"] for match in _CITED.finditer(_DEFINED.sub("", body)))
    order = [*(name for name in cited if name in found), *(name for name in found if name not in cited)]
    numeric = all(name.isdigit() for name in order)
    return {name: (found[name], name if numeric else str(at)) for at, name in enumerate(order, 1)}


def _entry(source: str, match: re.Match[str], number: str) -> Block:
    words = clean_inline(Traced.of(source[match.start("words") : match.end("words")], match.start("words")))
    return Block(kind=BlockKind.REFERENCE, words=take_marks(_plain(words)).words.strip(), number=number)


def _plain(words: Traced) -> Traced:
    """Take emphasis and links out of a footnote's words."""
    return words.edited(
        (m.start(), m.end(), m["words"] or "")
        for m in re.finditer(
            r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)|!?\[(?P<words>[^\[\]\n]{1,300})\]\([^()\s]{1,500}\)",
            words.text,
        )
    )


@dataclass
class _State:
    """Hold what has been read: the open list levels, row and block, and how far the source has been read."""

    source: str
    notes: dict[str, str]
    blocks: list[Block] = field(default_factory=list)
    place: Place = field(default_factory=Place)
    reached: int = 0
    items: int = 0
    ordered: list[int | None] = field(default_factory=list)
    heading: int = 0
    cells: list[Words] | None = None
    url: str = ""

    def take(self, token: Token) -> None:
        """Read one token of a block."""
        kind = token.type
        if kind in {"bullet_list_open", "ordered_list_open"}:
            self.ordered.append(int(token.attrGet("start") or 1) if kind.startswith("ordered") else None)
        elif kind in {"bullet_list_close", "ordered_list_close"}:
            self.ordered.pop()
        elif kind == "list_item_open":
            self.items += 1
        elif kind == "list_item_close":
            self.items -= 1
            if self.ordered[-1] is not None:
                self.ordered[-1] += 1
        elif kind == "heading_open":
            self.heading = int(token.tag[1])
        elif kind == "tr_open":
            self.cells = []
        elif kind == "tr_close" and self.cells is not None:
            cells, self.cells = self.cells, None
            self._row(cells)
        elif kind == "inline":
            self._inline(token.children or ())
            self.heading = 0

    def titled(self, words: Traced) -> None:
        """Let the title of the front matter be the article's."""
        self.blocks = [
            Block(kind=BlockKind.TITLE, words=clean_inline(words)),
            *(b for b in self.blocks if b.kind is not BlockKind.TITLE),
        ]

    def _inline(self, children: Sequence[Token]) -> None:
        """Read the words of one block."""
        inline = Inline()
        self.url = ""
        bold = 0
        anchored = False
        struck = 0
        for token in children:
            struck += (token.type == "s_open") - (token.type == "s_close")
            bold += (token.type == "strong_open") - (token.type == "strong_close")
            if token.type == "link_open":
                href = str(token.attrGet("href") or "")
                anchored = href.startswith("#")
                self.url = self.url or (href if href.startswith(("http:", "https:")) else "")
            elif token.type == "link_close":
                anchored = False
            elif token.type in {"softbreak", "hardbreak"}:
                inline.add(Traced.of(" ", self.reached))
            elif token.type in {"text", "code_inline"} and not struck:
                number = _ANCHOR.fullmatch(token.content.strip()) if anchored else None
                words = self._placed(token.content)
                if number is not None:
                    inline.mark((number[1],))
                else:
                    self._words(inline, words, bold=bold > 0)
        self._block(inline.taken())

    def _words(self, inline: Inline, words: Traced, *, bold: bool) -> None:
        """Add words; footnotes they cite become marks."""
        done = 0
        for match in _CITED.finditer(words.text):
            if match["name"] in self.notes:
                inline.add(words.slice(done, match.start()), bold=bold)
                inline.mark((self.notes[match["name"]],))
                done = match.end()
        inline.add(words.slice(done, len(words)) if done else words, bold=bold)

    def _placed(self, text: str) -> Traced:
        found = self.source.find(text, self.reached, self.reached + len(text) + _REACH)
        if found < 0:
            return Traced.at(text, self.reached)
        self.reached = found + len(text)
        return Traced.of(text, found)

    def _block(self, words: Words) -> None:
        text = words.traced.text
        if self.cells is not None:
            self.cells.append(words)
        elif self.heading:
            first = self.heading == 1 and not any(b.kind is BlockKind.TITLE for b in self.blocks)
            attributes = _ATTRIBUTES.search(text)
            made = take_marks(words.traced.slice(0, attributes.start()) if attributes else words.traced).words
            if first:
                self.blocks.append(Block(kind=BlockKind.TITLE, words=made))
            elif self.place.open(made.text, max(self.heading, 2)) is not Zone.CONTENTS:
                self.blocks.append(Block(kind=BlockKind.HEADING, words=made, level=max(self.heading, 2)))
        elif not boilerplate.is_navigation(text) and any(map(str.isalnum, text)):
            kind = _KINDS.get(self.place.zone) or (BlockKind.ITEM if self.items else BlockKind.PARAGRAPH)
            self._add(kind, words)

    def _add(self, kind: BlockKind, words: Words) -> None:
        self.place.zone = Zone.BODY if self.place.zone is Zone.HEAD else self.place.zone
        marked = take_marks(words.traced, words.marks)
        listed = kind in {BlockKind.LINK, BlockKind.REFERENCE}
        number = self.ordered[-1] if kind is BlockKind.REFERENCE and self.ordered else None
        self.blocks.append(
            Block(
                kind=kind,
                words=marked.words,
                marks=() if listed else marked.marks,
                level=self.items if kind is BlockKind.ITEM else 0,
                number=str(number) if number is not None else "",
                url=self.url if listed else "",
                bold=words.bold if marked.words is words.traced else (),
            )
        )

    def _row(self, cells: list[Words]) -> None:
        """Add a table's row; before the lead, rows of identifiers are the infobox's."""
        made = row(Marked(cell.traced, cell.marks) for cell in cells)
        boxed = self.place.zone is Zone.HEAD and infobox.is_row(made.words.text)
        found = infobox.identifiers(*infobox.split(made.words.text)) if boxed else ()
        kind = BlockKind.INFOBOX if boxed else BlockKind.ROW
        if made.words.text:
            self.blocks.append(Block(kind=kind, words=made.words, marks=made.marks, identifiers=found))
