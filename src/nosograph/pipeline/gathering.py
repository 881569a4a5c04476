"""From what was named, files and folders, to the articles in order."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from nosograph.errors import InputError

ENDINGS: Final = frozenset(
    {".htm", ".html", ".jats", ".markdown", ".md", ".mediawiki", ".nxml"}
    | {".text", ".txt", ".wiki", ".wikitext", ".xhtml", ".xml"}
)
"""How the name of an article's file ends. Its metadata (.toml) and bibliography (.csl.json, .bib) end otherwise."""

_ABOUT_FOLDERS: Final = frozenset(
    {"authors", "changelog", "contributing", "copying", "licence", "license", "notice", "readme"}
)
"""What files are called that tell of the folder they stand in."""

STDIN: Final = "-"


def gather(named: Iterable[str | os.PathLike[str]], *, apart: str | os.PathLike[str] | None = None) -> tuple[str, ...]:
    """Give the articles' paths: a file as it stands, a folder by the articles in it and below, in order of their names.

    In a folder, articles are told by their `ENDINGS`; hidden files and folders, READMEs and the like are left out, and
    so is what lies in the folder `apart`, where the files go. What was named twice counts once. A folder without
    articles, or that cannot be listed, stays in the list: whoever reads it can say so.
    """
    found: dict[str, str] = {}
    left_out = _real(os.fspath(apart)) if apart is not None else ""
    for name in named:
        given = os.fspath(name)
        for path in _within(given, left_out) if _is_folder(given) else [given]:
            found.setdefault(_real(path), path)
    return tuple(found.values())


def refuse_a_folder(source: str) -> None:
    """Tell why a folder stands where an article should: `gather` found none in it.

    Raises:
        InputError: it is a folder.
    """
    if not _is_folder(source):
        return
    try:
        next(Path(source).iterdir(), None)
    except OSError as error:
        seen = f"the folder cannot be listed ({error.strerror})"
        raise InputError(seen, where=source, mend="allow it with chmod, or give the articles' files") from error
    raise InputError("the folder holds no article", where=source, mend="see nosograph export --help for their endings")


def _is_folder(path: str) -> bool:
    return path != STDIN and os.path.isdir(path)  # noqa: PTH112 - that of Path raises where it may not look


def _real(path: str) -> str:
    try:
        return path if path == STDIN else os.path.realpath(path)
    except ValueError:  # no path at all: it holds NUL
        return path


def _within(folder: str, apart: str) -> list[str]:
    unlisted: list[str] = []
    paths = sorted(_articles(folder, apart, unlisted), key=lambda path: Path(path).parts)
    return [*paths, *sorted(unlisted)] or [folder]


def _articles(top: str, apart: str, unlisted: list[str]) -> Iterator[str]:
    """Yield the articles below a folder; links to folders are not followed, for they may lead in circles."""
    for folder, folders, files in os.walk(top, onerror=lambda error: unlisted.append(str(error.filename))):
        here = Path(folder)
        folders[:] = [name for name in folders if not name.startswith(".") and _real(str(here / name)) != apart]
        for path in (str(here / name) for name in files if _is_article(name)):
            if os.path.isfile(path):  # noqa: PTH113 - as above; pipes and devices could be waited for forever
                yield path


def _is_article(name: str) -> bool:
    path = Path(name.lower())
    return not name.startswith(".") and path.suffix in ENDINGS and path.stem not in _ABOUT_FOLDERS
