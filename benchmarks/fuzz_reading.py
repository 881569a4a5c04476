"""Read mutated pages: each gives an article or one clear error, soon, and in little memory.

`.venv/bin/python benchmarks/fuzz_reading.py PAGE… [--mutations N] [--first N] [--seed N] [--keep FOLDER]`. The pages
are cut, repeated, unbalanced and filled with what breaks parsers, a seed deciding how. They are read in a process of
its own under a limit of memory, so that a crash or a hang is seen; `--keep` writes the mutations that failed there.
Exit 1 where one did.
"""

import argparse
import multiprocessing
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from multiprocessing.connection import Connection
from pathlib import Path

from nosograph.errors import InputError
from nosograph.reading import read

LONGEST = 10.0
"""Seconds of processor time, which a busy machine does not stretch."""
PATIENCE = 120.0
"""Seconds of the clock after which a process hangs."""
MEMORY = 1_000_000_000
_BOMB = (
    '<?xml version="1.0"?><!DOCTYPE article [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + ']><article article-type="x"><body><p>&i;</p></body></article>'
)
_OUTSIDE = (
    '<!DOCTYPE article [<!ENTITY x SYSTEM "file:///etc/passwd">]>'  # it must not be opened
    '<article dtd-version="1"><body><p>&x;</p></body></article>'
)
_PIECES = (
    "<ul>" * 1000 + "<li>deep</li>" + "</ul>" * 1000,
    "<div>" * 1000 + "deep",
    "<ol><li>" * 1000,
    "<table><tr><td>" * 300,
    "*" * 1000 + " deep\n",
    "[[" * 2000,
    "{{" * 2000,
    "{|\n" * 400,
    "<ref>" * 2000,
    "[http://x " * 2000,
    "'''" * 2000,
    "> " * 1000 + "deep\n",
    "- " * 1000 + "deep\n",
    "[" * 5000,
    "(" * 5000,
    "[^a]" * 2000,
    "&#x1F600;&#0;&#xD800;&nosuch;&amp" * 50,
    "&" * 5000,
    '<a href="javascript:alert(1)">fever</a>',
    '<img src=x onerror="alert(1)"><script>alert("</p>")</script>',
    "\u202e\u2066right to left\u2069\u202c\u200f" * 50,
    "\u0301" * 5000,
    "\0",
    "\x01\x08\x1b\ufffe\U0010ffff",
    "<!--" * 500,
    "<![CDATA[" * 500,
    "<?php " * 500,
    '<p class="' * 500,
    "[1][2][3–40]" * 500,
    "[1,2,3,4,5,6,7,8,9" * 500,
    " - A 1%" * 3000,
    "A. B. C. " * 5000,
    "see: - a - b " * 2000,
    "<sup class='reference'><a href='#cite_note-1'>[1]</a></sup>" * 500,
    "<ol class='references'>" + "<li id='cite_note-1'>^ Doe J (2001). \"" * 500,
    "<ol class='references'>" + "<li id='cite_note-1'><a href='#CITEREFDoe'>Doe</a><cite id='CITEREFDoe'>" * 1000,
    "<div class='ref-list'><li id='B1'>" + "fever<sup><a href='#B1'>1" * 1500,
    "<header>" * 1500 + "fever",
    "{{sfn|Doe|2001}}" * 1000 + "{{cite book|last=Doe|date=2001|title=It}}" * 1000,
    "ICD-10: Q87.8OMIM: 301500" * 2000,
    "Signs[edit]\n" * 3000,
    "| a | b\n" * 5000,
    "== H ==\n" * 3000,
    "#" * 5000 + " x\n",
    "\n" * 20_000,
    "1. ^ a b c d e f g " * 2000,
    "((((a and b, " * 2000,
    "</ul></table></div></p>" * 300,
    _BOMB,
    _OUTSIDE,
)

Mutate = Callable[[random.Random, bytes], bytes]


def _cut(luck: random.Random, page: bytes) -> bytes:
    start = luck.randrange(len(page) + 1)
    return page[:start] + page[start + luck.choice((1, 3, 100, 5000, len(page))) :]


def _repeat(luck: random.Random, page: bytes) -> bytes:
    start = luck.randrange(len(page) + 1)
    piece = page[start : start + luck.choice((1, 5, 50, 500))]
    return page[:start] + piece * luck.choice((2, 20, 400)) + page[start:]


def _insert(luck: random.Random, page: bytes) -> bytes:
    start = luck.choice((0, luck.randrange(len(page) + 1), len(page)))
    return page[:start] + luck.choice(_PIECES).encode("utf-8", "surrogatepass") + page[start:]


def _scatter(luck: random.Random, page: bytes) -> bytes:
    changed = bytearray(page)
    for _ in range(luck.choice((1, 10, 200)) if changed else 0):
        changed[luck.randrange(len(changed))] = luck.choice((luck.randrange(256), *b"<>[]{}|='\"&;\n*#"))
    return bytes(changed)


