"""Names compared: by the beginnings of the words that tell one disease from another."""

import re
from functools import lru_cache
from itertools import takewhile
from typing import Final

from nosograph.extraction._kinds import DISEASES
from nosograph.model import Concept, Kind

_WORD: Final = re.compile(r"\w+")
_STEM: Final = 5
_NUMBER: Final = re.compile(r"\d{1,3}[a-z]?|[ivx]{1,4}")
CAPITALISED: Final = r"(?:[A-Z][\w\u2013\u2019'-]+ ){1,3}(?:syndrome|disease|disorder)"
"""How a disease is named with capitals, as part of a pattern: "Blau syndrome"."""
_HEADS: Final = frozenset(
    {"syndr", "disea", "disor", "type", "form", "the", "of", "and", "with", "famil", "conge", "s"}
)


@lru_cache(maxsize=4096)
def content(name: str) -> frozenset[str]:
    """Give the words of a name by their beginnings, without those that nearly every name has.

    >>> sorted(content("Microvillous inclusion disease"))
    ['inclu', 'micro']
    """
    return frozenset(word[:_STEM].casefold() for word in _WORD.findall(name)) - _HEADS


def initials(name: str) -> str:
    """Give the first letters of a name's words.

    >>> initials("familial hemiplegic migraine")
    'FHM'
    """
    return "".join(word[0].upper() for word in _WORD.findall(name))


def kindred(concept: Concept, subject: Concept) -> bool:
    """Say whether a disease is a type of another by its name: it holds the words of the other's, and more."""
    own = content(subject.label)
    return (
        concept.kind is Kind.DISEASE and concept.curie != subject.curie and bool(own) and own < content(concept.label)
    )


def of_subject(concept: Concept, subject: Concept) -> bool:
    """Say whether a disease is the subject, or a type of it by its name."""
    return concept.curie == subject.curie or kindred(concept, subject)


def numbered(concept: Concept, subject: Concept) -> bool:
    """Say whether the subject is a type of a disease, by number alone: "Noonan syndrome 1" of "Noonan syndrome".

    >>> from nosograph.model import Curie
    >>> one = Concept(curie=Curie("OMIM", "163950"), label="Noonan syndrome 1", kind=Kind.DISEASE)
    >>> numbered(Concept(curie=Curie("MONDO", "0018997"), label="Noonan syndrome", kind=Kind.DISEASE), one)
    True
    """
    wider, own = content(concept.label), content(subject.label)
    return concept.kind in DISEASES and bool(wider) and wider < own and all(map(_NUMBER.fullmatch, own - wider))


def akin(concept: Concept, subject: Concept) -> bool:
    """Say whether one of two diseases is a type of the other by its name."""
    wider = bool(content(concept.label)) and content(concept.label) < content(subject.label)
    return kindred(concept, subject) or (concept.kind in DISEASES and wider)


def completes(name: str, before: str, subject: Concept) -> bool:
    """Say whether a name and the words right before it make up the subject's: "X-linked" before "immunodeficiency".

    >>> from nosograph.model import Curie
    >>> disease = Concept(curie=Curie("OMIM", "300400"), label="X-linked immunodeficiency", kind=Kind.DISEASE)
    >>> completes("Immunodeficiency", "diagnosis of X-linked ", disease)
    True
    """
    own, part = content(subject.label), content(name)
    last = takewhile(lambda word: bool(content(word)) and content(word) <= own, reversed(_WORD.findall(before)))
    return bool(part) and part < own and own <= part.union(*map(content, last))


def bears_name(concept: Concept, subject: Concept) -> bool:
    """Say whether a finding is the disease by name, or a kind of it: "Ulnar polydactyly" of polydactyly."""
    own, name = subject.label.casefold(), concept.label.casefold()
    return name == own or name.endswith(f" {own}")
