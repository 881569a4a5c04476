"""References from their plain strings, field by field.

    .venv/bin/python benchmarks/citations.py FILE.jsonl…

A line of a FILE is one reference: `text` and either `gold`, its fields by name (title, date, journal, volume, pages,
doi, pmid …), or `entities`, stretches of the text with `type` (author, date, title, container-title …). For the first
form the share of exact values is printed and held against its target, for the second precision, recall and F1. Values
are compared without case, outer punctuation and the sort of dash, a list of authors by the families' names. `--wrong N`
prints N wrong values of each field.
"""

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from nosograph.reading.references import Fields, identifiers, parse

TARGETS: Final = {
    "title": 0.95,
    "year": 0.99,
    "journal": 0.93,
    "volume": 0.95,
    "pages": 0.95,
    "doi": 0.995,
    "pmid": 0.995,
}
"""The least share of exact values."""
_DASHES: Final = re.compile(r"\s*[\u2010-\u2015\u2212-]+\s*")
_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_SPANS: Final = {
    "title": "title",
    "container-title": "container",
    "journal": "container",
    "date": "year",
    "volume": "volume",
    "pages": "pages",
    "publisher": "publisher",
    "location": "place",
    "edition": "edition",
    "doi": "doi",
    "isbn": "isbn",
    "url": "url",
    "author": "authors",
}
"""Types of stretches, and the fields that stand for them."""


def plain(value: str) -> str:
    """Give a value without case, outer punctuation and sort of dash."""
    words = unicodedata.normalize("NFKC", value).casefold()
    words = re.sub(r"[\u2018\u2019\u201c\u201d'\"\u00ab\u00bb]", "", _DASHES.sub("-", words))
    return " ".join(words.split()).strip(" .,;:()[]/-")


def pages(value: str) -> str:
    """Give pages without what is written before them."""
    return re.sub(r"^(?:pp?|pages?)\b\.?\s*", "", plain(value))


def said(found: Fields, name: str) -> str:
    """Give a field as it is compared."""
    value = getattr(found, name)
    if name == "authors":
        return " ".join(plain(author).split()[0] for author in value if plain(author))
    if name == "pages":
        return pages(value)
    return plain(str(value)) if value else ""


def stated(gold: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield of a reference's fields those that have a target: their name, the parser's name, and the value."""
    title = gold.get("title") or ("" if gold.get("journal") else gold.get("booktitle"))
    years = set(_YEAR.findall(str(gold.get("date") or "")))
    values = {
        "title": ("title", plain(title or "")),
        "year": ("year", years.pop() if len(years) == 1 else ""),
        "journal": ("container", plain(gold.get("journal") or "")),
        "volume": ("volume", plain(gold.get("volume") or "")),
        "pages": ("pages", pages(gold.get("pages") or "")),
        "doi": ("doi", plain(identifiers.doi(gold.get("doi") or ""))),
        "pmid": ("pmid", identifiers.pmid(gold.get("pmid") or "")),
    }
    return ((name, field, value) for name, (field, value) in values.items() if value)


def _family(authors: str) -> str:
    """Give the first word of a list of authors that is no initial."""
    return next(iter(re.findall(r"\w[\w'-]+", authors)), "")


def spans(entities: list[dict[str, Any]]) -> dict[str, str]:
    """Give the fields that a reference's stretches name, as they are compared."""
    found: dict[str, list[str]] = defaultdict(list)
    for entity in entities:
        field = _SPANS.get(entity["type"])
        if field is not None:
            found[field].append(entity["text"])
    values = {field: plain(words[0]) for field, words in found.items()}
    if "year" in found:
        values["year"] = next(iter(_YEAR.findall(" ".join(found["year"]))), "")
    if "authors" in found:
        values["authors"] = _family(plain(found["authors"][0]))
    if "pages" in found:
        values["pages"] = pages(found["pages"][0])
    for field, normalise in (("doi", identifiers.doi), ("isbn", identifiers.isbn)):
        if field in found:
            values[field] = plain(normalise(re.sub(rf"^{field}\W*", "", found[field][0], flags=re.IGNORECASE)))
    return {field: value for field, value in values.items() if value}


class Tally:
    """Count what is right, and keep some of what is wrong."""

    def __init__(self, wrong: int) -> None:
        """Keep `wrong` wrong values of each field."""
        self.keep = wrong
        self.right: Counter[str] = Counter()
        self.wanted: Counter[str] = Counter()
        self.given: Counter[str] = Counter()
        self.wrong: dict[str, list[str]] = defaultdict(list)

    def add(self, name: str, want: str, got: str, text: str) -> None:
        """Hold a value that was parsed against the one that is wanted."""
        self.wanted[name] += bool(want)
        self.given[name] += bool(got)
        self.right[name] += bool(want) and want == got
        if want != got and len(self.wrong[name]) < self.keep:
            self.wrong[name].append(f"    {name}: {want!r} is wanted, {got!r} is found in {text[:300]!r}")


def exact(lines: list[dict[str, Any]], tally: Tally) -> bool:
    """Print the share of exact values, and tell whether each reaches its target."""
    for line in lines:
        found = parse(line["text"])
        for name, field, value in stated(line["gold"]):
            if name in {"doi", "pmid"} and value not in plain(line["text"]):
                continue  # the page's metadata has it, its words do not
            tally.add(name, value, said(found, field), line["text"])
    reached = True
    for name, least in TARGETS.items():
        if tally.wanted[name]:
            share = tally.right[name] / tally.wanted[name]
            reached &= share >= least
            print(f"  {name:10} {tally.right[name]:5} of {tally.wanted[name]:5}  {share:.3f}  (wanted {least})")
    return reached


def f_one(lines: list[dict[str, Any]], tally: Tally) -> None:
    """Print precision, recall and F1 of each field, and of all."""
    for line in lines:
        found = parse(line["text"])
        wanted = spans(line["entities"])
        for name in dict.fromkeys(_SPANS.values()):
            got = said(found, name)
            tally.add(name, wanted.get(name, ""), _family(got) if name == "authors" else got, line["text"])
    for name in (*dict.fromkeys(_SPANS.values()), "all"):
        if name == "all":
            right, given, wanted_ = (sum(c.values()) for c in (tally.right, tally.given, tally.wanted))
        else:
            right, given, wanted_ = tally.right[name], tally.given[name], tally.wanted[name]
        precision, recall = right / max(given, 1), right / max(wanted_, 1)
        both = 2 * right / max(given + wanted_, 1)
        print(f"  {name:10} P {precision:.3f}  R {recall:.3f}  F1 {both:.3f}  ({wanted_})")


def main() -> int:
    """Parse each file's references, and say how many fields are right."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("files", nargs="+", type=Path)
    asked.add_argument("--wrong", type=int, default=0)
    given = asked.parse_args()
    reached = True
    for path in given.files:
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        tally = Tally(given.wrong)
        print(f"{path.name}: {len(lines):,} references")
        if lines and "gold" in lines[0]:
            reached &= exact(lines, tally)
        else:
            f_one(lines, tally)
        for examples in filter(None, tally.wrong.values()):
            print("\n".join(examples))
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