def _unbalance(luck: random.Random, page: bytes) -> bytes:
    sign = luck.choice(
        (b"</p>", b"</li>", b"</div>", b"</a>", b">", b"]]", b"}}", b"</ref>", b"|}", b"</sec>", b"</sup>")
    )
    return page.replace(sign, b"", luck.choice((1, 5, -1)))


def _shuffle(luck: random.Random, page: bytes) -> bytes:
    places = sorted(luck.randrange(len(page) + 1) for _ in range(3))
    return page[: places[0]] + page[places[1] : places[2]] + page[places[0] : places[1]] + page[places[2] :]


def _one_line(luck: random.Random, page: bytes) -> bytes:
    return page.replace(b"\n", luck.choice((b" ", b"", b"\r", b"\t")))


_WAYS: tuple[Mutate, ...] = (_cut, _repeat, _insert, _insert, _scatter, _unbalance, _shuffle, _one_line)
_ONCE = (
    b"fever " * (50_000_000 // 6),
    b"<html><body><p>" + b"fever " * (50_000_000 // 6),
    b"x" * 50_000_000,
    b"<" * 50_000_000,
    b"[[a]] [[b]] " * (50_000_000 // 12),
    b"# a\n" * (50_000_000 // 4),
    b"<article dtd-version='1'>" + b"<p>" * 3_000_000,
)
"""Sources of about 50 MB, each read once."""


def mutation(seed: int, number: int, pages: list[bytes]) -> bytes:
    """Give one mutation: the same for the same seed, number and pages."""
    if number < len(_ONCE):
        return _ONCE[number]
    luck = random.Random(f"{seed}-{number}")  # noqa: S311 - a seed makes it repeatable
    page = luck.choice(pages)
    for _ in range(luck.choice((1, 1, 2, 4))):
        page = luck.choice(_WAYS)(luck, page)
    return page


def _work(line: Connection) -> None:
    """Read what comes down the line, and say of each what came of it."""
    resource.setrlimit(resource.RLIMIT_AS, (2 * MEMORY, 2 * MEMORY))
    while (source := line.recv_bytes()) != b"":
        begun = time.process_time()
        try:
            read(BytesIO(source))
            said = "article"
        except InputError as error:
            said = "error" if "\n" not in str(error) else f"FAILED an error of several lines: {error!r}"
        except Exception as error:  # noqa: BLE001 - whatever else is raised is what is looked for
            said = f"FAILED {type(error).__name__}: {error}"
        line.send((said, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024, time.process_time() - begun))


class Reader:
    """Hold the process that reads."""

    def __init__(self) -> None:
        """Start it."""
        self.line, far = multiprocessing.Pipe()
        self.process = multiprocessing.get_context("spawn").Process(target=_work, args=(far,), daemon=True)
        self.process.start()
        far.close()

    def ask(self, source: bytes) -> tuple[str, int, float]:
        """Have a source read; give what came of it, the memory it took, and its processor time."""
        try:
            self.line.send_bytes(source)
            said, memory, seconds = self.line.recv() if self.line.poll(PATIENCE) else ("FAILED hangs", 0, PATIENCE)
        except (EOFError, OSError):
            said, memory, seconds = "FAILED the process died", 0, 0.0
        return str(said), int(memory), float(seconds)

    def stop(self) -> None:
        """End it."""
        self.process.kill()
        self.process.join()


def main() -> int:
    """Read the mutations, print what came of them, and fail where one gave neither an article nor an error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="+", type=Path)
    parser.add_argument("--mutations", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    pages = [page.read_bytes() for page in sorted(given.pages)]
    reader, count, most, slowest = Reader(), Counter[str](), 0, (0.0, 0)
    for number in range(given.first, given.first + given.mutations):
        source = mutation(given.seed, number, pages) or b" "
        said, memory, seconds = reader.ask(source)
        slowest, most = max(slowest, (seconds, number)), max(most, memory)
        if not said.startswith("FAILED") and (seconds > LONGEST or memory > MEMORY):
            said = f"FAILED {seconds:.1f} s, {memory / 1e6:.0f} MB"
        count[said.split(" ")[0]] += 1
        if said.startswith("FAILED"):
            print(f"mutation {number}: {said[:300]} ({seconds:.1f} s)", flush=True)
            reader.stop()
            reader = Reader()
            if given.keep:
                given.keep.mkdir(parents=True, exist_ok=True)
                (given.keep / f"{given.seed}-{number}").write_bytes(source)
    reader.stop()
    print(f"{given.mutations} mutations of {len(pages)} pages, seed {given.seed}: {dict(count)}")
    print(f"slowest {slowest[0]:.1f} s (mutation {slowest[1]}), most memory {most / 1e6:.0f} MB")
    return int(count["FAILED"] > 0)


if __name__ == "__main__":
    sys.exit(main())
