"""Draw citation markers of saved pages to be checked by hand: each in its context, beside the sentence it was given.

`.venv/bin/python benchmarks/citation_markers.py SEED SIZE PAGE…`. The markers are found in the page's own mark-up with
nothing of the reader: the superscripts of class `reference` outside the list of references; `:561` is a page number, no
citation. Tab-separated columns: page, number, the page's words before the marker and behind it, the sentence that cites
there.
"""

import random
import re
import sys
from html import unescape
from pathlib import Path

from nosograph.model import Article
from nosograph.reading import read

_MARK = re.compile(r'<sup[^>]*class="reference"[^>]*>(?P<words>.*?)</sup>', re.DOTALL)
_SIGN = re.compile("\ue000(\\d+)\ue001")
_AROUND = 110


def markers(page: str) -> list[tuple[str, str, str]]:
    """Give each marker's number and the words around it, in the order of the page."""
    head, *lists = re.split(r'(?=<ol[^>]*class="references")', page)
    body = head + re.sub(r'<ol[^>]*class="references".*?</ol>', " ", "".join(lists), flags=re.DOTALL)
    found: list[str] = []

    def sign(match: re.Match[str]) -> str:
        found.append(re.sub(r"[\[\]\s]", "", unescape(re.sub(r"<[^>]+>", "", match["words"]))))
        return f"\ue000{len(found) - 1}\ue001"

    plain = _MARK.sub(sign, re.sub(r"<(script|style)\b.*?</\1>", "", body, flags=re.DOTALL))
    plain = " ".join(unescape(re.sub(r"<[^>]+>", " ", plain)).split())
    around = []
    for match in _SIGN.finditer(plain):
        before = _SIGN.sub("", plain[max(0, match.start() - 2 * _AROUND) : match.start()])[-_AROUND:]
        around.append((found[int(match[1])], before, _SIGN.sub("", plain[match.end() : match.end() + 60])[:40]))
    return around


def given(article: Article) -> list[tuple[str, str, str]]:
    """Give each citation the reader made: its number, the words before it, and its sentence with its place marked."""
    return [
        (
            number.removeprefix("note "),
            _bare(article.text[max(0, s.start + at - 2 * _AROUND) : s.start + at]),
            f"{s.text[:at]}⟦{number}⟧{s.text[at:]}",
        )
        for s in article.sentences
        for at, number in s.marks
    ]


def _bare(words: str) -> str:
    """Keep letters and digits alone, the last twenty: what stays the same however blanks and marks are set."""
    return "".join(filter(str.isalnum, words))[-20:]


def main(seed: int, size: int, pages: list[Path]) -> int:
    """Draw and print."""
    drawn: list[tuple[str, ...]] = []
    missing = 0
    for path in sorted(pages):
        on_page, made = markers(path.read_text()), given(read(path))
        for number, before, behind in on_page:
            wanted = (re.sub(r"^\D+", "", number) or number, _bare(before))
            here = next((one for one in made if one[0] == wanted[0] and one[1].endswith(wanted[1][-12:])), None)
            missing += here is None
            if here is not None:
                made.remove(here)
            drawn.append((path.stem, number, before, behind, here[2] if here else "NONE"))
    print(f"{len(drawn)} markers, {missing} not found", file=sys.stderr)
    for row in sorted(random.Random(seed).sample(drawn, min(size, len(drawn)))):  # noqa: S311 - a seed makes it repeatable
        print("\t".join(row))
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), [Path(name) for name in sys.argv[3:]]))
