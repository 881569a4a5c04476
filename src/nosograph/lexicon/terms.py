"""Terms of all sources, packed: a large file has a million, and an object for each part would fill the memory."""

import marshal
from collections.abc import Iterator
from typing import Final, TypeAlias

from nosograph.lexicon.records import Term, TermName
from nosograph.lexicon.values import KINDS, MATCHES, Flag

_MATCHES: Final = {match: code for code, match in enumerate(MATCHES)}
_KINDS: Final = {kind: code for code, kind in enumerate(KINDS)} | {None: -1}
Entry: TypeAlias = tuple[Term, int]
"""A term, and the number of the source that gives it."""


class Terms:
    """Hold terms by identifier. What is asked of all of them is noted beside, so that few are ever unpacked.

    `origins` are the prefixes, in small letters, of each source's terms; `obsolete` the obsolete identifiers, each with
    its successor or nothing; `alternatives` pairs of an identifier that was merged and the one that took it up.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._packed: dict[str, bytes | list[bytes]] = {}
        self._nameless: set[str] = set()
        self.origins: dict[int, set[str]] = {}
        self.obsolete: dict[str, str] = {}
        self.alternatives: list[tuple[str, str]] = []

    def add(self, curie: str, term: Term, source: int) -> None:
        """Take a term under its identifier's usual spelling."""
        packed = _pack(term, source)
        held = self._packed.setdefault(curie, packed)
        if held is not packed:
            self._packed[curie] = [*held, packed] if isinstance(held, list) else [held, packed]
        if term.label or term.names:
            self._nameless.discard(curie)
        elif held is packed:
            self._nameless.add(curie)
        self.origins.setdefault(source, set()).add(curie.partition(":")[0].casefold())
        self.alternatives.extend((other, curie) for other in term.alternatives)
        if term.obsolete:
            self.obsolete[curie] = self.obsolete.get(curie) or term.replaced_by

    def __contains__(self, curie: str) -> bool:
        """Say whether there is a term of this identifier."""
        return curie in self._packed

    def __iter__(self) -> Iterator[str]:
        """Give the identifiers, in the order in which they came."""
        return iter(self._packed)

    def entries(self, curie: str) -> list[Entry]:
        """Unpack what the sources say of an identifier, in the order of the sources."""
        held = self._packed.get(curie, [])
        return [_unpack(packed) for packed in (held if isinstance(held, list) else [held])]

    def shared(self) -> list[str]:
        """Give the identifiers of which more than one thing is said."""
        return [curie for curie, held in self._packed.items() if isinstance(held, list)]

    def nameless(self) -> list[str]:
        """Give the identifiers without any name, sorted."""
        return sorted(self._nameless)

    def keep(self, curie: str, entries: list[Entry]) -> None:
        """Keep only these entries of an identifier."""
        self._packed[curie] = [_pack(term, source) for term, source in entries]
        if curie in self.obsolete and not any(term.obsolete for term, _ in entries):
            del self.obsolete[curie]

    def remove(self, curie: str) -> None:
        """Forget an identifier."""
        self._packed.pop(curie, None)


def _pack(term: Term, source: int) -> bytes:
    names = [part for name in term.names for part in (name.text, _MATCHES[name.match] << 16 | int(name.flags))]
    return marshal.dumps(
        (
            source,
            term.curie,
            term.label,
            _KINDS[term.kind],
            tuple(names),
            term.parents,
            term.xrefs,
            term.alternatives,
            term.obsolete,
            term.replaced_by,
        )
    )


def _unpack(packed: bytes) -> Entry:
    source, curie, label, kind, names, parents, xrefs, alternatives, obsolete, replaced_by = marshal.loads(packed)  # noqa: S302 - packed above, never read from a file
    return (
        Term(
            curie=curie,
            label=label,
            kind=None if kind < 0 else KINDS[kind],
            names=tuple(
                TermName(text=text, match=MATCHES[code >> 16], flags=Flag(code & 0xFFFF))
                for text, code in zip(names[::2], names[1::2], strict=True)
            ),
            parents=parents,
            xrefs=xrefs,
            alternatives=alternatives,
            obsolete=obsolete,
            replaced_by=replaced_by,
        ),
        source,
    )
