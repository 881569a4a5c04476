"""Read a large JSON document (RFC 8259) piece by piece: the elements of its arrays, one at a time."""

import codecs
import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

from nosograph.errors import LexiconError

_CHUNK: Final = 1 << 18
_SPACE: Final = " \t\r\n"
_MEND: Final = "give a whole JSON document"


class JsonStream:
    """Step through one document. A value is either entered (`members`, `elements`) or taken whole (`value`)."""

    def __init__(self, file: IO[bytes], path: Path) -> None:
        """Begin at the document's first value."""
        self._file = file
        self._path = path
        self._decode = codecs.getincrementaldecoder("utf-8-sig")().decode
        self._scan = json.JSONDecoder().raw_decode
        self._text = ""
        self._place = 0
        self._line = 1
        self._ended = False

    def peek(self) -> str:
        """Give the first character of what comes next, an empty string at the end."""
        while True:
            while self._place < len(self._text):
                if self._text[self._place] not in _SPACE:
                    return self._text[self._place]
                self._place += 1
            if not self._more():
                return ""

    def members(self) -> Iterator[str]:
        """Yield the keys of the object that comes next; each value is taken before the next key."""
        for _ in self._listed("{", "}"):
            key = self.value()
            if not isinstance(key, str):
                raise self.broken("has a key that is no string")
            self._expect(":")
            yield key

    def elements(self) -> Iterator[None]:
        """Yield once before each element of the array that comes next; each is taken before the next."""
        yield from self._listed("[", "]")

    def value(self) -> object:
        """Take the whole value that comes next."""
        self.peek()
        while True:
            try:
                found, end = self._scan(self._text, self._place)
            except json.JSONDecodeError as error:
                if not self._ended:
                    self._more()
                    continue
                raise self.broken(f"is no JSON: {error.msg}", error.pos) from error
            except RecursionError as error:
                raise self.broken("is nested too deeply") from error
            if end == len(self._text) and not self._ended:
                self._more()
                continue  # a number at the edge may go on
            self._place = end
            value: object = found
            return value

    def broken(self, what: str, place: int | None = None) -> LexiconError:
        """Make the error that names the line at hand."""
        line = self._line + self._text.count("\n", 0, self._place if place is None else place)
        return LexiconError(f"line {line} {what}", where=str(self._path), mend=_MEND)

    def _listed(self, opening: str, closing: str) -> Iterator[None]:
        self._expect(opening)
        if self.peek() == closing:
            self._place += 1
            return
        while True:
            yield
            mark = self.peek()
            self._place += 1
            if mark == closing:
                return
            if mark != ",":
                self._place -= 1
                raise self.broken(f"has {mark!r} where ',' or {closing!r} should stand" if mark else "breaks off")

    def _expect(self, mark: str) -> None:
        seen = self.peek()
        if seen != mark:
            raise self.broken(f"has {seen!r} where {mark!r} should stand" if seen else "breaks off")
        self._place += 1

    def _more(self) -> bool:
        """Read on, at least as much as is already held, so that a long value is not scanned again and again."""
        if self._ended:
            return False
        self._line += self._text.count("\n", 0, self._place)
        rest = self._text[self._place :]
        raw = self._file.read(max(_CHUNK, len(rest)))
        self._ended = not raw
        try:
            self._text = rest + self._decode(raw, final=self._ended)
        except UnicodeDecodeError as error:
            raise self.broken("is no UTF-8") from error
        self._place = 0
        return not self._ended
