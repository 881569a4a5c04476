"""Curie: an identifier as a prefix and a local part."""

import re
from dataclasses import dataclass
from typing import Final

from nosograph.errors import IdentifierError

_FORM: Final = re.compile(r"([A-Za-z][\w.-]*):(\S.*)", re.DOTALL)
TEXT: Final = "text"
"""The prefix of things the text names and no vocabulary at hand identifies."""


@dataclass(frozen=True, slots=True, order=True)
class Curie:
    """Hold a compact identifier (W3C CURIE Syntax 1.0): `prefix:local`.

    >>> Curie.parse("HP:0008404")
    Curie(prefix='HP', local='0008404')
    >>> str(Curie("text", "a strange gait"))
    'text:a strange gait'
    """

    prefix: str
    local: str

    @classmethod
    def parse(cls, text: str) -> "Curie":
        """Split at the first colon.

        Raises:
            IdentifierError: `text` has no prefix or no local part.
        """
        match = _FORM.fullmatch(text.strip())
        if match is None:
            raise IdentifierError(f"{text[:80]!r} is not a CURIE", mend="write it as prefix:local, such as HP:0008404")
        return cls(match[1], match[2])

    @property
    def is_text(self) -> bool:
        """True where the words of the text stand in for an identifier."""
        return self.prefix == TEXT

    def __str__(self) -> str:
        """Join prefix and local part with a colon."""
        return f"{self.prefix}:{self.local}"
