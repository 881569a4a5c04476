"""Find the files that travel with the program: in a checkout, or in an installed wheel."""

from functools import cache
from pathlib import Path
from typing import Final, Literal

from nosograph.errors import VocabularyError

Folder = Literal["ontology", "shapes", "articles", "web"]
_PACKAGE: Final = Path(__file__).resolve().parent


@cache
def folder(name: Folder) -> Path:
    """Give the folder of that name; a checkout's own comes first, so that an edit there is seen at once.

    Raises:
        VocabularyError: neither checkout nor wheel has it.
    """
    checkout = _PACKAGE.parent.parent
    for place in (checkout / name if (checkout / "pyproject.toml").is_file() else None, _PACKAGE / "_data" / name):
        if place is not None and place.is_dir():
            return place
    mend = "reinstall: pip install --force-reinstall nosograph"
    raise VocabularyError(f"the folder {name}/ is missing", where=str(_PACKAGE), mend=mend)


def text(name: Folder, *parts: str) -> str:
    """Read one file of a folder as UTF-8 text."""
    return folder(name).joinpath(*parts).read_text(encoding="utf-8")
