"""Match references to bibliography entries: by title, year and first author, never by likeness."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from nosograph.model import Reference
from nosograph.reading.bibliography.entry import Entry

_IDENTIFIERS: Final = ("doi", "pmid", "pmcid", "isbn")
_DETAILS: Final = ("container", "volume", "issue", "pages", "publisher", "place", "edition", "url")


@dataclass(frozen=True, slots=True)
class Matched:
    """Hold the references, those that have an entry filled up from it, and what there is to say of each."""

    references: tuple[Reference, ...]
    notes: tuple[str, ...]


def match(references: Sequence[Reference], entries: Sequence[Entry]) -> Matched:
    """Fill up each reference from the one entry that agrees in title, year and first author.

    What the article says stands; the entry fills only what is empty. Where the reference or the entry names no author,
    title and year must agree; a work with editors alone must have the reference's first name among them. Two entries
    that agree with one reference match neither.
    """
    if not entries:
        return Matched(tuple(references), ())
    by_title: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_title[_plain(entry.title)].append(entry)
    made: list[Reference] = []
    notes = [f"{e.where}, entry {e.key}: {what}" for e in entries for what in e.malformed]
    used: set[str] = set()
    for reference in references:
        fits = [e for e in by_title.get(_plain(reference.title), []) if reference.title and _agrees(reference, e)]
        if len(fits) == 1:
            used.add(fits[0].key)
            made.append(_filled(reference, fits[0]))
            notes.append(f"reference {reference.number}: {made[-1].matched}")
        else:
            made.append(reference)
            notes.append(f"reference {reference.number}: {_why_not(reference, fits, by_title)}")
    notes += [f"{e.where}, entry {e.key}: matches no reference" for e in entries if e.key not in used]
    return Matched(tuple(made), tuple(notes))


def _agrees(reference: Reference, entry: Entry) -> bool:
    if reference.year is None or reference.year != entry.year:
        return False
    named = (entry.first_author,) if entry.first_author else entry.editors
    return not reference.authors or not named or bool({_plain(n) for n in named} & _families(reference.authors[0]))


def _grounds(reference: Reference, entry: Entry) -> str:
    if not reference.authors or not (entry.first_author or entry.editors):
        return "title and year"
    return "title, year and first author" if entry.first_author else "title, year and an editor"


def _families(author: str) -> set[str]:
    """Give what the family name of an author may be, however the name is written."""
    words = [w for w in re.split(r"[\s,]+", author) if w]
    family = author.partition(",")[0] if "," in author else ""
    whole = re.sub(r"(?:\s+(?:[A-Z]\.?-?){1,4})+$", "", author)
    return {_plain(w) for w in (words[0] if words else "", words[-1] if words else "", family, whole) if w}


def _plain(words: str) -> str:
    """Reduce words to letters and digits, for comparing."""
    bare = unicodedata.normalize("NFKD", words.casefold())
    return "".join(c for c in bare if c.isalnum())


def _filled(reference: Reference, entry: Entry) -> Reference:
    supplied = {
        name: getattr(entry, name)
        for name in (*_IDENTIFIERS, *_DETAILS)
        if getattr(entry, name) and not getattr(reference, name)
    }
    said = ", ".join(_said(supplied))
    kept = [
        n
        for n in _IDENTIFIERS
        if getattr(entry, n) and getattr(reference, n) and getattr(entry, n) != getattr(reference, n)
    ]
    differing = f"; the article's own {', '.join(n.upper() for n in kept)} differs and stands" if kept else ""
    line = (
        f"{said or 'nothing new'} from {entry.where}, entry {entry.key}: same {_grounds(reference, entry)}{differing}"
    )
    return replace(reference, **supplied, matched=line)


def _said(supplied: dict[str, str]) -> Iterator[str]:
    for name, value in supplied.items():
        yield f"{name.upper() if name in _IDENTIFIERS else name} {value}"


def _why_not(reference: Reference, fits: Sequence[Entry], by_title: dict[str, list[Entry]]) -> str:
    if len(fits) > 1:
        return f"no match: entries {', '.join(e.key for e in fits)} agree alike"
    if not reference.title:
        return "no match: no title was found in it"
    same = by_title.get(_plain(reference.title), [])
    if not same:
        return "no match: no entry has its title"
    return f"no match: entry {same[0].key} has its title but another year or first author"
