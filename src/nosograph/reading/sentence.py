"""Sentences: where one ends in English medical prose.

A stop ends a sentence where a capital, a digit or an opening quote follows a blank, unless an abbreviation, an initial
or a species' genus (`S. aureus`) stands before it. Tables below; the word after decides the doubtful ones (`et al. The
…`, `vitamin D. The …`).
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

_STOP: Final = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)\]]{0,3}(?=[ ]|[A-Z][a-z]+[ ])")
_LAST: Final = re.compile(r"[^\s(\[\"'“‘/]+$")
_WINDOW: Final = 40

_NEVER: Final = """
    dr mr mrs ms prof st vs e.g eg i.e ie cf viz approx ca c fig figs eq ref refs resp spp sp subsp var syn incl excl
    dept univ est gen col lt rev hon messrs mt ft b.c a.d ph.d m.d n.b op esp min max avg nos
"""
"""Abbreviations that never end a sentence where a word follows."""
_BEFORE_NUMBER: Final = "no p pp vol ch chap sec art para ed eds suppl pt nr table v"
"""Abbreviations only where a number follows; `no.` ends a sentence otherwise."""
_DOUBTFUL: Final = """
    al etc inc ltd co corp jr sr u.s u.k u.s.a e.u a.m p.m i.v i.m s.c b.i.d t.i.d q.d p.o
    jan feb mar apr jun jul aug sep sept oct nov dec
"""
"""Abbreviations that end a sentence only before a word that begins one."""
_LABELLED: Final = """
    vitamin vitamins type types hepatitis group groups factor factors class classes grade stage form forms protein
    influenza immunoglobulin complex hemophilia haemophilia subtype variant chromosome coenzyme panel figure table
    apolipoprotein cyclosporin interferon
"""
"""Words whose single capital is a label, not an initial."""
_STARTERS: Final = """
    A About Affected After All Although Among An And Another Any As At Because Before Between Both But By Cases Certain
    Children Clinical Common Diagnosis Due During Each Early Even First For Four From Further Given Her His How However
    I If Immune In Individuals Infants It Its Later Less Many Men Most Mutations Neither No None Not Of On Once One Only
    Other Others Our Over Patients People Prognosis Recent Recently Several She Similarly Since Six Some Studies Such
    Symptoms That The Their Then There Therefore These They This Those Though Three Through Thus To Treatment Two Under
    Unlike Until Upon Use Using Usually Was We What When Where Whether Which While With Within Without Women
"""
"""Words that open sentences, and seldom follow an abbreviation inside one."""


@cache
def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of one block starts and ends, blanks between them left out.

    >>> words = "S. aureus (e.g. MRSA) grew on p. 72. Smith et al. deny it. Vitamin D. helps."
    >>> [words[a:b] for a, b in sentences(words)][:2]
    ['S. aureus (e.g. MRSA) grew on p. 72.', 'Smith et al. deny it.']
    """
    start = 0
    for match in _STOP.finditer(text):
        if match.start() >= start and _ends(text, match):
            yield start, match.end()
            start = match.end() + (text[match.end()] == " ")
    if start < len(text):
        yield start, len(text)


def _ends(text: str, match: re.Match[str]) -> bool:
    """Tell whether a stop ends its sentence."""
    after = text[match.end() : match.end() + _WINDOW]
    glued = not after.startswith(" ")
    word = after.strip().lstrip("\"'“‘([")
    if not word or not _opens(word):
        return False
    first = re.split(r"[\s,;:.]", word, maxsplit=1)[0]
    if glued:
        return first in _set(_STARTERS) and text[max(0, match.start() - 3) : match.start()].islower()
    if match[0][0] != ".":
        return True
    return _full_stop(text[max(0, match.start() - _WINDOW) : match.start()], first)


def _opens(word: str) -> bool:
    """Tell whether a word may open a sentence: a capital, a digit, or a symbol such as `p53` or `cGMP`."""
    return not word[0].islower() or bool(re.match(r"(?:[a-z]|[\u03b1-\u03c9]){1,3}-?[A-Z\d]", word))


def _full_stop(before: str, first: str) -> bool:
    """Tell whether a full stop behind these words ends the sentence, `first` being the next word."""
    match = _LAST.search(before)
    if match is None:
        return True
    last = match[0]
    lower = last.lower()
    if lower in _set(_BEFORE_NUMBER):
        return not first[:1].isdigit()
    if lower in _set(_NEVER):
        return False
    if lower in _set(_DOUBTFUL):
        return first in _set(_STARTERS) or (lower == "etc" and first[:1].isupper())
    if re.fullmatch(r"(?:[A-Z]\.?-?){1,3}", last) and (len(last) == 1 or "." in last):
        return first in _set(_STARTERS) or _is_label(before[: match.start()].split())
    return True


def _is_label(before: list[str]) -> bool:
    """Tell a single capital that is a label (`vitamin D`, `types A and B`) from an initial."""
    if before[-1:] in (["and"], ["or"]):
        return len(before) > 1 and bool(re.fullmatch(r"[A-Z]", before[-2]))
    return bool(before) and before[-1].lower() in _set(_LABELLED)
