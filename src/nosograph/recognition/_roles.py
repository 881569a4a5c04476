"""Words to Roles: what part each can play in a phrase, by its letters alone."""

import re
from enum import IntFlag
from functools import cache
from typing import Final

from nosograph.lexicon.normalisation import dropped, word_rows
from nosograph.recognition._pseudo import first_words


class Role(IntFlag):
    """Say what part a word can play in a phrase; a name that begins with a doubtful word may be none."""

    DROPPED = 1
    NAMED = 2
    CONJUNCTION = 4
    COPULA = 8
    DEGREE = 16
    STOP = 32
    ADJECTIVE = 64
    CASED = 128
    PLURAL = 256
    QUALIFIER = 512
    QUALITY = 1024
    RELATIVE = 2048
    DETERMINER = 4096
    VERB = 8192
    TRANSITIVE = 16384
    DOUBTFUL = 32768


_CONJUNCTIONS: Final = frozenset({"and", "or", "nor"})
_TRANSITIVES: Final = frozenset({"develop", "develops", "developed", "developing"})
"""Verbs before their object whose noun names hold: who may "develop kidney failure" names no kidney development."""
_DETERMINERS: Final = frozenset({"a", "an", "the", "his", "her", "its", "their", "this", "these", "those"})
_AUXILIARIES: Final = frozenset(
    {
        "can",
        "could",
        "did",
        "do",
        "does",
        "had",
        "has",
        "have",
        "may",
        "might",
        "must",
        "shall",
        "should",
        "will",
        "would",
    }
)
_RELATIVES: Final = frozenset({"that", "which", "who", "may", "can", "might", "could", "will", "have", "has"})
"""Words that may stand between a noun and the verb that joins it to what is said of it: "levels may be low"."""

_ENDINGS: Final = ("al", "ar", "ic", "ary", "ous", "oid")
_ADJECTIVAL: Final = re.compile(rf"\w{{3,}}(?:{'|'.join(_ENDINGS)})")
_DROPPED, _ADJECTIVE, _PLURAL, _CASED = map(int, (Role.DROPPED, Role.ADJECTIVE, Role.PLURAL, Role.CASED))
_DOUBTFUL: Final = int(Role.DOUBTFUL)


@cache
def table(name: str) -> frozenset[str]:
    """Read the first column of one of the tables of words."""
    return frozenset(row[0] for row in word_rows(name))


@cache
def _listed() -> dict[str, int]:
    """Give the roles, as one number, of the words that are listed by their letters, in lower case."""
    listed = {
        Role.CONJUNCTION: _CONJUNCTIONS,
        Role.COPULA: table("copulas.tsv"),
        Role.DEGREE: table("degrees.tsv"),
        Role.STOP: table("function_words.tsv"),
        Role.QUALIFIER: table("qualifiers.tsv"),
        Role.QUALITY: table("qualities.tsv"),
        Role.RELATIVE: _RELATIVES,
        Role.DETERMINER: _DETERMINERS,
        Role.VERB: _AUXILIARIES | table("copulas.tsv"),
        Role.TRANSITIVE: _TRANSITIVES,
    }
    found: dict[str, int] = {}
    for role, words in listed.items():
        for word in words:
            found[word] = found.get(word, 0) | role
    return found


def roles(word: str, form: str) -> int:
    """Give the roles of a word whose level-1 form is `form`, as one number."""
    lower = word.lower()
    can = _listed().get(lower, 0)
    can += _DROPPED if form in dropped() else 0
    can += _ADJECTIVE if lower.endswith(_ENDINGS) and _ADJECTIVAL.fullmatch(lower) else 0
    can += _PLURAL if lower.endswith("s") and form == lower[:-1] else 0
    can += _DOUBTFUL if form in first_words() else 0
    return can + (0 if word.islower() else _CASED)
