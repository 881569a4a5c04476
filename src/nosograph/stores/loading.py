"""Files into a store, graph by graph: replaced whole, counted afterwards."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from nosograph.errors import GraphError, NosographError, StoreError
from nosograph.stores.embedded import Embedded, recount
from nosograph.stores.preparing import Progress, check, counter, prepared, silent
from nosograph.stores.slices import Slice

if TYPE_CHECKING:
    from nosograph.stores.remote import Remote


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """Say of one graph how many triples the files hold, and how many the store held before and holds after.

    `graph` is its IRI, None the default graph. `after` is None where nothing was loaded (a dry run);
    `appended` says that the triples came to those before.
    """

    graph: str | None
    files: int
    before: int
    after: int | None = None
    appended: bool = False

    @property
    def name(self) -> str:
        """What people call the graph."""
        return self.graph or "the default graph"

    @property
    def equal(self) -> bool:
        """Whether the store holds what it should; added triples may have been there before."""
        if self.after is None:
            return True
        if self.appended:
            return max(self.before, self.files) <= self.after <= self.before + self.files
        return self.after == self.files


def load(
    files: Sequence[str | PathLike[str]],
    target: "str | PathLike[str] | Remote",
    *,
    graph: str | None = None,
    append: bool = False,
    dry_run: bool = False,
    progress: Progress = silent,
) -> tuple[Loaded, ...]:
    """Load RDF files into the folder of an Oxigraph store, or into a server, and count what is there then.

    Each graph of the files replaces the one of its name, or with `append` is added to it; other graphs stay as they
    are. Triples of no graph go to `graph`, without it to the default graph. With `dry_run` nothing is changed.

    Raises:
        GraphError: a file that cannot be read as RDF; the store is as it was.
        StoreError: the store cannot be reached or written to. To load again mends what was left.
    """
    paths = tuple(Path(file) for file in files)
    if not paths:
        raise GraphError("there is no file to load", mend="give one")
    if graph is not None and (any(c in '<>"{}|^`\\' or c.isspace() for c in graph) or ":" not in graph):
        raise GraphError(f"{graph!r} is no IRI", where="graph", mend="give one such as https://example.org/graph")
    server = served(target)
    if server is not None:
        server.check()
        with prepared(paths, graph=graph, progress=progress) as slices:
            return _serve(server, slices, append=append, dry_run=dry_run, progress=progress)
    store = Embedded(Path(str(target)))
    with prepared(paths, graph=graph, checked=not store.fresh, progress=progress) as slices:
        try:
            return _embed(store, slices, append=append, dry_run=dry_run, progress=progress)
        except (SyntaxError, ValueError) as error:
            if isinstance(error, NosographError):
                raise
            check({part.path for part in slices})
            raise GraphError(f"not well-formed: {error}"[:300], where=_named(slices)) from error
        except (OSError, RuntimeError) as error:
            if isinstance(error, NosographError):
                raise
            seen = getattr(error, "strerror", None) or str(error) or type(error).__name__
            mend = "see that there is room and that it may be written to, then load again"
            raise StoreError(f"the store cannot be written to: {seen}"[:300], where=store.where, mend=mend) from error


def served(target: object) -> "Remote | None":
    """Give the server where the target is one, or the address of one."""
    if not hasattr(target, "questions") and "://" not in str(target):
        return None
    from nosograph.stores.remote import Remote  # noqa: PLC0415 - requests takes 0.1 s to import; folders do without

    return target if isinstance(target, Remote) else Remote(str(target))


def _named(slices: Sequence[Slice]) -> str:
    return ", ".join(dict.fromkeys(str(part.path) for part in slices))


def _serve(
    server: "Remote", slices: Sequence[Slice], *, append: bool, dry_run: bool, progress: Progress
) -> tuple[Loaded, ...]:
    names = [part.graph for part in slices]
    before = [server.count(name) for name in names] if append else server.counts(names)
    found = [
        Loaded(graph=part.graph, files=part.count, before=count, appended=append)
        for part, count in zip(slices, before, strict=True)
    ]
    if dry_run:
        return tuple(found)
    told = counter(progress, "loading", sum(part.end - part.start for part in slices))
    if append:
        for part in slices:
            server.post(part, told)
    else:
        server.put_all(slices, told)
    counted = [replace(loaded, after=count) for loaded, count in zip(found, server.counts(names), strict=True)]
    for number, (part, loaded) in enumerate(zip(slices, found, strict=True)):
        if not counted[number].equal:
            counted[number] = _compared(part, loaded, server.count(part.graph))
        if not counted[number].equal and not append:  # a server that fell may have lost what it said it had
            server.put(part, told)
            counted[number] = _compared(part, loaded, server.count(part.graph))
    return tuple(counted)


def _embed(
    store: Embedded, slices: Sequence[Slice], *, append: bool, dry_run: bool, progress: Progress
) -> tuple[Loaded, ...]:
    with store.reading() as contents:
        before = contents.counts([part.graph for part in slices]) if contents else [0] * len(slices)
    found = [
        Loaded(graph=part.graph, files=part.count, before=count, appended=append)
        for part, count in zip(slices, before, strict=True)
    ]
    if dry_run:
        return tuple(found)
    told = counter(progress, "loading", sum(part.end - part.start for part in slices))
    with store.writing() as contents:
        if not append:
            for loaded in found:
                if loaded.before:
                    contents.remove(loaded.graph, loaded.before)
        contents.add(slices, told)
        after = contents.counts([part.graph for part in slices])
    return tuple(_compared(*one) for one in zip(slices, found, after, strict=True))


def _compared(part: Slice, loaded: Loaded, after: int) -> Loaded:
    """Take what the store holds; where that is fewer triples than the file has lines, count those as terms, too."""
    counted = replace(loaded, files=part.count, after=after)
    if counted.equal or (counted.after or 0) > part.count:
        return counted
    with tempfile.TemporaryDirectory(prefix="nosograph-") as folder:
        return replace(counted, files=recount(part, Path(folder) / "store"))
