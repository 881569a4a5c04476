"""Language: an article in another one than English is refused by name.

Told by the script most letters belong to, and by the share of each language's commonest short words. A short text, or
one whose words tell nothing, is given the benefit of the doubt.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Final

from nosograph.errors import InputError

# ruff: noqa: RUF001 - other languages have other letters
_TABLE: Final = """
English     the of and in is to with are for by or that as may an which be from can this it not have has
German      der die das und ist von mit den des ein eine zu bei auf nicht sich dem im für oder sind wird durch auch
French      le la les des et est une dans du par un pour sur sont avec que qui ou aux au chez être cette ces
Spanish     el la los las de y en que es una del por con se un para son como más pueden o puede al lo
Italian     il la di e che è un una del della per con sono non dei le nel gli si da delle o alla può
Portuguese  o a os as de e em que um uma do da por com não para são dos das pode na no mais ou
Dutch       de het een en van is in met dat die zijn voor op niet bij door of worden ook aan wordt kan te
Swedish     och att det som en är av på för med den till inte har ett om kan vid eller från de
Danish      og at det som en er af på for med den til ikke har et om kan ved eller fra de
Polish      i w z na się jest do nie to że przez oraz jako są lub od po choroby może występuje ma dla
Czech       a se v na je že s z do pro jsou o nebo k jako při i ve by to může po
Turkish     ve bir bu ile için olarak da de olan veya en gibi daha çok hastalık olabilir ise
Indonesian  yang dan di dengan untuk dari ini pada adalah atau oleh dapat tidak ke dalam juga karena
Finnish     ja on ei se että ovat tai sekä voi myös joka kuin ovat olla mutta jos kun sen
Hungarian   a az és hogy nem is egy van vagy meg ez de csak mint már ha
Romanian    și de la în cu a un o din pe este care sau pentru nu ce mai sunt prin
"""
_PROFILES: Final = {name: frozenset(words) for name, *words in (row.split() for row in _TABLE.strip().splitlines())}
_OWN: Final = "English"
_SCRIPTS: Final = {
    "CYRILLIC": "the Cyrillic script",
    "CJK": "Chinese or Japanese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "ARABIC": "the Arabic script",
    "HEBREW": "the Hebrew script",
    "GREEK": "Greek",
    "DEVANAGARI": "the Devanagari script",
    "THAI": "Thai",
}
_SHORTEST: Final = 60
"""Words from which on a text's language is told."""
_SHARE: Final = 0.15
"""What share of its words a language's commonest have at least; in each of these it is about a third."""
_MORE: Final = 1.5
_FEWEST_WORDS: Final = 5
"""Different words of a language that English has not."""
_FEWEST_LETTERS: Final = 100
_SAMPLE: Final = 8_000
_FOREIGN: Final = re.compile("[\u0370-\U0010ffff]")
"""Characters behind the Latin blocks and their marks."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_MEND: Final = "give an article in English"


def check(texts: Iterable[str], *, where: str) -> None:
    """Refuse a text in another language.

    Raises:
        InputError: most of its letters or of its commonest words are another language's.
    """
    other = _other(" ".join(texts)[:_SAMPLE])
    if other:
        raise InputError(f"is written in {other}, and only English is read", where=where, mend=_MEND)


def _other(text: str) -> str:
    """Name the language, empty where it is English or cannot be told."""
    letters = [c for c in _FOREIGN.findall(text) if c.isalpha()]
    if len(letters) >= _FEWEST_LETTERS and len(letters) * 2 > sum(map(str.isalpha, text)):
        scripts = Counter(_script(c) for c in letters)
        return _SCRIPTS.get(scripts.most_common(1)[0][0], "")
    words = Counter(_WORD.findall(text.lower()))
    if words.total() < _SHORTEST:
        return ""
    shares = {name: sum(words[word] for word in profile) / words.total() for name, profile in _PROFILES.items()}
    best = max(shares, key=lambda name: shares[name])
    varied = sum(word in words for word in _PROFILES[best] - _PROFILES[_OWN]) >= _FEWEST_WORDS
    return best if varied and shares[best] >= _SHARE and shares[best] > _MORE * shares[_OWN] else ""


def _script(char: str) -> str:
    name = unicodedata.name(char, "").split(" ")[0].split("-")[0]
    return name if name in _SCRIPTS else ""
