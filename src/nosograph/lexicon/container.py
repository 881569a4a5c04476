"""One file of named arrays: a magic number, a JSON header with its checksum, then arrays aligned to 64 bytes.

    16 bytes  magic
     8 bytes  length of the header (little-endian)
    32 bytes  SHA-256 of the header
              the header: JSON, UTF-8, keys sorted; its `arrays` give name, dtype, shape, offset and CRC-32
              zero bytes up to a multiple of 64; offsets count from here
              the arrays, little-endian, each padded to a multiple of 64

The same arrays and header give the same bytes on every machine.
"""

import json
import mmap
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from nosograph.errors import LexiconError

MAGIC: Final = b"\x89nosograph\r\n\x1alex"
FORMAT: Final = 1
"""The number of this layout and of the set of arrays; raised with each change of either."""

_HEAD: Final = struct.Struct("<16sQ32s")
_ALIGN: Final = 64
_DTYPES: Final = frozenset({"|u1", "<u2", "<u4", "<u8", "<i4"})
_LONGEST_HEADER: Final = 1 << 24
_MEND: Final = "build it again: nosograph lexicon build"

Array = NDArray[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Hold where names came from: the file's name, the version it states (or none), SHA-256, the terms of its use."""

    name: str
    version: str
    sha256: str
    licence: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArraySpec:
    """Hold where one array stands and how it is to be read."""

    name: str
    dtype: str
    shape: tuple[int, ...]
    offset: int
    crc32: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Hold what a compiled lexicon says of itself.

    `normaliser` and `stemmer` are the versions under which the keys were made; `counts` what was merged and dropped.
    `aliases` are other spellings of prefixes, which lookups understand.
    """

    format: int
    normaliser: str
    stemmer: str
    kinds: tuple[str, ...]
    matches: tuple[str, ...]
    predicates: tuple[str, ...]
    aliases: Mapping[str, str]
    counts: Mapping[str, int]
    sources: tuple[Source, ...]
    arrays: tuple[ArraySpec, ...] = ()


def pack(header: Header, arrays: Mapping[str, Array]) -> Iterator[bytes | memoryview]:
    """Yield the file's bytes, piece by piece, the arrays uncopied, described in the header."""
    specs: list[ArraySpec] = []
    pieces: list[bytes | memoryview] = []
    offset = 0
    for name, array in arrays.items():
        data = np.ascontiguousarray(array, dtype=array.dtype.newbyteorder("<")).view("|u1").data
        dtype = array.dtype.newbyteorder("<").str
        specs.append(ArraySpec(name=name, dtype=dtype, shape=array.shape, offset=offset, crc32=zlib.crc32(data)))
        pieces += [data, b"\0" * (-len(data) % _ALIGN)]
        offset += len(data) + -len(data) % _ALIGN
    described = asdict(header) | {"arrays": [asdict(spec) for spec in specs], "size": offset}
    text = json.dumps(described, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    yield _HEAD.pack(MAGIC, len(text), sha256(text).digest())
    yield text
    yield b"\0" * (-(_HEAD.size + len(text)) % _ALIGN)
    yield from pieces


def open_file(path: Path) -> tuple[Header, dict[str, Array]]:
    """Map a file read-only and give its header and arrays; nothing is copied, processes share the pages.

    Raises:
        LexiconError: it cannot be opened, or is no whole compiled lexicon of this layout.
    """
    try:
        with path.open("rb") as file:
            memory = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except OSError as error:
        raise LexiconError(
            f"cannot be read: {error.strerror}",
            where=str(path),
            mend="give a file that nosograph lexicon build made",
        ) from error
    except ValueError as error:
        raise LexiconError("is empty", where=str(path), mend=_MEND) from error
    return unpack(memory, where=str(path))


def unpack(memory: memoryview, *, where: str) -> tuple[Header, dict[str, Array]]:
    """Give header and read-only arrays of a file's bytes.

    Raises:
        LexiconError: the magic number, checksum, size or an array's place is wrong.
    """
    try:
        return _unpack(memory, where)
    except (KeyError, TypeError, AttributeError) as error:
        raise LexiconError(f"is damaged: its header says too little ({error})", where=where, mend=_MEND) from error


def _unpack(memory: memoryview, where: str) -> tuple[Header, dict[str, Array]]:
    described, start = _header(memory, where)
    if described["size"] != len(memory) - start:
        raise LexiconError(
            f"is damaged: {len(memory) - start} bytes of arrays where {described['size']} should stand",
            where=where,
            mend=_MEND,
        )
    specs = tuple(ArraySpec(**{**spec, "shape": tuple(spec["shape"])}) for spec in described["arrays"])
    header = Header(
        format=described["format"],
        normaliser=described["normaliser"],
        stemmer=described["stemmer"],
        kinds=tuple(described["kinds"]),
        matches=tuple(described["matches"]),
        predicates=tuple(described["predicates"]),
        aliases=described["aliases"],
        counts=described["counts"],
        sources=tuple(Source(**source) for source in described["sources"]),
        arrays=specs,
    )
    return header, {spec.name: _array(memory[start:], spec, where) for spec in specs}


def damaged(header: Header, arrays: Mapping[str, Array]) -> tuple[str, ...]:
    """Name the arrays whose bytes do not have the checksum the header gives; reads everything."""
    return tuple(spec.name for spec in header.arrays if zlib.crc32(arrays[spec.name].tobytes()) != spec.crc32)


def _header(memory: memoryview, where: str) -> tuple[dict[str, Any], int]:
    if len(memory) < _HEAD.size or bytes(memory[: len(MAGIC)]) != MAGIC:
        raise LexiconError("is no compiled lexicon", where=where, mend="build one of it: nosograph lexicon build FILE")
    _, length, digest = _HEAD.unpack_from(memory)
    text = bytes(memory[_HEAD.size : _HEAD.size + length]) if length < _LONGEST_HEADER else b""
    if sha256(text).digest() != digest:
        raise LexiconError("is damaged: its header does not have its checksum", where=where, mend=_MEND)
    described: dict[str, Any] = json.loads(text)
    if described.get("format") != FORMAT:
        raise LexiconError(
            f"has format {described.get('format')}, this program reads {FORMAT}", where=where, mend=_MEND
        )
    return described, _HEAD.size + length + -(_HEAD.size + length) % _ALIGN


def _array(data: memoryview, spec: ArraySpec, where: str) -> Array:
    count = int(np.prod(spec.shape, dtype=np.int64)) if all(n >= 0 for n in spec.shape) else -1
    fits = spec.dtype in _DTYPES and spec.offset % _ALIGN == 0 and spec.offset >= 0 and count >= 0
    if not fits or spec.offset + count * np.dtype(spec.dtype).itemsize > len(data):
        raise LexiconError(f"is damaged: the array {spec.name} lies outside it", where=where, mend=_MEND)
    array: Array = np.frombuffer(data, dtype=spec.dtype, count=count, offset=spec.offset).reshape(spec.shape)
    array.flags.writeable = False
    return array
