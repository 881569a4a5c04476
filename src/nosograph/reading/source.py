"""Sources: a path, standard input, a file object or bytes, to decoded text.

UTF-8 is read with or without a byte order mark; UTF-16 and UTF-32 are refused by name. What is none of them but holds
no NUL byte is read as windows-1252, as browsers do (WHATWG Encoding Standard), and said in a note.
"""

import codecs
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from nosograph.errors import InputError

Source = str | os.PathLike[str] | IO[bytes] | IO[str]

LARGEST: Final = 64 * 1024 * 1024
"""Bytes of a source."""
_WIDE: Final = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
"""Byte order marks of encodings that are not read; the longer ones first."""
_FORMS: Final = "give a text file in UTF-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Hold a source's text, what it is called in messages, its path if it has one, and notes on decoding."""

    text: str
    where: str
    path: Path | None = None
    notes: tuple[str, ...] = ()


def decoded(source: Source) -> Decoded:
    """Read and decode a source; "-" is standard input.

    Raises:
        InputError: it is missing, a directory, unreadable, larger than 64 MB, or binary.
    """
    if isinstance(source, str | os.PathLike):
        if os.fspath(source) == "-":
            return _from_file(getattr(sys.stdin, "buffer", sys.stdin), "standard input")
        return _from_path(Path(source))
    return _from_file(source, str(getattr(source, "name", "") or "the file object"))


def _from_path(path: Path) -> Decoded:
    where = str(path)
    try:
        if path.is_dir():
            raise InputError("this is a directory", where=where, mend="give one article's file")
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise InputError("there is no such file", where=where, mend="check the path") from None
    except (OSError, ValueError) as error:
        raise InputError(
            f"cannot be read ({_reason(error)})", where=where, mend="check the path and its permissions"
        ) from None
    return _from_bytes(raw, where, path)


def _from_file(file: IO[bytes] | IO[str], where: str) -> Decoded:
    try:
        raw = file.read(LARGEST + 1)
    except UnicodeDecodeError as error:
        raise InputError(
            f"is not text in its encoding ({error.reason})", where=where, mend="open it in binary mode"
        ) from None
    except (OSError, ValueError) as error:
        raise InputError(
            f"cannot be read ({_reason(error)})", where=where, mend="give an open, readable file"
        ) from None
    if isinstance(raw, str):
        return checked(raw.removeprefix("\ufeff"), where, None)
    return _from_bytes(raw, where, None)


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def _from_bytes(raw: bytes, where: str, path: Path | None) -> Decoded:
    if len(raw) > LARGEST:
        raise InputError(
            f"is larger than {LARGEST // 1024 // 1024} MB", where=where, mend="give one article, not a collection"
        )
    wide = next((name for mark, name in _WIDE if raw.startswith(mark)), None)
    if wide is None and b"\0" in raw:
        wide = "UTF-16" if _is_wide(raw) else None
        if wide is None:
            raise InputError("is binary, not text (it holds NUL bytes)", where=where, mend=_FORMS)
    if wide is not None:
        mend = f"save it as UTF-8, for example: iconv -f {wide} -t UTF-8"
        raise InputError(f"is {wide}, not UTF-8", where=where, mend=mend)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        if raw.startswith(codecs.BOM_UTF8):
            raise InputError("is not the UTF-8 its byte order mark says", where=where, mend=_FORMS) from None
        return checked(_windows(raw, where), where, path, ("decoded as windows-1252, for it is not UTF-8",))
    return checked(text, where, path)


def _is_wide(raw: bytes) -> bool:
    """Tell two-byte text: almost every second byte of its beginning is NUL."""
    head = raw[:2000]
    return (
        max(head[::2].count(0), head[1::2].count(0)) > len(head) * 0.35
        and min(head[::2].count(0), head[1::2].count(0)) < len(head) * 0.05
    )


def _windows(raw: bytes, where: str) -> str:
    """Decode as windows-1252 what is mostly printable."""
    text = raw.decode("cp1252", errors="replace")
    odd = sum(c == "\ufffd" or (c < " " and c not in "\t\n\r\f") for c in text)
    if odd > len(text) * 0.01:
        raise InputError("is binary, not text", where=where, mend=_FORMS)
    return text


def checked(text: str, where: str, path: Path | None = None, notes: tuple[str, ...] = ()) -> Decoded:
    """Take decoded text for a source.

    Raises:
        InputError: it is larger than 64 million characters, or holds NUL.
    """
    if len(text) > LARGEST:
        raise InputError(
            f"is larger than {LARGEST // 1024 // 1024} MB", where=where, mend="give one article, not a collection"
        )
    if "\0" in text:
        raise InputError("is binary, not text (it holds NUL characters)", where=where, mend=_FORMS)
    return Decoded(text=text, where=where, path=path, notes=notes)
