"""Stripped: a parameter's value as plain words, where its place in the source does not matter."""

import re
from typing import Final

import mwparserfromhell
from mwparserfromhell.wikicode import Wikicode

from nosograph.reading.characters import clean_inline
from nosograph.reading.traced import Traced

_NOISE: Final = re.compile(r"<!--.*?-->|<ref\b[^>]*/>|<ref\b.*?</ref\s*>", re.IGNORECASE | re.DOTALL)
_DOUBLED: Final = re.compile(r"^\(\((.*)\)\)$", re.DOTALL)


def stripped(value: Wikicode) -> str:
    """Give the words of a value.

    >>> stripped(mwparserfromhell.parse("''A'' [[b|c]] &amp; {{nowrap|d}}<ref>e</ref>"))
    'A c & d'
    """
    text = str(value)
    if not re.search(r"[\[{<&']", text):
        return clean_inline(Traced.of(text)).text.strip()
    code = mwparserfromhell.parse(_NOISE.sub("", text))
    words = code.strip_code(normalize=True, collapse=True, keep_template_params=True)
    return _DOUBLED.sub(r"\1", clean_inline(Traced.of(words)).text.strip())
