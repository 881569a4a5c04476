"""Words to one form, for names when the lexicon is compiled and for text when it is read alike.

Level 1 ("plain") folds case, accents, spelling, plurals and numerals. Level 2 ("deep") also maps medical endings to
their noun, and inside names of two words or more equates words and stems them (Snowball English, M. F. Porter 2001).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from hashlib import blake2b
from typing import Final, TypeAlias

import Stemmer

from nosograph.resources import folder
from nosograph.resources import text as resource

_RULES: Final = "5"
"""Counts up whenever the code below brings words to another form."""
PREFIXES: Final = (
    "ante|anti|auto|bi|brachy|cardio|cephalo|cerebro|co|cranio|de|dermato|down|dys|electro|encephalo|endo|extra|fronto|gastro|hemato|hemi|"
    "hepato|hydro|hyper|hypo|immuno|infra|inter|intra|kerato|lympho|macro|mal|mega|meta|micro|mid|mono|multi|myelo|myo|nephro|neuro|non|"
    "oculo|odonto|oligo|oro|osteo|oto|over|pan|para|peri|poly|post|pre|pseudo|quadri|retro|rhino|semi|spondylo|sub|supra|tetra|thrombo|"
    "trans|tri|ultra|un|under|up|uro"
)
TOKEN: Final = re.compile(
    rf"(?:\b(?:{PREFIXES})[-\u2010\u2011](?=[^\W\d_]{{3}}))?[^\W_]+(?:\.[0-9][^\W_]*)*(?:['\u2019][st]\b)?",
    re.IGNORECASE,
)
"""A word: letters and digits of any script, decimal parts, a hyphened prefix ("pre-auricular"), a possessive
ending."""

_HYPHENS: Final = str.maketrans("", "", "-\u2010\u2011")
LETTER_A: Final = "a*"
"""The level-1 form of a capital A behind another word, as in "hemophilia A": it is no article."""
NUMERAL_CUES: Final = frozenset({"type", "class", "group", "stage", "grade", "factor", "complex", "nerve", "subtype"})
_ADVERB_LENGTH: Final = 6
_Rule: TypeAlias = tuple[re.Pattern[str], str]
_GROUP: Final = re.compile(r"\\.|\([^()]*\)")
_LITERAL_END: Final = re.compile(r"\^[^|]*?([a-z]*)\$")


@cache
def version() -> str:
    """Name the rules and tables in force: another version makes other keys, so a lexicon must be compiled anew."""
    tables = sorted(folder("ontology").joinpath("words").glob("*.tsv"))
    digest = blake2b(b"".join(table.read_bytes() for table in tables), digest_size=6)
    return f"{_RULES}-{digest.hexdigest()}"


def word_rows(name: str) -> Iterator[list[str]]:
    """Yield the rows of a table of `ontology/words` as cells; blank lines and comments are passed over."""
    for line in resource("ontology", "words", name).splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def _rules(name: str) -> tuple[_Rule, ...]:
    return tuple((re.compile(row[0]), row[1]) for row in word_rows(name))


@cache
def _any_rule(name: str) -> re.Pattern[str]:
    """Match where any rule of a table does: few words follow one, and the others are asked once."""
    return re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in _rules(name)))


@lru_cache(maxsize=1 << 12)
def _fitting(name: str, tail: str) -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """Give the rules for whole words that may hold for one of these last two letters, each with the ending it asks."""
    rules = ((_ending(pattern.pattern), pattern, replacement) for pattern, replacement in _rules(name))
    return tuple(rule for rule in rules if tail.endswith(rule[0][-len(tail) :]))


@cache
def _ending(pattern: str) -> str:
    """Give the letters that all words end in which a pattern matches, as far as they are plain to see."""
    inner = ""
    while inner != pattern:
        inner, pattern = pattern, _GROUP.sub("#", pattern)
    found = _LITERAL_END.fullmatch(pattern)
    return found[1] if found else ""


def _replaced(word: str, name: str) -> str:
    """Bring a word to another form by the first rule of a table that matches the whole of it."""
    for ending, pattern, replacement in _fitting(name, word[-2:]):
        if word.endswith(ending) and pattern.fullmatch(word):
            return pattern.sub(replacement, word)
    return word


def phrasings(name: str) -> Iterator[str]:
    """Yield other ways of saying a finding, after the patterns of `ontology/words/phrasings.tsv`.

    >>> next(phrasings("Increased circulating IgE concentration"))
    'Increased IgE'
    """
    for pattern, replacements in _rules("phrasings.tsv"):
        found = pattern.fullmatch(name)
        if found is not None:
            yield from (found.expand(replacement) for replacement in replacements.split("|"))


def general_phrasings(name: str) -> Iterator[str]:
    """Yield how a finding is said in general, after the patterns of `ontology/words/general.tsv`.

    >>> next(general_phrasings("Abnormality of the skin"))
    'skin manifestation'
    """
    for pattern, replacement in _rules("general.tsv"):
        found = pattern.fullmatch(name)
        if found is not None:
            yield found.expand(replacement)


@cache
def dropped() -> frozenset[str]:
    """Give the words that carry no content inside a name (`ontology/words/dropped.tsv`)."""
    return frozenset(row[0] for row in word_rows("dropped.tsv"))


@cache
def _equivalents() -> dict[str, str]:
    return {word: row[0] for row in word_rows("equivalents.tsv") for word in row[1].split()}


@cache
def _letters() -> dict[str, str]:
    return {row[0]: row[1] for row in word_rows("letters.tsv")}


@cache
def _numerals(*, cued: bool) -> dict[str, str]:
    return {row[0]: row[1] for row in word_rows("numerals.tsv") if (row[2] == "yes") is cued}


def cued_numerals() -> dict[str, str]:
    """Give what level-1 words mean as numerals behind one of `NUMERAL_CUES`: "i" is 1 in "type I"."""
    return _numerals(cued=True)


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


@lru_cache(maxsize=1 << 18)
def plain(token: str) -> str:
    """Fold one token to level 1.

    >>> [plain(t) for t in ("Anaemia", "nails", "Crohn's", "III", "tumours", "diagnoses", "TH17", "β")]
    ['anemia', 'nail', 'crohn', '3', 'tumor', 'diagnosis', 'th17', 'beta']
    """
    word = token.lower()
    if not (word.isascii() and word.isalpha()):
        word = _letters_of(word)
        if not word.isalpha():
            return word
    word = _numerals(cued=False).get(word, word)
    if _any_rule("spelling.tsv").search(word):
        for pattern, replacement in _rules("spelling.tsv"):
            if pattern.search(word):
                word = pattern.sub(replacement, word)
    return _singular(word)


def _letters_of(word: str) -> str:
    """Leave out a possessive ending, hyphens and accents, and spell letters of other scripts."""
    if word.endswith(("'s", "\u2019s", "'t", "\u2019t")):
        word = word[:-2]
    if not word.isascii():
        word = "".join(_letters().get(c, c) for c in word)
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return word.translate(_HYPHENS)


def _singular(word: str) -> str:
    if word[-1] not in "siae" and word not in {"teeth", "feet", "men", "women", "children"} and not word.endswith("en"):
        return word
    return _replaced(word, "plurals.tsv")


@lru_cache(maxsize=1 << 18)
def lemma(word: str) -> str:
    """Map a level-1 word with a medical ending to its noun; other words stay.

    >>> [lemma(w) for w in ("hypoplastic", "anemic", "kidney")]
    ['hypoplasia', 'anemia', 'kidney']
    """
    return _replaced(word, "suffixes.tsv")


@lru_cache(maxsize=1 << 18)
def deep(word: str) -> str:
    """Bring a level-1 word to level 2, as it stands inside a name of two words or more.

    >>> deep("renal") == deep("kidney"), deep("delayed") == deep("delay")
    (True, True)
    """
    same = _equivalents()
    word = same.get(word, word)
    word = lemma(word)
    word = same.get(word, word)
    if not word.isalpha() or (word.endswith("ly") and len(word) > _ADVERB_LENGTH):
        return word  # an adverb is no adjective: "typically" must not become "typical"
    stem: str = _stemmer().stemWord(word)
    return stem


def plain_words(tokens: Sequence[str]) -> list[str]:
    """Fold tokens to level 1 in their order, dropped words included; "type I" becomes "type 1".

    >>> plain_words(["a", "deficiency", "of", "vitamin", "A"])[-1] == LETTER_A
    True
    """
    words = [plain(t) for t in tokens]
    cued = _numerals(cued=True)
    for i, word in enumerate(words):
        if word in cued and i and words[i - 1] in NUMERAL_CUES:
            words[i] = cued[word]
        elif i and tokens[i] == "A":
            words[i] = LETTER_A
    return words
